import { MONTH_NAMES } from './month-names.ts';

const MONTH = [...MONTH_NAMES].sort((x, y) => y.length - x.length).join('|');
const DATE = [
  `(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?)?(?:${MONTH})\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?,?(?:\\s+(?:de\\s+|del\\s+)?\\d{4})`,
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}',
  '\\d{4}\\s*[年년]\\s*\\d{1,2}\\s*[月월]\\s*\\d{1,2}\\s*[日일]',
  '\\d{4}[./]\\s*\\d{1,2}[./]\\s*\\d{1,2}\\.?',
].join('|');

// What a page says about its own text, not what the text says.
const NOTICE = [
  '(?:date\\s+of\\s+)?(?:the\\s+)?(?:last|latest|most\\s+recent(?:ly)?)\\s+(?:updated?|modified|modification|revised|revision|reviewed|changed?|edited)',
  '(?:updated|modified|revised)(?:\\s+on)?',
  'revision\\s+date',
  '(?:zuletzt|letzte)\\s+(?:aktualisiert|aktualisierung|geändert|änderung|überarbeitet)|stand|aktualisiert(?:\\s+am)?',
  '(?:date\\s+de\\s+)?(?:la\\s+)?dernière\\s+(?:mise\\s+à\\s+jour|modification|révision)|mis\\s+à\\s+jour(?:\\s+le)?',
  '(?:fecha\\s+de\\s+)?(?:la\\s+)?última\\s+(?:actualización|modificación|revisión)|actualizado(?:\\s+el)?',
  'ultimo\\s+aggiornamento|ultima\\s+modifica|última\\s+atualização|laatst\\s+(?:bijgewerkt|gewijzigd)(?:\\s+op)?',
  '最終更新日?|最終改定日?|最后更新(?:日期)?|最近更新(?:日期)?|更新日期|최종\\s*(?:수정일?|업데이트)',
].join('|');

const NOTICE_SENTENCE = new RegExp(
  `^(?:(?:this|these|our|the|diese|cette|esta|questa)\\s+(?:[\\p{L}-]+\\s+){0,5}(?:was|were|is|wurde|a\\s+été)\\s+)?` +
    `(?:${NOTICE})\\s*(?:on|date|am|le|el|vom|:|-|\\s)*\\s*(?:${DATE})[\\s.]*$`,
  'iu',
);

const RELATIVE_SENTENCE = new RegExp(
  `^(?:(?:${NOTICE}|published|posted)\\s*:?\\s*)?(?:(?:about|over|almost)\\s+)?(?:` +
    '(?:\\d+|an?|one)\\s+(?:second|minute|hour|day|week|month|year)s?\\s+ago|yesterday|today|just\\s+now|' +
    'last\\s+(?:week|month|year)|' +
    'vor\\s+(?:\\d+|einem|einer)\\s+(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n)?|' +
    'il\\s+y\\s+a\\s+(?:\\d+|une?)\\s+(?:seconde|minute|heure|jour|semaine|mois|an)s?|' +
    'hace\\s+(?:\\d+|una?)\\s+(?:segundo|minuto|hora|día|semana|mes|año)(?:e?s)?' +
    ')[\\s.]*$',
  'iu',
);

// A notice is a line, or a sentence of one; longer than this it is a clause.
export const LONGEST_NOTICE = 120;
const PARTS = /(\s[|·•]\s|(?<=(?<!\b\d{1,2})[.!?])\s+|[()\n])/u;

// What every match holds: most parts are told by it, without the way through all alternatives.
const NOTICE_CLUE = /\d/;
const RELATIVE_CLUE = /ago|day|now|last|vor|il|hace/iu;

interface Masking {
  readonly pattern: RegExp;
  readonly clue: RegExp;
  readonly by: string;
}

function mask(text: string, { pattern, clue, by }: Masking): string {
  if (!/\d|day|now|last/i.test(text)) return text;
  let found = false;
  const parts = text.split(PARTS).map((part) => {
    if (part.length > LONGEST_NOTICE || !clue.test(part) || !pattern.test(part.trim())) return part;
    found = true;
    return by;
  });
  return found ? parts.join('') : text;
}

/** The text with every "last updated" notice made one: dates of the notice itself, never those of a clause. */
export function maskNoticeDates(text: string): string {
  return mask(text, { pattern: NOTICE_SENTENCE, clue: NOTICE_CLUE, by: '{notice}' });
}

/** The text with every line such as "Updated 3 days ago" made one. */
export function maskRelativeDates(text: string): string {
  return mask(text, { pattern: RELATIVE_SENTENCE, clue: RELATIVE_CLUE, by: '{ago}' });
}
