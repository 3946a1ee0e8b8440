import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderCommandReference } from '../../src/cli/command-reference.ts';

it('docs/reference/commands.md says what the commands say of themselves (npm run generate)', () => {
  const committed = readFileSync(new URL('../../docs/reference/commands.md', import.meta.url), 'utf8');
  expect(committed).toBe(renderCommandReference());
});
