import { writeFileSync } from 'node:fs';
import { renderCommandReference } from './command-reference.ts';
import { renderRedlineSchema } from './redline-schema.ts';

writeFileSync(new URL('../../docs/reference/commands.md', import.meta.url), renderCommandReference());
writeFileSync(new URL('../../docs/reference/redline.schema.json', import.meta.url), renderRedlineSchema());
