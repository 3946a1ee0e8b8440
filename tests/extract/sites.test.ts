import { describe, expect, test } from 'vitest';
import { readSample } from './read-sample.ts';
import { DOCUMENT_SITES } from './sites/documents.ts';
import { HELP_CENTRES } from './sites/help-centres.ts';
import { PAGE_BUILDERS } from './sites/page-builders.ts';
import { POLICY_LINES } from './sites/policy.ts';

describe.each([...HELP_CENTRES, ...PAGE_BUILDERS, ...DOCUMENT_SITES].map((site) => [site.name, site] as const))(
  '%s',
  (_name, { page, also = [] }) => {
    test('gives its text and nothing but the text', () => {
      const read = readSample(page(1));
      const lines = read.blocks.map((block) => block.text).filter((text) => !also.includes(text));
      expect(lines).toEqual(POLICY_LINES);
      expect(read).toMatchObject({ verdict: 'policy', language: 'en' });
    });

    test('reads the same on another day', () => {
      const [first, second, third] = [1, 2, 3].map((day) => readSample(page(day)).markdown);
      expect(second).toBe(first);
      expect(third).toBe(first);
    });
  },
);
