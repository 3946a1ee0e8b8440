import type { Element } from 'domhandler';

/** Counts the items of an ordered list as a browser does. */
export class ListCounter {
  readonly #style: string;
  #next: number;

  constructor(list: Element) {
    this.#style = list.attribs.type ?? '1';
    this.#next = Number.parseInt(list.attribs.start ?? '1', 10) || 1;
  }

  next(item: Element): string {
    const own = Number.parseInt(item.attribs.value ?? '', 10);
    if (!Number.isNaN(own)) this.#next = own;
    const number = this.#next;
    this.#next += 1;
    return `${styled(number, this.#style)}.`;
  }
}

function styled(number: number, style: string): string {
  if (number < 1 || number > 3999) return String(number);
  if (style === 'a' || style === 'A') {
    const letters = letterNumber(number);
    return style === 'a' ? letters : letters.toUpperCase();
  }
  if (style === 'i' || style === 'I') return style === 'I' ? roman(number) : roman(number).toLowerCase();
  return String(number);
}

function letterNumber(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let left = number;
  let out = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      out += sign;
      left -= value;
    }
  }
  return out;
}
