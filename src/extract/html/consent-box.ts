import type { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { type Measures, parentElement } from './measure.ts';

/** What the buttons of a cookie dialog say, in the languages of the larger platforms. */
const CONSENT_LABEL =
  /^(?:i )?(?:accept|agree|allow|reject|decline|deny|refuse|manage|customi[sz]e|got it|ok(?:ay)?$|only (?:necessary|essential)|(?:necessary|essential) (?:cookies )?only|cookie (?:settings|preferences)|save (?:settings|preferences|my choices)|confirm my choices|akzeptieren|alle (?:akzeptieren|ablehnen|cookies)|ablehnen|zustimmen|einstellungen|accepter|tout (?:accepter|refuser)|refuser|personnaliser|param[eè]trer|aceptar|rechazar|configurar|permitir|aceitar|rejeitar|accett|rifiut|accepteren|weigeren|zaakceptuj|odrzu|принять|отклонить|接受|拒绝|同意|すべて|同意する|拒否|동의|거부|모두)/iu;
const MAX_BOX = 6000;

/**
 * Boxes that ask for consent to cookies, whatever they are built of: an element that speaks of cookies around a button
 * that accepts or refuses them. A box that holds the page's title or main landmark is the page.
 */
export function consentBoxes(measures: Measures): Set<Element> {
  const boxes = new Set<Element>();
  for (const button of measures.buttons) {
    if (!CONSENT_LABEL.test(elementText(button, 40))) continue;
    const box = boxAround(button, measures);
    if (box) boxes.add(box);
  }
  return boxes;
}

function boxAround(button: Element, measures: Measures): Element | null {
  let box: Element | null = null;
  for (let at = parentElement(button); at && isBoxLike(at, measures); at = parentElement(at)) {
    const mass = measures.of(at);
    // It grows while nearly all of what it holds is the box already.
    if (box && mass.text > measures.of(box).text * 1.5 + 40) break;
    if (mass.cookies) box = at;
  }
  return box;
}

function isBoxLike(element: Element, measures: Measures): boolean {
  const mass = measures.of(element);
  if (element.name === 'body' || element.name === 'main' || element.name === 'article') return false;
  return mass.text < MAX_BOX && !mass.hasTitle;
}
