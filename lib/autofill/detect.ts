/** Finds the fields of a page that want something of a token. Reads only: text first, layout for survivors. */
import { isCodeRow, runs } from './boxes.ts';
import { candidate, judged, type Candidate, type Judged } from './candidate.ts';
import type { Finding } from './finding.ts';
import { roleOf } from './role.ts';
import { sectionOf } from './section.ts';
import { isShown } from './shown.ts';
import { isIdentity, namesToken } from './words.ts';

export type { Finding } from './finding.ts';

/** Pages with more fields than this are tables of something; the rest is not read. */
const MOST_INPUTS = 200;
const TYPES = /^(text|tel|password|number)$/;
/** Commonest first: the browser stops at the first match. What is left can be a custom element. */
const ORDINARY =
  ':not(td,tr,div,span,th,a,p,li,br,input,img,option,label,b,dd,dt,ul,table,tbody,script,link,meta,h1,h2,h3,h4,strong,small,i,em,font,button,form,select,path,svg,section,nav,header,footer,main,dl,ol,hr,style,article,aside,fieldset,legend,thead,textarea,html,head,body,title)';

/** Also inside open shadow roots of custom elements. */
function inputsOf(root: Document | ShadowRoot): HTMLInputElement[] {
  const found = [...root.querySelectorAll('input')];
  for (const element of root.querySelectorAll(ORDINARY))
    if (element.shadowRoot && found.length < MOST_INPUTS) found.push(...inputsOf(element.shadowRoot));
  return found.slice(0, MOST_INPUTS);
}

function groups(inputs: HTMLInputElement[]): HTMLInputElement[][] {
  const rows = runs(inputs);
  const inRow = new Set(rows.flat());
  const singles = inputs.filter((one) => !inRow.has(one) && !one.matches(':disabled')).map((one) => [one]);
  return [...rows.filter(isCodeRow), ...singles];
}

/** A password beside an ID is the login password, whatever the headings say. */
function identifies({ text, boxes: [first] }: Candidate): boolean {
  return isIdentity(text) || /^(username|email)$/.test(first?.autocomplete ?? '');
}

function sameForm(a: Element, b: Element): boolean {
  return a.closest('form,dialog') === b.closest('form,dialog');
}

function judge(one: Candidate, all: Candidate[]): Judged | null {
  const first = one.boxes[0];
  if (!first) return null;
  const settled = one.label === 'code' || one.label === 'mixed';
  const others = settled ? [] : all.filter((other) => other !== one && other.boxes[0] && sameForm(other.boxes[0], first));
  const key = others.length > 0 ? sectionOf(first, first).key : null;
  const ids = others.filter((other) => identifies(other) && other.boxes[0] && sectionOf(other.boxes[0], other.boxes[0]).key === key);
  return judged(one, others.length === 0, ids.length > 0);
}

const isRival = (a: Judged, b: Judged): boolean =>
  a.section.key === b.section.key && !!a.boxes[0] && !!b.boxes[0] && sameForm(a.boxes[0], b.boxes[0]);

/** The most trusted of each role in each section. */
function winners(found: { judged: Judged; role: Finding['role'] }[]): { judged: Judged; role: Finding['role'] }[] {
  return found.filter((one, index) =>
    found.every((other, at) => {
      if (other === one || other.role !== one.role || !isRival(one.judged, other.judged)) return true;
      return one.judged.tier < other.judged.tier || (one.judged.tier === other.judged.tier && index < at);
    }),
  );
}

function serials(candidates: Candidate[], found: Judged[]): Finding[] {
  return candidates.flatMap((one) => {
    const element = one.boxes[0];
    if (!element || element.type === 'password' || (element.maxLength >= 0 && element.maxLength < 8)) return [];
    const section = sectionOf(element, element);
    const ofToken = found.length > 0 || [one.text, ...section.headings].some(namesToken);
    return ofToken && isShown(element) ? [{ element, role: 'serial', confidence: 'offer' } satisfies Finding] : [];
  });
}

/**
 * @returns one finding per field, in document order; one per box where a code is
 * typed into several. Read-only and filled fields are found, hidden ones are not.
 */
export function detect(document: Document): Finding[] {
  const inputs = inputsOf(document).filter((input) => TYPES.test(input.type));
  const read = groups(inputs).map(candidate).filter((one) => one !== null);
  const candidates = read.filter((one) => one.wanted);
  const [numbers, codes] = [candidates.filter((one) => one.label === 'serial'), candidates.filter((one) => one.label !== 'serial')];
  const survivors = codes
    .map((one) => judge(one, read))
    .filter((one) => one !== null)
    .filter((one) => one.boxes[0] && isShown(one.boxes[0]));
  const serial = serials(numbers, survivors);
  const beside = (one: Judged): boolean =>
    serial.some(({ element }) => sectionOf(element, element).key === one.section.key);
  const named = survivors.map((one) => ({ judged: one, role: roleOf(one.text, one.section, beside(one)) }));
  const coded = winners(named).flatMap(({ judged: { boxes, confidence }, role }) =>
    boxes.map((element): Finding => ({ element, role, confidence })),
  );
  const all = [...coded, ...serial];
  return all.toSorted((a, b) => inputs.indexOf(a.element) - inputs.indexOf(b.element));
}
