/** Finds the fields of a page that want something of a token. Reads only: text first, layout for survivors. */
import { isCodeRow, runs } from './boxes.ts';
import { candidate, isWanted, judged, type Candidate, type Judged } from './candidate.ts';
import { turnIn } from './consecutive.ts';
import type { Finding } from './finding.ts';
import { labelsHere } from './label.ts';
import { isIdentity, namesToken } from './mentions.ts';
import { roleOf } from './role.ts';
import { isShown } from './shown.ts';
import { treesIn, typedFields } from './typed-fields.ts';

function groups(inputs: HTMLInputElement[]): HTMLInputElement[][] {
  const rows = runs(inputs);
  const inRow = new Set(rows.flat());
  const singles = inputs.filter((one) => !inRow.has(one) && !one.matches(':disabled')).map((one) => [one]);
  return [...rows.filter(isCodeRow), ...singles];
}

/** A password beside an ID is the login password, whatever the headings say. */
function identifies({ text, first }: Candidate): boolean {
  // An ID that is only shown was typed before.
  if (first.readOnly && first.value !== '') return false;
  return isIdentity(text) || /^(username|email|tel)/.test(first.autocomplete);
}

function judge(one: Candidate, all: Candidate[]): Judged | null {
  const settled = one.label === 'code' || one.label === 'mixed';
  const others = all.filter((other) => other !== one && other.form === one.form);
  const withIdentity = !settled && others.some((other) => identifies(other) && other.section.key === one.section.key);
  return judged(one, { lone: settled || others.length === 0, withIdentity, isAmong: others.length > 0 });
}

interface Named extends Judged {
  role: Finding['role'];
}

const isRival = (a: Named, b: Named): boolean =>
  a.role === b.role && a.field.section.key === b.field.section.key && a.field.form === b.field.form;

/** The most trusted of each role in each section; of equals the first. */
function winners(found: Named[]): Named[] {
  const ranked = found.toSorted((a, b) => a.tier - b.tier);
  return ranked.filter((one, index) => ranked.findIndex((other) => isRival(one, other)) === index);
}

const comesAfter = (a: Named, b: Named): boolean => (a.field.first.compareDocumentPosition(b.field.first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Where codes in a row are wanted, all of them: the winner may be the one that is named more clearly. */
function inTurn(winner: Named, found: Named[]): Named[] {
  const rivals = found.filter((one) => isRival(winner, one));
  const turns = rivals.map(({ field }) => turnIn(field.text));
  const first = turns[rivals.indexOf(winner)] === 1 ? winner : rivals.find((one, at) => turns[at] === 1 && comesAfter(one, winner));
  const row = first ? [first] : [];
  for (const turn of [2, 3]) {
    const last = row.at(-1);
    const next = rivals.find((one, at) => turns[at] === turn && last && comesAfter(last, one));
    if (!next) break;
    row.push(next);
  }
  return row.includes(winner) ? row : [winner];
}

/** One per box. */
function findings({ field, role, confidence }: Named, turn: number, row: Named[]): Finding[] {
  const follows = row[turn - 1]?.field.first;
  return field.boxes.map((element) => ({ element, role, confidence, ...(follows && { follows }) }));
}

function wantsSerial({ first, text, section }: Candidate, withCode: boolean): boolean {
  if (first.type === 'password' || (first.maxLength >= 0 && first.maxLength < 8)) return false;
  return (withCode || [text, ...section.headings].some(namesToken)) && isShown(first);
}

/**
 * @returns one finding per field, in document order; one per box where a code is
 * typed into several. Read-only and filled fields are found, hidden ones are not.
 */
export function detect(document: Document): Finding[] {
  const inputs = typedFields(treesIn(document));
  const labelsOf = labelsHere();
  const read = groups(inputs).map((boxes) => candidate(boxes, labelsOf)).filter((one) => one !== null);
  const wanted = read.filter(isWanted);
  const codes = wanted
    .filter((one) => one.label !== 'serial')
    .map((one) => judge(one, read))
    .filter((one) => one !== null)
    .filter(({ field }) => isShown(field.first));
  const serials = wanted.filter((one) => one.label === 'serial' && wantsSerial(one, codes.length > 0));
  const named = codes.map((one): Named => {
    const beside = serials.some(({ section }) => section.key === one.field.section.key);
    return { ...one, role: roleOf(one.field.text, one.field.section, beside, document.title) };
  });
  const all = [
    ...winners(named).flatMap((winner) => inTurn(winner, named).flatMap(findings)),
    ...serials.map(({ first }): Finding => ({ element: first, role: 'serial', confidence: 'offer' })),
  ];
  return all.toSorted((a, b) => inputs.indexOf(a.element) - inputs.indexOf(b.element));
}
