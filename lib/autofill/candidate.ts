/** One field (or row of boxes) that might want a code, with what the page says about it. */
import { isInParts } from './box-lengths.ts';
import { channel, headsOtherChannel } from './channel.ts';
import type { Confidence } from './finding.ts';
import { isForeign } from './foreign.ts';
import { declared, type Label, type Labels, namedLikeCode, ownLabel } from './label.ts';
import {
  asksForShown,
  asksPicture,
  asksToType,
  endsInMaker,
  headsCopy,
  headsOtherWay,
  headsSearch,
  isCardCode,
  isOfElsewhere,
  isOfNamedBank,
  isOfOtherDevice,
  isSearch,
  linksOthers,
  namesApp,
  namesAuthenticator,
  namesCode,
  namesStandard,
  namesToken,
  namesTwoSteps,
  namesVip,
  saysShownByApp,
  saysShownDigits,
  saysToType,
  startsMaker,
} from './mentions.ts';
import { rowText } from './row.ts';
import { isTyped, LINK } from './text.ts';
import { sectionOf, type Section } from './section.ts';
import { hasShape } from './shape.ts';
import {
  asksOurs,
  asksSpare,
  explains,
  explainsName,
  headingMeaning,
  isTokenAlone,
  isTransaction,
  meaning,
  namesSpare,
  secretName,
  type Meaning,
} from './words.ts';

export interface Candidate {
  first: HTMLInputElement;
  boxes: HTMLInputElement[];
  form: Element | null;
  /** What label and row say together. */
  label: Meaning;
  text: string;
  declared: 'code' | 'other' | 'none';
  /** Read when first asked for: most fields say enough by themselves. */
  readonly section: Section;
}

export interface Judged {
  field: Candidate;
  confidence: Confidence;
  /** Lower is more trusted. */
  tier: number;
}

const undecided = (one: Meaning): boolean => one === 'none' || one === 'generic' || one === 'bare';

/** Label first, row second. Null for a field of a search. */
export function candidate(boxes: HTMLInputElement[], labelsOf: Labels): Candidate | null {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || first.closest('[role=search]')) return null;
  let section: Section | null = null;
  const around = (): Section => (section ??= sectionOf(first, last));
  return {
    first,
    boxes,
    form: first.closest('form,dialog,[role=dialog]'),
    declared: declared(first),
    ...said(first, labelsOf, boxes.length > 1, around),
    get section() {
      return around();
    },
  };
}

/** A name that only this bank uses, and the page says beside the field that the token shows what is meant. */
function isExplained(text: string, description: string, around: () => Section): boolean {
  const name = secretName(text);
  if (name === undefined) return false;
  const { near, far, after, hint } = around();
  if (isCardCode(text) && [...near, ...far].some(namesVip)) return true;
  return saysWhatItIs(description) || saysWhatItIs(hint) || [after, ...near, ...far].some((one) => explainsName(name, one));
}

/** The field's description, or the first words behind it: 「トークンに表示される6桁の数字です」. A code that is for another field is no matter of this one. */
function saysWhatItIs(words: string): boolean {
  const sentences = words.replace(/[（(][^()（）]*[）)]/g, '').split(/(?<=。|[.!?] )/);
  return meaning(sentences.filter((one) => !isOfElsewhere(one)).join('')) === 'code';
}

/** Its label says little: what describes it, the line under it, or the step before tells what it is for. */
function isToldAround(first: HTMLInputElement, own: Label, text: string, around: () => Section): boolean {
  if (own.meaning === 'none' && saysWhatItIs(own.description) && namesCode(text)) return true;
  if (own.meaning !== 'none') return false;
  if (text.split('。').some((one) => asksForShown(one))) return around().near.some(startsMaker);
  const beside = first.form && [...first.form.elements].filter((one) => isTyped(one));
  return beside?.length === 1 && !explains(around().hint) && meaning(around().hint) === 'code';
}

/** What is said next to the field, by itself or by its row. */
function said(first: HTMLInputElement, labelsOf: Labels, isRow: boolean, around: () => Section): { label: Meaning; text: string } {
  const own = ownLabel(first, labelsOf, isRow);
  let { meaning: label, text } = own;
  if (undecided(label) || (label === 'other' && own.weak)) {
    const row = rowText(first, isRow);
    // A sample in the field may stand beside the label in its row; a talk above a message box is no label.
    if (label === 'other' && !hasShape(first, true) && (explains(row.text) || !namesToken(row.text))) return { label, text };
    // What is asked for in a whole sentence is asked for, too.
    const asked = own.meaning === 'bare' && ((explains(row.text) && namesCode(row.text)) || namesTwoSteps(row.text));
    if (!undecided(row.meaning) && !(row.meaning === 'other' && own.meaning !== 'none' && (asked || !own.weak))) label = row.meaning;
    else if (label === 'none' || (label === 'other' && row.meaning !== 'none')) label = row.meaning;
    text += `。${row.text}`;
  }
  if (label === 'other' && isToldAround(first, own, text, around)) label = 'code';
  const isUnsure = label === 'other' || (label === 'veto' && isCardCode(text));
  if (isUnsure && isExplained(text, own.description, around)) label = 'code';
  const isKept = label === 'generic' && first.autocomplete === 'current-password';
  if ((label === 'generic' || label === 'bare') && !isKept && saysWhatItIs(own.description)) label = 'code';
  return { label, text };
}

/** What a page lays out to be copied: a key, an address. Digits in such a field may come from the page's own keyboard. */
const isForReading = ({ readOnly, value }: HTMLInputElement): boolean => readOnly && /[^\d\s*•●]/.test(value);

/** A code that the page itself has made, to be taken from here. */
const isOutput = ({ first, section }: Candidate): boolean => first.readOnly && headsCopy(section.after);

/** False when label and row already say that this field is something else. */
export function isWanted({ label, text, declared: page, first }: Candidate): boolean {
  if (label === 'veto' || !/^(text|tel|password|number)$/.test(first.type)) return false;
  if (label !== 'serial' && isForReading(first)) return false;
  if (label === 'generic' && first.autocomplete === 'current-password') return false;
  // Pages also write one-time-code to keep a browser from filling names and new passwords.
  if (label === 'other') return page === 'code' && first.type !== 'password' && (namesCode(text) || hasShape(first, true));
  return page !== 'other' || label === 'code' || label === 'serial';
}

function otherChannel({ text, section }: Candidate, isAmong: boolean): 'delivered' | 'mixed' | 'none' {
  // Beside a field for each way in, what is said of the others is said of those.
  if (meaning(text) === 'code' && (saysShownByApp(text) || (isAmong && namesAuthenticator(text)))) return channel(text);
  // Who is asked for a code of the token right here isn't asked for what was sent for another field.
  const ours = [text, section.hint, ...section.near].some((one) => (meaning(one) === 'code' && namesApp(one)) || namesStandard(one));
  const first = [text, ...section.near].map((one) => channel(one)).find((found) => found !== 'none');
  if (first === 'mixed') return first;
  const all = [
    ...[text, ...section.near, ...(ours ? [] : [section.after])].map((one) => channel(one)),
    ...(ours ? [] : section.far.map((one) => channel(one, true))),
    ...(ours ? [] : section.headings.map((one) => (headsOtherChannel(one) ? 'delivered' : channel(one, true)))),
  ];
  return all.find((found) => found === 'delivered') ?? all.find((found) => found === 'mixed') ?? 'none';
}

/** A code from a list on paper is typed here. What the field is called by itself outweighs that only when it names the app. */
function wantsSpare({ text, section: { headings, near } }: Candidate): boolean {
  if (!headings.some(namesSpare) && !near.some(asksSpare)) return false;
  return ![text, ...near, ...headings].some((one) => (namesApp(one) || !text.includes(one)) && asksOurs(one));
}

type Verdict = { confidence: Confidence; tier: number } | null;
const offer = (tier: number): Verdict => ({ confidence: 'offer', tier });
const ask = (tier: number): Verdict => ({ confidence: 'ask', tier });

/** By the page's own declaration, or by a label that names the code. */
function outright({ boxes, first, label, declared: page }: Candidate, withIdentity: boolean): Verdict {
  if (boxes.length === 1 && !hasShape(first, false)) return null;
  if (label === 'code' || label === 'mixed') return offer(page === 'code' ? 1 : 2);
  return page === 'code' && !(withIdentity && label === 'generic') ? offer(1) : null;
}

/** What stands over a block without being a heading. */
const CAPTION = 20;

/** The sentences nearest to the field ask for a code, before any caption names another secret. A menu's link asks for nothing. */
function isAsked(near: string[]): boolean {
  const other = near.findIndex((text) => text.trim().length <= CAPTION && headingMeaning(text) === 'veto');
  return near.slice(0, other < 0 ? near.length : other).some((text) => meaning(text) === 'code' && (!text.trim().startsWith(LINK) || saysToType(text)));
}

/** What is shown is the app's, where that is named over it before anything else is. */
function isHeadedByShown({ headings: [nearest = '', ...others] }: Section, title: string): boolean {
  const shower = asksForShown(nearest) ? [...others, title].find((one) => namesApp(one) || headingMeaning(one) === 'veto') : undefined;
  return shower !== undefined && headingMeaning(shower) !== 'veto';
}

function byContext(one: Candidate, lone: boolean): Verdict {
  const { first, label, section } = one;
  // Parts are of telephone numbers and dates, too: only what is called a password or code is one.
  if (isInParts(one.boxes) && label !== 'generic') return null;
  // What the headings say, nearest first; the page's title only breaks the tie when there is none.
  const heading = isHeadedByShown(section, first.ownerDocument.title) ? 'code' : section.headings.map(headingMeaning).find((found) => found !== 'none');
  if (heading === 'veto') return null;
  if (label === 'bare' && [one.text, section.after, ...section.near].some(asksPicture)) return null;
  const asked = isAsked(section.near);
  const headed = section.headings.some((title) => asksToType(title) || (namesApp(title) && headingMeaning(title) === 'code'));
  const plain = label === 'none' && !(lone && (asked || headed));
  if (one.boxes.length === 1 && !hasShape(first, plain)) return null;
  if (label === 'none' && headsSearch(section.after)) return null;
  // A device in a list is called so, too: its field has no room for six digits only.
  const isNamed = label === 'bare' && !isTokenAlone(one.text) && (one.boxes.length > 1 || hasShape(first, true) || !endsInMaker(one.text.split('。').find(Boolean) ?? ''));
  if (isNamed && [one.text, ...section.near, ...section.far, ...section.headings].some(namesApp)) return offer(3);
  if (heading === 'code' || asked) return offer(4);
  if (label === 'bare' && isTokenAlone(one.text) && saysShownDigits(section.hint)) return offer(4);
  if (lone && section.isCodeScreen) return offer(5);
  const after = section.after.split('。').some((text) => meaning(text) === 'code' && !headsOtherWay(text));
  if (label === 'bare' && after) return offer(6);
  const around = [one.text, ...section.near, ...section.headings, first.ownerDocument.title];
  if (label === 'bare') return around.some((text) => namesTwoSteps(text) || namesStandard(text)) || namedLikeCode(first) || namesSpare(section.after) ? ask(7) : null;
  if (lone && label === 'none' && namedLikeCode(first)) return ask(7);
  const titled = headingMeaning(first.ownerDocument.title) === 'code';
  return lone && (after || (titled && section.headings.length === 0)) ? ask(8) : null;
}

interface Company {
  /** No other field of the same form asks for text, or none of them matters. */
  lone: boolean;
  /** One of them asks for an ID. */
  withIdentity: boolean;
  /** There are others, whether or not they matter. */
  isAmong: boolean;
}

export function judged(field: Candidate, { lone, withIdentity, isAmong }: Company): Judged | null {
  const verdict = outright(field, withIdentity) ?? (withIdentity && field.label !== 'bare' ? null : byContext(field, lone));
  const words = [field.text, ...field.section.near, ...field.section.headings];
  if (!verdict || isOutput(field) || isSearch(field.section.after) || words.some((one) => isTransaction(one) || isOfOtherDevice(one))) return null;
  const sent = otherChannel(field, isAmong);
  if (sent === 'delivered' || wantsSpare(field) || (isOfNamedBank(field.text) && field.section.headings.some(linksOthers))) return null;
  // Of another language we know a few words.
  const isUnsure = sent === 'mixed' || field.label === 'mixed' || isForeign(words);
  return { field, tier: verdict.tier, confidence: isUnsure ? 'ask' : verdict.confidence };
}
