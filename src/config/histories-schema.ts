import { z } from 'zod';

const name = z.string().trim().min(1, 'must not be empty').max(200);

/** `histories.json`: which document of ours a record of somebody else belongs to. */
export const historiesSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  openTermsArchive: z
    .array(
      z.strictObject({
        service: name.describe('As its folder is called there'),
        terms: name.describe('As its file is called there, without ".md"'),
        document: z
          .string()
          .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be platform/document, as in the sources')
          .describe('platform/document, as in the sources'),
      }),
    )
    .default([])
    .describe('Files of Open Terms Archive; several may belong to one document'),
});

export type HistoryEntry = z.output<typeof historiesSchema>['openTermsArchive'][number];
