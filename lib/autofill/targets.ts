/** Which of the found fields one gesture fills. */
import { rowOf } from './boxes.ts';
import { detect } from './detect.ts';
import type { Role } from '../field-role.ts';
import type { Finding } from './finding.ts';
import { shadowOf } from './text.ts';

export interface Targets {
  /** One field or the boxes of a row; empty where only the serial is asked for. */
  code: HTMLInputElement[];
  serial: HTMLInputElement | null;
  roles: Role[];
  /** It is one of codes in a row, which are sent together: it stays when it runs out. */
  inTurn: boolean;
  /** The field the gesture is about; its key asks for the code. */
  first: HTMLInputElement;
}

const ORDER: Role[] = ['current', 'new', 'old'];

function boxesOf(element: HTMLInputElement): HTMLInputElement[] {
  const tree = shadowOf(element) ?? element.ownerDocument;
  return rowOf(element, [...tree.querySelectorAll('input')]);
}

function together(a: Element, b: Element): boolean {
  return a.closest('form,dialog') === b.closest('form,dialog');
}

/** Of codes in a row the one whose turn it is: those before it are there already. */
function whoseTurn(codes: Finding[], chosen: Finding | undefined): Finding | undefined {
  const before = codes.find(({ element }) => element === chosen?.follows);
  if (before && before.element.value === '') return whoseTurn(codes, before);
  return chosen;
}

/** Where the user acted on none of them: the first that is empty. When all are there it begins anew. */
function firstEmpty(codes: Finding[], first: Finding | undefined): Finding | undefined {
  let one = first;
  while (one && one.element.value !== '') one = codes.find(({ follows }) => follows === one?.element);
  return one ?? first;
}

/** `near`: the field the user acted on, if it was in the page; it decides between old and new. */
export function targetsIn(findings: Finding[], near: Element | null): Targets | null {
  const codes = findings.filter(({ role }) => role !== 'serial');
  const beside = near ? codes.filter(({ element }) => together(element, near)) : [];
  const wanted = ORDER.flatMap((role) => (beside.length > 0 ? beside : codes).filter((one) => one.role === role));
  const chosen = whoseTurn(codes, codes.find(({ element }) => element === near)) ?? firstEmpty(codes, wanted[0]);
  const serials = findings.filter(({ role }) => role === 'serial').map(({ element }) => element);
  const anchor = chosen?.element ?? near;
  const serial = chosen?.role === 'old' ? undefined : serials.find((one) => !anchor || together(one, anchor));
  const first = chosen?.element ?? serial;
  if (!first) return null;
  const roles: Role[] = [...(chosen ? [chosen.role] : []), ...(serial ? (['serial'] as const) : [])];
  const code = chosen ? boxesOf(chosen.element) : [];
  const inTurn = chosen?.follows !== undefined || codes.some(({ follows }) => follows !== undefined && code.includes(follows));
  return { code, serial: serial ?? null, roles, inTurn, first };
}

export function targetsOf(document: Document, near: Element | null): Targets | null {
  return targetsIn(detect(document), near);
}
