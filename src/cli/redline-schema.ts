import { z } from 'zod';
import { SEVERITIES } from '../domain/fact.ts';

const strings = z.array(z.string());
const index = z.int().nonnegative();
const topic = z.enum(['ai-training', 'ai-other']);
const direction = z.enum(['less-protective', 'more-protective', 'neutral']);
const granularity = z.enum(['words', 'sentences', 'blocks']);

const link = z
  .strictObject({ href: z.string(), start: index, end: index })
  .describe('Offsets are UTF-16 units of the text of the block.');

const block = z
  .strictObject({
    kind: z.enum(['heading', 'paragraph', 'list-item', 'table-row']),
    text: z.string().describe('What a person sees, white space folded.'),
    headingPath: strings.describe('From the outermost heading to the innermost.'),
    leadIn: z.string().nullable().describe('The sentence that introduces the list or table.'),
    links: z.array(link),
    level: z.int().min(1).max(6).exactOptional().describe('Of a heading.'),
    depth: index.exactOptional().describe('Of a list item, from 0.'),
    marker: z.string().exactOptional().describe('Of an ordered list: "1.", "(a)".'),
  })
  .meta({ id: 'block' });

const placed = z.array(z.strictObject({ index: index.describe('In its version.'), block }));

const hunk = z
  .strictObject({
    kind: z.enum(['added', 'removed', 'modified', 'moved']),
    before: placed.describe('Empty for what was added; several where paragraphs were joined.'),
    after: placed.describe('Empty for what was removed; several where a paragraph was split.'),
    runs: z
      .array(z.strictObject({ op: z.enum(['equal', 'delete', 'insert']), text: z.string() }))
      .describe(
        'Without "insert" they join to the text before, without "delete" to the text after; a line feed parts blocks.',
      ),
    cosmetic: z
      .enum(['typography', 'case', 'numbering', 'link-target', 'notice-date', 'relative-date', 'structure', 'order'])
      .nullable()
      .describe('Why the hunk changes nothing that is said; null where it may.'),
    alsoAt: z
      .array(index)
      .describe('Where the text of what was added stands in "before" too; of what was removed, in "after".'),
    granularity: granularity.describe('How fine the runs are: coarser than words only where time ran out.'),
  })
  .meta({ id: 'hunk' });

const redline = z.strictObject({
  hunks: z.array(hunk).describe('In reading order of the text after; what was removed stands where it stood.'),
  counts: z.strictObject({ added: index, removed: index, modified: index, moved: index }),
  changed: z.boolean().describe('False only where both texts say the same in the same words.'),
  contexts: z
    .array(z.strictObject({ before: index, after: index, headingPath: strings, leadIn: z.string().nullable() }))
    .exactOptional()
    .describe('Blocks that stayed where they were but stand under another heading or lead-in now.'),
});

const fact = z
  .strictObject({
    fact: z.string().describe('"kind" or "kind:value"; the vocabulary is in docs/reference/facts.md.'),
    topic,
    quote: z.string().describe('Stands in the version letter for letter.'),
    context: strings.describe('Heading path, then the lead-in.'),
    block: index,
    modality: z.enum(['does', 'may', 'will']).exactOptional(),
    regions: strings.exactOptional(),
    subjects: strings.exactOptional(),
    default: z.enum(['on', 'off']).exactOptional(),
    putOff: z.literal(true).exactOptional().describe('Planned and put off: it does not happen yet.'),
    rule: z.strictObject({ id: z.string(), version: z.number() }),
  })
  .meta({ id: 'fact' });

const classification = z.strictObject({
  topics: z.array(topic),
  facts: z.array(
    z.strictObject({
      effect: z.enum(['added', 'removed', 'reworded']),
      fact: z.string(),
      topic,
      direction,
      before: fact.nullable().describe('Null when added.'),
      after: fact.nullable().describe('Null when removed.'),
    }),
  ),
  direction,
  severity: z.enum(SEVERITIES),
  cosmetic: z.boolean().describe('Every hunk is cosmetic and no fact changed: raises nothing.'),
  rulesVersion: z.string(),
});

/** What `diff --format json` and `compare --format json` print. */
export const redlineSchema = z.strictObject({
  before: z.string().describe('What was compared: a file, or a document and its version.'),
  after: z.string(),
  redline,
  classification,
});

/** docs/reference/redline.schema.json, made from {@link redlineSchema}. */
export function renderRedlineSchema(): string {
  const schema = z.toJSONSchema(redlineSchema);
  return `${JSON.stringify({ title: 'A redline of clausewatch', ...schema }, null, 2)}\n`;
}
