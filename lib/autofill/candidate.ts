/** One field (or row of boxes) that might want a code, with what the page says about it. */
import type { Confidence } from './finding.ts';
import { declared, groupLabel, namedLikeCode, ownLabel } from './label.ts';
import { rowText } from './row.ts';
import { isCodeScreen, sectionOf, type Section } from './section.ts';
import {
  asksToType,
  channel,
  headingMeaning,
  headsOtherChannel,
  headsSearch,
  isTransaction,
  meaning,
  namesApp,
  namesTwoSteps,
  type Meaning,
} from './words.ts';

export interface Candidate {
  boxes: HTMLInputElement[];
  /** What label and row say together. */
  label: Meaning;
  text: string;
  declared: boolean;
  wanted: boolean;
}

export interface Judged extends Candidate {
  section: Section;
  confidence: Confidence;
  /** Lower is more trusted. */
  tier: number;
}

const undecided = (one: Meaning): boolean => one === 'none' || one === 'generic' || one === 'bare';

/** Label first, row second. `wanted` is false when they already say that this field is something else. */
export function candidate(boxes: HTMLInputElement[]): Candidate | null {
  const one = read(boxes);
  return one && { ...one, wanted: isWanted(one) };
}

function isWanted({ label, declared: isDeclared, boxes: [first] }: Omit<Candidate, 'wanted'>): boolean {
  if (!first || label === 'veto' || (label === 'other' && !isDeclared)) return false;
  return declared(first) !== 'other' || label === 'code' || label === 'serial';
}

function read(boxes: HTMLInputElement[]): Omit<Candidate, 'wanted'> | null {
  const first = boxes[0];
  if (!first || first.closest('[role=search]')) return null;
  const isRow = boxes.length > 1;
  const own = ownLabel(first, isRow);
  const group = isRow ? groupLabel(first) : null;
  let label = group && undecided(own.meaning) && group.meaning !== 'none' ? group.meaning : own.meaning;
  let text = `${own.text}。${group?.text ?? ''}`;
  if (undecided(label) || (label === 'other' && own.weak)) {
    const row = rowText(first);
    if (!undecided(row.meaning) && !(row.meaning === 'other' && own.meaning !== 'none' && !own.weak)) label = row.meaning;
    else if (label === 'none') label = row.meaning;
    text += `。${row.text}`;
  }
  return { boxes, label, text, declared: declared(first) === 'code' };
}

/** Room for a code of six to eight digits, and nothing that speaks for running text. */
function hasShape(element: HTMLInputElement, strict: boolean): boolean {
  const { maxLength } = element;
  if (maxLength >= 0 && (maxLength < 4 || maxLength > 64)) return false;
  const limited = maxLength >= 4 && maxLength <= 12;
  return !strict || limited || element.type !== 'text' || element.inputMode === 'numeric';
}

function otherChannel(one: Candidate, section: Section): 'delivered' | 'mixed' | 'none' {
  const near = [one.text, ...section.near, section.after].map((text) => channel(text));
  const far = section.far.map((text) => channel(text, true));
  const heads = section.headings.map((text) => (headsOtherChannel(text) ? 'delivered' : channel(text, true)));
  const all = [...near, ...far, ...heads];
  return all.find((found) => found === 'delivered') ?? all.find((found) => found === 'mixed') ?? 'none';
}

/** What the headings say, nearest first; the page's title only breaks the tie when there is none. */
function headed(section: Section): 'code' | 'veto' | 'none' {
  return section.headings.map(headingMeaning).find((one) => one !== 'none') ?? 'none';
}

type Verdict = { confidence: Confidence; tier: number } | null;
const offer = (tier: number): Verdict => ({ confidence: 'offer', tier });
const ask = (tier: number): Verdict => ({ confidence: 'ask', tier });

function byContext(one: Candidate, section: Section, lone: boolean): Verdict {
  const first = one.boxes[0];
  if (!first) return null;
  const heading = headed(section);
  if (heading === 'veto') return null;
  const said = section.near.some((text) => meaning(text) === 'code');
  const plain = one.label === 'none' && !(lone && (said || section.headings.some(asksToType)));
  if (one.boxes.length === 1 && !hasShape(first, plain)) return null;
  if (one.label === 'none' && headsSearch(section.after)) return null;
  if (one.label === 'bare' && [one.text, ...section.near, ...section.far, ...section.headings].some(namesApp)) return offer(3);
  if (heading === 'code' || said) return offer(4);
  if (lone && isCodeScreen(first.ownerDocument)) return offer(5);
  if (one.label === 'bare') return section.headings.some(namesTwoSteps) ? ask(7) : null;
  if (one.label === 'none' && namedLikeCode(first)) return ask(6);
  const after = section.after.split('。').some((text) => meaning(text) === 'code');
  const titled = headingMeaning(first.ownerDocument.title) === 'code';
  return lone && (after || (titled && section.headings.length === 0)) ? ask(8) : null;
}

/** `lone`: no other field of the same form asks for text, and none for an ID. */
export function judged(one: Candidate, lone: boolean, withIdentity: boolean): Judged | null {
  const [first, last] = [one.boxes[0], one.boxes.at(-1)];
  if (!first || !last) return null;
  const section = sectionOf(first, last);
  if ([one.text, ...section.near, ...section.headings].some(isTransaction)) return null;
  const sent = otherChannel(one, section);
  if (sent === 'delivered') return null;
  const verdict = outright(one) ?? (withIdentity && !one.declared ? null : byContext(one, section, lone));
  if (!verdict) return null;
  const mixed = sent === 'mixed' || one.label === 'mixed';
  return { ...one, section, tier: verdict.tier, confidence: mixed ? 'ask' : verdict.confidence };
}

/** By the page's own declaration, or by a label that names the code. */
function outright(one: Candidate): Verdict {
  const fits = one.boxes.length > 1 || (one.boxes[0] !== undefined && hasShape(one.boxes[0], false));
  if (!fits) return null;
  if (one.label === 'code' || one.label === 'mixed') return offer(one.declared ? 1 : 2);
  return one.declared ? offer(1) : null;
}
