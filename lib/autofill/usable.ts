/** Whether a found field may be filled now. Asked right before every fill. */
import { Refusal } from '../refusal.ts';
import { isShown } from './shown.ts';
import { isElement, shadowOf } from './text.ts';

/**
 * An input named `action` hides `form.action`, one named `getAttribute` hides the
 * method: in every world, since the form itself answers. The prototype doesn't lie.
 */
function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Resolved as the browser would, so `<base>` counts. Script addresses stay in the page. */
function leadsElsewhere(address: string | null, document: Document): boolean {
  if (!address?.trim()) return false;
  // After sandboxing or about:blank there is no origin worth a code.
  const own = document.location?.origin;
  const url = URL.parse(address, document.baseURI);
  return url?.protocol !== 'javascript:' && url?.origin !== own;
}

function sendsElsewhere(field: HTMLInputElement): boolean {
  const { form, ownerDocument } = field;
  if (!form) return false;
  const senders = ownerDocument.querySelectorAll<HTMLButtonElement>('button[formaction],input[formaction]');
  const addresses = [...senders].filter((one) => one.form === form).map((one) => attribute(one, 'formaction'));
  return [attribute(form, 'action'), ...addresses].some((address) => leadsElsewhere(address, ownerDocument));
}

/**
 * Once it has the focus: a page may answer that by making another field of it. Not whether it is covered, since a hint may open over it.
 * @throws Refusal `field-unusable`
 */
export function expectUnchanged(field: HTMLInputElement): void {
  if (!isShown(field) || field.matches(':disabled') || sendsElsewhere(field)) throw new Refusal('field-unusable');
}

/** Something else would receive a click on the field's left half. The right end often holds an icon. */
export function isCovered(field: HTMLInputElement): boolean {
  const tree = shadowOf(field) ?? field.ownerDocument;
  if (typeof tree.elementFromPoint !== 'function') return false;
  const box = field.getBoundingClientRect();
  if (box.width === 0) return false;
  return [0.25, 0.5].some((share) => {
    const top = tree.elementFromPoint(box.left + box.width * share, box.top + box.height / 2);
    return top !== field && !isOwnLabel(top, field);
  });
}

function isOwnLabel(top: Element | null, field: HTMLInputElement): boolean {
  const label = top && isElement(top) ? top.closest('label') : null;
  return label !== null && label.control === field && !label.contains(field);
}

/**
 * At the edge of the window, where `nearest` leaves it, a bar of the page that stays there may lie over the field: then the window,
 * and nothing else, is moved so that the field is in its middle. In a scroller too small for it a field stays covered.
 */
function isFree(field: HTMLInputElement): boolean {
  field.scrollIntoView?.({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (!isCovered(field)) return true;
  const { top, height } = field.getBoundingClientRect();
  const view = field.ownerDocument.defaultView;
  view?.scrollBy({ top: top + height / 2 - view.innerHeight / 2, behavior: 'instant' });
  return !isCovered(field);
}

/**
 * @param length of what will be written into this one field
 * @throws Refusal `field-read-only`, `field-unusable`
 */
export function expectUsable(field: HTMLInputElement, length: number): void {
  if (!isShown(field) || field.matches(':disabled')) throw new Refusal('field-unusable');
  if (field.readOnly) throw new Refusal('field-read-only');
  if (field.maxLength >= 0 && field.maxLength < length) throw new Refusal('field-unusable');
  if (sendsElsewhere(field)) throw new Refusal('field-unusable');
  if (!isFree(field)) throw new Refusal('field-unusable');
}
