/** What the background notes for the time the browser runs: visits, the last fills, the page that awaits an answer. */
import { type Errand, ERRANDS } from '../../lib/errand.ts';
import { ROLES, type Role } from '../../lib/field-role.ts';
import { MOST_ADDRESS, NO_VISITS, type Request, type Tab, type Visit, type Visits } from '../../lib/institutions/visits.ts';
import { integer, list, oneOf, orNull, type Parser, record, text } from '../../lib/parse.ts';
import { type FactArea, type Memory, memory } from './memory.ts';

/** The step that a field of a document already has: only that very field may have it again. */
interface Held {
  tokenId: string;
  step: number;
  document: string;
  field: string;
}

/** A page that asked for an answer outside of it (unlock, or confirm in Firefox). */
export interface Intent {
  tabId: number;
  origin: string;
  roles: Role[];
  /** The one that was chosen in the page; null where none was. */
  tokenId: string | null;
  askedAt: number;
}

/** What the customer has asked for in a tab: a code leaves for nothing else, and once. */
export interface Warrant {
  tokenIds: string[];
  /** The document to which they were offered, as the browser names it; '' for a gesture outside of the page. */
  document: string;
  until: number;
}

/** The user named the institution of a page in the popup. */
interface Grant {
  tabId: number;
  origin: string;
  tokenId: string;
  until: number;
}

/** A completion page that was read; kept until the issuer has answered about its tokens. */
export interface Completion {
  errand: Errand;
  institutionCode: string;
  number: string;
  time: string;
  serial: string;
}

export interface Notes {
  visits: Memory<Visits>;
  held: Memory<Record<string, Held>>;
  /** By the id of the window that asks. */
  intents: Memory<Record<string, Intent>>;
  grant: Memory<Grant | null>;
  /** By tab id: asked for in our own windows, the menu or by key; and offered in the page. */
  gestures: Memory<Record<string, Warrant>>;
  offered: Memory<Record<string, Warrant>>;
  completions: Memory<Completion[]>;
  /** How often what was cut off was tried again since it last went well, by this worker and those before it. */
  attempts: Memory<number>;
}

function byKey<T>(inner: Parser<T>): Parser<Record<string, T>> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null) throw new TypeError(`${at}: expected an object`);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one, `${at}.${key}`)]));
  };
}

const anyText = text(2048);
const anyUrl = text(MOST_ADDRESS);
const anyInteger = integer(0);

export function notes(area: FactArea): Notes {
  const visit = record<Visit>({ code: text(4), origin: anyText, url: anyUrl });
  const request = record<Request>({ requestId: anyText, url: anyUrl, code: orNull(text(4)), initiator: orNull(anyText) });
  const tab = record<Tab>({ shown: orNull(anyUrl), before: orNull(anyUrl), visit: orNull(visit), request: orNull(request) });
  const visits = record<Visits>({ tabs: byKey(tab), entered: byKey(text(4)) });
  const held = record({ tokenId: anyText, step: anyInteger, document: anyText, field: anyText });
  const intent = record({ tabId: anyInteger, origin: anyText, roles: list(oneOf(...ROLES), 16), tokenId: orNull(anyText), askedAt: anyInteger });
  const warrant = record<Warrant>({ tokenIds: list(anyText, 10_000), document: anyText, until: anyInteger });
  const grant = record({ tabId: anyInteger, origin: anyText, tokenId: anyText, until: anyInteger });
  const completion = record({ errand: oneOf(...ERRANDS), institutionCode: text(4), number: anyText, time: anyText, serial: anyText });
  return {
    visits: memory(area, 'visits', visits, NO_VISITS),
    held: memory(area, 'held', byKey(held), {}),
    intents: memory(area, 'intents', byKey(intent), {}),
    grant: memory<Grant | null>(area, 'grant', orNull(grant), null),
    gestures: memory(area, 'gestures', byKey(warrant), {}),
    offered: memory(area, 'offered', byKey(warrant), {}),
    completions: memory<Completion[]>(area, 'completions', list(completion, 20), []),
    attempts: memory(area, 'attempts', anyInteger, 0),
  };
}
