import type { Block } from '../domain/block.ts';

/*
 * Short lines that say something about the moment of the request, not about the document: how long ago it was edited,
 * who found it helpful, an identifier of the request, a number that counts something. A sentence is never one of them.
 */
const AGO =
  /\b(?:\d+|an?|one|few|several|last)\s+(?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s?\s+ago\b|\bjust now\b|\bvor\s+(?:\d+|einem|einer)\s+(?:Sekunde|Minute|Stunde|Tag|Woche|Monat|Jahr)|\bil y a\s+(?:\d+|une?)\s|\bhace\s+(?:\d+|una?)\s|\bh[áa]\s+\d+\s+(?:dia|hora|m[eê]s|semana|minuto)|\d+\s*(?:日|時間|週間|か月|分)前|\d+\s*(?:天|小时|分钟|个月|周)前/iu;
const EDITED_DAY =
  /^(?:(?:last )?(?:updated|edited|modified|published|posted|reviewed|written)\b.{0,20})?\b(?:today|yesterday|this (?:week|month)|gestern|heute|hier|aujourd'hui|ayer|hoy)\.?$/iu;
const FEEDBACK =
  /^(?:was this (?:article |page |information |section )?helpful|did (?:this|we) (?:answer|help)|\d[\d,.]* (?:out of \d[\d,.]* )?(?:people|users?|visitors|readers) found this|(?:please )?(?:sign|log) in to (?:leave a )?(?:comment|reply|vote)|(?:\d[\d,.]*[KM]? ?(?:views?|comments?|likes?|shares?|reactions?|replies|upvotes?|claps?)[\s·•|]*)+$|war (?:dies|dieser artikel) hilfreich|cette page vous|fue útil)/iu;
/** Who wrote an article and the label whose date has gone. */
const BYLINE =
  /^(?:(?:last )?(?:updated|edited|modified|published|posted)|(?:written|posted|published|edited|authored) by(?: [\p{L}.'-]+){1,4})$/iu;
const MACHINE_ID = /\b(?:[0-9a-f]{24,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{15,})\b/iu;
const READING_TIME = /^\d+\s*[- ]?min(?:ute)?s?\.?\s+read$/iu;
const SHORT = 70;
/** A telephone number, a date, an amount: figures that say something by themselves. */
const MEANS_SOMETHING =
  /^\(?\+?\d[\d\s()./-]{5,}\d$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|[%‰\p{Sc}]|^\d+[.,]\d+$|[年月日년월일]/u;

/** True for a line that differs from one request to the next although the document is the same. */
export function isVolatile(block: Block): boolean {
  const { text, kind } = block;
  if (kind === 'table-row' || text.length > SHORT) return false;
  if (FEEDBACK.test(text) || READING_TIME.test(text) || BYLINE.test(text)) return true;
  if (kind === 'heading') return false;
  const sentence = /[.!?]$/.test(text) && text.length > 30;
  if (!sentence && (AGO.test(text) || MACHINE_ID.test(text) || EDITED_DAY.test(text))) return true;
  // A number or a sign alone: a pager, a counter, a separator.
  return kind === 'paragraph' && !/\p{L}/u.test(text) && !MEANS_SOMETHING.test(text);
}
