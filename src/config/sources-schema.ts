import { z } from 'zod';
import { everySchema } from './duration.ts';
import { webUrl } from './web-url.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const id = z
  .string()
  .max(64)
  .regex(KEBAB, 'must be lower-case letters, digits and single hyphens, such as "privacy-policy"')
  // Ids become folder names, and Windows keeps these for devices.
  .refine((text) => !/^(con|prn|aux|nul|(com|lpt)\d)$/.test(text), 'is a name that Windows reserves');

const text = z.string().trim().min(1, 'must not be empty').max(1000);
const region = z
  .string()
  .regex(/^(global|[A-Z]{2,3}(-[A-Z0-9]{1,3})?)$/, 'must be "global" or capital letters such as "EU", "US", "US-CA"');

const date = z
  .string()
  .refine(isDate, 'must be a date, YYYY-MM-DD or YYYY-MM')
  .describe('YYYY-MM-DD, or YYYY-MM where the day is not known');

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(written)) return false;
  const full = written.length === 7 ? `${written}-01` : written;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full);
}

const absence = z.strictObject({ reason: text, date });

const control = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['toggle', 'form', 'email', 'account-setting', 'none-offered']),
    steps: z.array(text).max(20).default([]).describe('What a person does, one step each, in order'),
    regions: z
      .array(
        z
          .string()
          .regex(
            /^(global|(except:)?[A-Z]{2,3}(-[A-Z0-9]{1,3})?)$/,
            'must be "global", "EU" or "except:EU" and the like',
          ),
      )
      .min(1)
      .default(['global']),
    default: z.enum(['on', 'off', 'not-applicable', 'unknown']).default('unknown'),
    limits: z.array(text).default([]).describe('What refusing does not undo or cover'),
    lastKnownTrue: date,
    readAt: text.describe('Where it was read: a URL or a citation'),
  })
  .refine(({ kind, steps }) => kind === 'none-offered' || steps.length > 0, {
    path: ['steps'],
    message: 'must say what a person does (only a control of kind "none-offered" has no steps)',
  });

/** One document as written in a sources file; its full id is `platform/id`. */
export const documentSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(['privacy-policy', 'terms', 'ai', 'help']),
  urls: z.array(webUrl).min(1, 'must hold at least one URL').max(20).describe('Parts in reading order'),
  region: region.default('global'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be a language such as "en"')
    .default('en'),
  appliesTo: z.array(id).default([]).describe('Further platforms this document speaks for'),
  fetch: z.enum(['auto', 'http', 'browser']).default('auto'),
  every: everySchema.exactOptional().describe("How often it is checked; default: the platform's, else the settings'"),
  select: z.array(text).default([]).describe('CSS selectors of what to read; empty: found by itself'),
  remove: z.array(text).default([]).describe('CSS selectors of what to leave out'),
  enabled: z.boolean().default(true),
  proxy: webUrl.exactOptional(),
  robotsOverride: text.exactOptional().describe('Why robots.txt is not obeyed; recorded with each check'),
  note: text.exactOptional(),
});

/** One platform as written in a sources file. */
export const platformSchema = z.strictObject({
  id,
  name: text,
  owner: text.exactOptional().describe('Default: the name'),
  enabled: z.boolean().default(true).describe('false switches all its documents off'),
  every: everySchema.exactOptional().describe('How often its documents are checked; default: as in the settings'),
  documents: z.array(documentSchema).min(1, 'must hold at least one document'),
  controls: z.array(control).default([]),
  noAiPage: absence.exactOptional().describe('Instead of a document of kind "ai": why there is none'),
  noKnownControl: absence.exactOptional().describe('Instead of controls: why none is listed'),
});

/** `config/sources.json` as a whole. */
export const sourcesSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  platforms: z.array(platformSchema),
});

/** What a local file may say about a document that the shipped list has: any field, each replacing the shipped one. */
export const documentOverlaySchema = documentSchema.partial().required({ id: true });

/** The same for a platform; its documents are checked one by one, as some are new and some are not. */
export const platformOverlaySchema = platformSchema
  .omit({ documents: true })
  .partial()
  .required({ id: true })
  .extend({ documents: z.array(z.unknown()).optional() });

/** A platform that is new in a local file, again without a look at its documents. */
export const platformOutlineSchema = platformSchema.extend({ documents: z.array(z.unknown()).min(1) });

/** A local file without a look at its platforms. */
export const sourcesOutlineSchema = sourcesSchema.extend({ platforms: z.array(z.unknown()) });

export type DocumentEntry = z.output<typeof documentSchema>;
export type PlatformEntry = z.output<typeof platformSchema>;
