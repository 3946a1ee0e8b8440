import type { Redline } from '../domain/redline.ts';
import type { RenderOptions } from './render-options.ts';
import { renderTerminal } from './render-terminal.ts';

const MAIL_WIDTH = 76;

/** The redline for the text part of a mail: no colour, `[-…-]{+…+}`, lines of 76 characters. */
export function renderText(redline: Redline, options: RenderOptions = {}): string {
  return renderTerminal(redline, { width: MAIL_WIDTH, ...options, color: false });
}
