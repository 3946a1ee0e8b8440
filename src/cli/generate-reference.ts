import { writeFileSync } from 'node:fs';
import { renderCommandReference } from './command-reference.ts';

writeFileSync(new URL('../../docs/reference/commands.md', import.meta.url), renderCommandReference());
