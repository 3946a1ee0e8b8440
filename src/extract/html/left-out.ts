import type { Element } from 'domhandler';

/** Why a part of a page is no part of its text. */
export type LeftReason =
  | 'asks for consent'
  | 'navigation'
  | 'head of the site'
  | 'foot of the site'
  | 'dialog'
  | 'beside the text, mostly links'
  | 'form'
  | 'small box to use, not to read'
  | 'short notice'
  | 'links to other pages';

/** Elements that are no part of the text, with the reason. */
export type LeftOut = ReadonlyMap<Element, LeftReason>;
