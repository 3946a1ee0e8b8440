import { styleText } from 'node:util';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { CheckOutcome } from '../domain/version.ts';
import type { CheckReport } from '../pipeline.ts';
import { summariseFacts } from './summarise-facts.ts';

const COLOURS: Readonly<Record<CheckOutcome, 'red' | 'green' | 'yellow' | 'cyan' | 'dim'>> = {
  first: 'cyan',
  unchanged: 'dim',
  unconfirmed: 'cyan',
  changed: 'red',
  cosmetic: 'dim',
  technical: 'dim',
  suspect: 'yellow',
  failed: 'yellow',
};

/** One row of `check`: document, outcome, time, and what it means or what went wrong. */
export function describeReport(
  { check, change }: CheckReport,
  { idWidth, colour }: { readonly idWidth: number; readonly colour: boolean },
): string {
  const outcome = check.outcome.padEnd(11);
  const shown = colour ? styleText(COLOURS[check.outcome], outcome, { validateStream: false }) : outcome;
  const row = `${check.documentId.padEnd(idWidth)}  ${shown}  ${`${check.ms} ms`.padStart(8)}`;
  const details = [change ? describeChange(change.classification) : '', escapeTerminal(check.message ?? '')];
  const detail = details.filter((text) => text !== '').join('; ');
  return detail === '' ? row : `${row}  ${detail}`;
}

function describeChange({ topics, severity, facts }: NonNullable<CheckReport['change']>['classification']): string {
  const head = topics.length > 0 ? `${topics.join(', ')} (${severity})` : 'not about AI';
  return facts.length > 0 ? `${head}: ${summariseFacts(facts)}` : head;
}
