import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A labelled pair of versions, as far as the measures need it. */
export interface Label {
  readonly id: string;
  readonly repo: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly label: 'ai-training' | 'ai-other' | 'none';
  readonly change: string;
  readonly facts: readonly string[];
  readonly evidence: readonly string[];
  readonly evidence_removed: readonly string[];
  readonly why: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly noise: string;
  readonly group?: string;
}

export type SetName = 'dev' | 'other-services';
export type Half = 'tuned' | 'held';

// Services whose documents share their sentences, or one lawyer, are one company here.
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  meta: ['Facebook', 'Instagram', 'Threads', 'WhatsApp', 'Meta AI', 'Llama API'],
  google: ['Gmail', 'YouTube', 'AdSense', 'Waze'],
  microsoft: ['Bing'],
  x: ['Twitter', 'X'],
  xai: ['Grok'],
  openai: ['ChatGPT', 'DALL·E'],
  alibaba: ['Alibaba.com', 'Qwen Chat'],
};
const OWNER = new Map(Object.entries(OWNERS).flatMap(([owner, services]) => services.map((one) => [one, owner])));

/** The company a label is about, in lower case. */
export function companyOf({ repo, file }: Pick<Label, 'repo' | 'file'>): string {
  const service = file.split('/')[repo === 'other-services' ? 1 : 0] ?? '';
  return OWNER.get(service) ?? (service.startsWith('Google ') ? 'google' : service.toLowerCase());
}

// The first seed after 20261126 (spent: its held half was looked at) that gives each half of each set 40 to 60 per cent
// of the training pairs, twins counted once.
export const SEED = 20261130;

/** Which half a company is in. Rules may be written with the tuned half in view; of the other only totals are printed. */
export function halfOf(company: string, seed = SEED): Half {
  const digest = createHash('sha256').update(`${seed}:${company}`).digest();
  return (digest[0] as number) % 2 === 0 ? 'tuned' : 'held';
}

/** The labels of a set whose capture was sound. */
export function readLabels(data: string, set: SetName): Label[] {
  return readFileSync(`${data}/${set}-labels.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label)
    .filter(({ noise }) => noise !== 'extraction-glitch');
}
