/** What the field says of itself: its labels, aria names, placeholder, title and `autocomplete`. */
import { attributeOf } from './attribute.ts';
import { namesCode, namesProof, namesTwoSteps } from './mentions.ts';
import { LONGEST, shadowOf, textOf } from './text.ts';
import { meaning, type Meaning } from './words.ts';

export interface Label {
  meaning: Meaning;
  /** Placeholder and title only: an unknown word there doesn't outweigh the row. */
  weak: boolean;
  text: string;
  /** What the page says to describe the field, beside its label. */
  description: string;
}

/** 「3桁目」, `Digit 3 of 6`: the place of a box in its row, not a label. */
const PLACE =
  /\d+\s*(桁目|文字目|番目|つ目)|(digit|character|box|code|number)?\s*\d+\s*(of|\/|／|-)\s*\d+|(digit|character|box)\s*\d+|\bcharacter\b/gi;
export const withoutPlace = (text: string): string => text.normalize('NFKC').replace(PLACE, '');
const ONLY_SAMPLE = /^\s*[(（]?(例|ex|e\.g)?[)）.:：]*[\s\d●•*＊_\-‐–—―・.xXＸ０-９]*$/i;

function refersTo(element: Element, attribute: string): Element[] {
  const ids = (attributeOf(element, attribute) ?? '').split(/\s+/).filter(Boolean);
  // Names are looked up in the element's own tree.
  const tree = shadowOf(element) ?? element.ownerDocument;
  return ids.map((id) => tree.getElementById(id)).filter((one) => one !== null);
}

/** The text of the elements that an `aria-` attribute refers to, as one name: of 「ワンタイム」 and 「パスワード」 it is both (accname 1.2). */
export const referred = (element: Element, attribute: string): string => refersTo(element, attribute).map((one) => textOf(one, '', LONGEST)).join(' ');

/** The labels of a field. */
export type Labels = (element: Element) => HTMLLabelElement[];

function labelsIn(tree: ParentNode): Map<Element, HTMLLabelElement[]> {
  const found = new Map<Element, HTMLLabelElement[]>();
  for (const label of tree.querySelectorAll('label')) if (label.control) found.set(label.control, [...(found.get(label.control) ?? []), label]);
  return found;
}

/** For one look at a page: a field's own `labels` has the browser search the whole page, for each field anew. */
export function labelsHere(): Labels {
  const trees = new Map<Node, Map<Element, HTMLLabelElement[]>>();
  return (element) => {
    const tree = shadowOf(element) ?? element.ownerDocument;
    const found = trees.get(tree) ?? labelsIn(tree);
    trees.set(tree, found);
    return found.get(element) ?? [];
  };
}

function labelTexts(element: HTMLInputElement, labelsOf: Labels): string[] {
  const labels = labelsOf(element).filter((label) => label.querySelectorAll('input:not([type=hidden],[type=checkbox])').length < 2);
  const named = referred(element, 'aria-labelledby');
  // The heading of a dialog that has something confirmed leaves it to what stands under it by what.
  const isHeading = meaning(named) === 'other' && namesProof(named) && refersTo(element, 'aria-labelledby').every(({ nodeName }) => /^H[1-6]$/.test(nodeName));
  return [...labels.map((label) => textOf(label, '', LONGEST)), isHeading ? '' : named, element.getAttribute('aria-label') ?? ''];
}

/** The first of these a person would be told of; a veto anywhere wins. */
const STRONG: Meaning[] = ['veto', 'mixed', 'serial', 'code'];

function combine(texts: string[]): Meaning {
  const found = texts.map(meaning);
  return STRONG.find((one) => found.includes(one)) ?? found.find((one) => one !== 'none') ?? 'none';
}

export function ownLabel(element: HTMLInputElement, labelsOf: Labels, isBox = false): Label {
  const clean = isBox ? withoutPlace : (text: string): string => text;
  const strong = labelTexts(element, labelsOf).map(clean);
  const hints = [element.placeholder, element.title].filter((text) => !ONLY_SAMPLE.test(text)).map(clean);
  const named = combine(strong);
  // 「二段階認証」 right at a field is what its code is for.
  const first = named === 'none' && strong.some(namesTwoSteps) ? 'bare' : named;
  const second = combine(hints);
  const description = referred(element, 'aria-describedby');
  const hinted = STRONG.includes(second) || first === 'none' || (second === 'bare' && (first === 'generic' || (first === 'other' && strong.some(namesCode))));
  return {
    meaning: first === 'veto' || !hinted ? first : second,
    weak: first === 'none',
    text: [...strong, ...hints, description].filter(Boolean).join('。'),
    description,
  };
}

const OTHER_AUTOFILL =
  /^(cc-|username$|email$|tel|postal|address|street|name$|given-|family-|bday|organization|country|transaction|url$)/;

/** `code` for `one-time-code`, `other` where the page declares another kind of value. */
export function declared(element: Element): 'code' | 'other' | 'none' {
  const tokens = (element.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  if (tokens.includes('one-time-code')) return 'code';
  return tokens.some((token) => OTHER_AUTOFILL.test(token)) ? 'other' : 'none';
}

const CODE_NAME = /(^|[^a-z])t?otp([^a-z]|$)|one[-_]?time[-_]?[pct]|token_?code|two[-_]?factor|authenticator[-_]?(code|token)|(^|[^a-z])[2mt]fa([^a-z]|$)/i;
/** `loginOtp`, and not `footprint`. */
const CODE_IN_CAMEL_CASE = /[a-z](Otp|Totp)(?![a-z])|[a-z]M[Ff][Aa](?![a-z])/;

/** Weakest sign of all: programmers' names. Only for fields that nothing else explains. */
export function namedLikeCode(element: Element): boolean {
  const names = `${element.getAttribute('name') ?? ''} ${element.id}`;
  return CODE_NAME.test(names) || CODE_IN_CAMEL_CASE.test(names);
}
