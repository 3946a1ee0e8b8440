import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ContentStore } from '../../src/snapshots/content-store.ts';

/** A store under test, and ways to harm what it keeps. */
export interface ContentStoreSubject {
  readonly content: ContentStore;
  readonly reopen: () => Promise<ContentStore>;
  readonly copies: () => number;
  readonly damage: (sha256: string) => void;
  readonly lose: (sha256: string) => void;
}

const BYTES = new TextEncoder().encode('We keep your letters for a year.\n'.repeat(50));
const NAME = 'acme/privacy/2026-03-01T00-00-00.000Z';

export function contentStoreContract(name: string, open: () => Promise<ContentStoreSubject>): void {
  describe(`content store: ${name}`, () => {
    it.each([`${NAME}.md`, `${NAME}.html`, `${NAME}.json`])(
      'gives back the bytes put as %s, also after reopening',
      async (as) => {
        const { content, reopen } = await open();
        const sha256 = await content.put(BYTES, as);
        expect(sha256).toBe(createHash('sha256').update(BYTES).digest('hex'));
        expect(Buffer.from(await content.get(sha256))).toEqual(Buffer.from(BYTES));
        expect(Buffer.from(await (await reopen()).get(sha256))).toEqual(Buffer.from(BYTES));
      },
    );

    it('keeps no bytes as well as many', async () => {
      const { content } = await open();
      expect(await content.get(await content.put(new Uint8Array(), `${NAME}.html`))).toHaveLength(0);
      const large = Buffer.alloc(5_000_000, 'policy ');
      expect(Buffer.from(await content.get(await content.put(large, `${NAME}.txt`))).equals(large)).toBe(true);
    });

    it('stores equal bytes once, whatever their names', async () => {
      const { content, copies } = await open();
      const first = await content.put(BYTES, `${NAME}.html`);
      expect(await content.put(BYTES, 'other/terms/2026-03-02T00-00-00.000Z.html')).toBe(first);
      await Promise.all(Array.from({ length: 5 }, () => content.put(BYTES, `${NAME}.html`)));
      expect(copies()).toBe(1);
    });

    it('keeps different bytes apart that were put under one name', async () => {
      const { content } = await open();
      const others = await Promise.all(['a', 'b', 'c'].map((text) => content.put(Buffer.from(text), `${NAME}.html`)));
      const texts = await Promise.all(others.map(async (sha256) => Buffer.from(await content.get(sha256)).toString()));
      expect(texts).toEqual(['a', 'b', 'c']);
    });

    it('says content_missing for bytes it never had', async () => {
      const { content } = await open();
      await expect(content.get('0'.repeat(64))).rejects.toMatchObject({ code: 'content_missing' });
    });

    it('says content_missing for bytes that were lost, and heals when they are put again', async () => {
      const { content, lose } = await open();
      const sha256 = await content.put(BYTES, `${NAME}.html`);
      lose(sha256);
      await expect(content.get(sha256)).rejects.toMatchObject({ code: 'content_missing' });
      await content.put(BYTES, `${NAME}.html`);
      expect(Buffer.from(await content.get(sha256))).toEqual(Buffer.from(BYTES));
    });

    it.each([`${NAME}.md`, `${NAME}.html`])(
      'says content_damaged rather than giving other bytes for %s',
      async (as) => {
        const { content, damage } = await open();
        const sha256 = await content.put(BYTES, as);
        damage(sha256);
        await expect(content.get(sha256)).rejects.toMatchObject({ code: 'content_damaged' });
      },
    );

    it.each([
      '../outside.md',
      'acme/../../outside.md',
      'acme/..',
      '/etc/outside.md',
      'acme//privacy.md',
      'acme/privacy/',
      'acme\\..\\..\\outside.md',
      'C:/acme/outside.md',
      'acme/.hidden.md',
      'acme/a\u0000b.md',
      'acme/a\nb.md',
      'acme/ä.md',
      'clausewatch.db',
      `acme/${'x'.repeat(300)}.md`,
      '',
    ])('refuses the name %j', async (bad) => {
      const { content, copies } = await open();
      await expect(content.put(BYTES, bad)).rejects.toMatchObject({ code: 'content_name_invalid' });
      expect(copies()).toBe(0);
    });
  });
}
