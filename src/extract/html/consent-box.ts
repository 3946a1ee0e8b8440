import type { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { type Measures, parentElement } from './measure.ts';

/** What the buttons of a cookie dialog say, in the languages of the larger platforms. */
const CONSENT_LABEL =
  /^(?:yes, )?(?:i )?(?:(?:accept|agree|allow|reject|decline|deny|refuse|disagree|manage|customi[sz]e|got it|ok(?:ay)?$|continue without|only (?:necessary|essential)|(?:use )?(?:strictly )?(?:necessary|essential) (?:cookies )?only|cookie (?:settings|preferences)|save (?:settings|preferences|and (?:exit|close)|my choices)|confirm (?:my )?(?:choices|selection)|akzeptieren|alles? (?:akzeptieren|ablehnen|cookies|zulassen)|nur (?:notwendige|erforderliche|essenzielle)|ablehnen|zustimmen|einverstanden|einstellungen|accepter|tout (?:accepter|refuser)|continuer sans|refuser|personnaliser|param[eè]trer|aceptar|rechazar|configurar|permitir|aceitar|rejeitar|recusar|accepteren|weigeren|alles (?:accepteren|weigeren)|zaakceptuj|akceptuj|odrzu\w+|acceptera|godkänn|avvisa|accepter alle|godta|avvis|hyväksy|hylkää|přijmout|odmítnout|elfogad\w*|accept[ăa]|refuz\w*|kabul et|reddet)\b|accett|rifiut|принять|отклонить|прийняти|відхилити|αποδοχή|απόρριψη|قبول|رفض|אישור|接受|拒绝|拒絕|全部接受|同意|すべて|許可|拒否|동의|거부|모두|수락)/iu;
const MAX_BOX = 6000;

/**
 * Boxes that ask for consent to cookies, whatever they are built of: an element that speaks of cookies around a button
 * that accepts or refuses them. A box that holds the page's title or main landmark is the page.
 */
export function consentBoxes(measures: Measures): Set<Element> {
  const boxes = new Set<Element>();
  for (const button of measures.buttons) {
    if (!answersConsent(button)) continue;
    const box = boxAround(button, measures);
    if (box) boxes.add(box);
  }
  return boxes;
}

/** Whether a button accepts or refuses cookies by what it says. */
export function answersConsent(button: Element): boolean {
  return CONSENT_LABEL.test(button.name === 'input' ? (button.attribs.value ?? '') : elementText(button, 40));
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
  return mass.text < MAX_BOX && mass.titles === 0;
}
