/** The popup's one hook: it asks the background and writes to the clipboard; the reducer decides the rest. */
import { useCallback, useEffect, useReducer } from 'preact/hooks';
import { profiles } from '../lib/institutions/profiles.ts';
import { readSite } from '../lib/institutions/site.ts';
import type { Clearing } from '../lib/messages/clipboard.ts';
import type { Look } from '../lib/messages/looks.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { type DetailActs, detailActs } from './detail-acts.ts';
import { useNewestLook } from './newest-look.ts';
import { codesOnPage } from './page-picture.ts';
import type { PageEyes } from './page-picture.ts';
import { fillNotice, firstState, type Notice, popupReducer, untilNextLook } from './popup-state.ts';
import type { PopupEvent, PopupState } from './popup-state.ts';
import { reportedReasonOf } from './sentences.ts';

interface PopupEdges extends PageEyes {
  ask: Asking;
  /** What was seen before the first drawing; null: nothing yet. */
  seen: Look | null;
  now: () => number;
  writeClipboard: (digits: string) => Promise<void>;
  /** Calls back whenever the background says that a token changed; the answer ends that. */
  onTokensChanged: (act: () => void) => () => void;
  /** Asks for the browser's permission for the site of this origin; false when it is refused. Only during a click or key. */
  requestSite: (origin: string) => Promise<boolean>;
  /** Asks for the browser's leave to read and clear the clipboard; false when it is refused. Only during a click or key. */
  requestClipboard: () => Promise<boolean>;
  /** Opens a page of ours (`/enrol.html`) or a login page in a tab. */
  open: (address: string) => void;
  /** The same view beside the page. Only during a click or key. Null: this is it. */
  openBeside: (() => Promise<void>) | null;
}

interface PopupActs extends DetailActs {
  lookAgain: () => Promise<void>;
  copy: (tokenId: string) => Promise<void>;
  fill: (tokenId: string) => Promise<void>;
  lock: () => Promise<void>;
  beside: () => Promise<void>;
  drop: (pendingId: string) => Promise<void>;
  check: (tokenId: string) => Promise<void>;
  remove: (tokenId: string) => Promise<void>;
  restore: (tokenId: string) => Promise<void>;
  endExchange: (tokenId: string) => Promise<void>;
  acceptClock: (offset: number) => Promise<void>;
  mendedSeen: () => Promise<void>;
  /** Of a counting token: each call uses its counter up by one. */
  next: (tokenId: string) => Promise<void>;
  copyCounted: (tokenId: string, digits: string) => Promise<void>;
  /** To be called in the click itself. */
  askClearing: () => Promise<void>;
  /** Of an imported token. Throws what was refused: its form says so. */
  rename: (tokenId: string, names: { issuer: string; account: string }) => Promise<void>;
  /** The site of an imported token, as typed; null takes it away. To be called in the click itself. Throws what was refused. */
  bind: (tokenId: string, site: string | null) => Promise<void>;
  /** The browser is asked once more; in the click itself. False: it was refused. */
  permit: (origin: string) => Promise<boolean>;
  /** The QR codes on the visible page go to the import page. */
  readPage: () => Promise<void>;
}

export interface PopupProps extends PopupEdges {
  stretch: Stretch;
  close: () => void;
}

/** What every face of the popup is given. */
export interface FaceProps {
  props: PopupProps;
  state: PopupState;
  tell: (event: PopupEvent) => void;
  acts: PopupActs;
  filling: boolean;
  /** The page has been read for more than 300 ms. */
  reading: boolean;
}

type Tell = (event: PopupEvent) => void;

interface Copy {
  digits: string;
  endsAt: number;
  again: boolean;
  clearing: Clearing;
  counted: boolean;
}

async function copyCode(edges: PopupEdges, tokenId: string, { digits, endsAt, ...said }: Copy, tell: Tell): Promise<void> {
  try {
    await edges.writeClipboard(digits);
    tell({ kind: 'noticed', notice: { kind: 'copied', at: tokenId, until: endsAt, ...said } });
  } catch {
    tell({ kind: 'noticed', notice: { kind: 'clipboard-refused', at: tokenId } });
  }
}

async function copyCounted(edges: PopupEdges, tokenId: string, digits: string, tell: Tell): Promise<void> {
  const { clearing, clearsAt } = await edges.ask('copyCounted', { digits });
  await copyCode(edges, tokenId, { digits, endsAt: clearsAt, again: false, clearing, counted: true }, tell);
}

/** The popup may be gone before the browser is answered; that it was asked is sent first. */
async function askClearing({ ask, requestClipboard }: PopupEdges, tell: Tell): Promise<void> {
  const noted = ask('clearingAsked', {}).catch(() => undefined);
  const given = await requestClipboard().catch(() => false);
  await noted;
  tell({ kind: 'clearing-answered', given });
}

/** Nothing is awaited before it: the browser wants the click itself. */
async function beside({ openBeside }: PopupEdges, tell: Tell): Promise<void> {
  try {
    await openBeside?.();
  } catch {
    tell({ kind: 'noticed', notice: { kind: 'beside-refused', at: 'beside' } });
  }
}

/** A code is on its way to the import page only while that page is being opened. */
async function readPage(edges: PopupEdges, tell: Tell): Promise<void> {
  const found = await codesOnPage(edges);
  if ('problem' in found) return tell({ kind: 'noticed', notice: { kind: 'page-unread', at: 'page', problem: found.problem } });
  await edges.ask('keepFound', { texts: found.codes });
  edges.open('/transfer.html');
}

/**
 * The browser asks only during the click, and the popup may be gone before the answer: the site is sent to the background first, and
 * nothing is awaited before the browser is asked.
 */
async function bind({ ask, requestSite }: PopupEdges, tokenId: string, site: string | null): Promise<void> {
  const bound = ask('bindLocal', { tokenId, site });
  const read = site === null ? null : readSite(site, profiles());
  const asked = read && 'origin' in read ? requestSite(read.origin).catch(() => false) : null;
  await bound;
  await asked;
}

/** Of an imported token: what is refused is thrown, for the form that asked. */
const localActs = (edges: PopupEdges, lookAgain: () => Promise<void>): Pick<PopupActs, 'rename' | 'bind' | 'permit'> => ({
  rename: async (tokenId, names) => {
    await edges.ask('editLocal', { tokenId, ...names });
    await lookAgain();
  },
  bind: async (tokenId, site) => {
    await bind(edges, tokenId, site);
    await lookAgain();
  },
  permit: async (origin) => {
    const given = await edges.requestSite(origin).catch(() => false);
    await lookAgain();
    return given;
  },
});

/** Every act says what became of it, then looks again; a refusal is said where it was asked. */
function actsOf(edges: PopupEdges, tell: Tell, lookAgain: () => Promise<void>): PopupActs {
  const act = async (at: string, work: () => Promise<unknown>, done?: Notice): Promise<void> => {
    let said = done;
    try {
      await work();
    } catch (error) {
      said = undefined;
      tell({ kind: 'noticed', notice: { kind: 'refused', at, reason: reportedReasonOf(error) } });
    }
    await lookAgain();
    // After the look: it speaks of what is seen by then.
    if (said) tell({ kind: 'noticed', notice: said });
  };
  const { ask, now } = edges;
  return {
    lookAgain,
    copy: (tokenId) => act(tokenId, async () => copyCode(edges, tokenId, { ...(await ask('copy', { tokenId })), counted: false }, tell)),
    fill: (tokenId) =>
      act('site', async () => {
        const outcome = await ask('fillActiveTab', { tokenId });
        tell({ kind: 'noticed', notice: fillNotice(outcome, now()) });
      }),
    lock: () => act('site', () => ask('lock', {})),
    beside: () => beside(edges, tell),
    drop: (pendingId) => act('site', () => ask('dropPending', { pendingId })),
    check: (tokenId) => act(tokenId, () => ask('refreshStatus', { tokenId }), { kind: 'checked', at: tokenId }),
    remove: (tokenId) => act(tokenId, () => ask('removeToken', { tokenId })),
    restore: (tokenId) => act('removed', () => ask('restoreToken', { tokenId })),
    endExchange: (tokenId) => act(tokenId, () => ask('setExchanging', { tokenId, exchanging: false })),
    acceptClock: (offset) => act('clock', () => ask('acceptClock', { offset })),
    mendedSeen: () => act('mended', () => ask('mendedSeen', {})),
    next: (tokenId) => act(tokenId, async () => tell({ kind: 'counted', tokenId, code: await ask('nextCode', { tokenId }) })),
    copyCounted: (tokenId, digits) => act(tokenId, () => copyCounted(edges, tokenId, digits, tell)),
    askClearing: () => askClearing(edges, tell),
    ...localActs(edges, lookAgain),
    ...detailActs(ask, act),
    readPage: () => act('page', () => readPage(edges, tell)),
  };
}

export function usePopup(edges: PopupEdges): { state: PopupState; tell: Tell; acts: PopupActs; filling: boolean; reading: boolean } {
  const { ask, now, onTokensChanged, seen } = edges;
  const [state, tell] = useReducer(popupReducer, seen, firstState);
  const { look, failed, failures } = state;
  const filling = useAttempt();
  const reading = useAttempt();
  const begin = useNewestLook();
  const lookAgain = useCallback(async (): Promise<void> => {
    const counts = begin();
    try {
      const found = await ask('look', {});
      if (counts()) tell({ kind: 'looked', look: found });
    } catch (error) {
      if (counts()) tell({ kind: 'look-failed', reason: reportedReasonOf(error) });
    }
  }, [ask, begin]);
  useEffect(() => {
    if (!seen) void lookAgain();
  }, [lookAgain, seen]);
  useEffect(() => onTokensChanged(() => void lookAgain()), [lookAgain, onTokensChanged]);
  useEffect(() => {
    const wait = untilNextLook({ look, failed, failures }, now());
    if (wait === null) return undefined;
    const timer = setTimeout(() => void lookAgain(), wait);
    return () => clearTimeout(timer);
  }, [look, failed, failures, lookAgain, now]);
  const plain = actsOf(edges, tell, lookAgain);
  const acts = {
    ...plain,
    fill: async (id: string) => void (await filling.run(() => plain.fill(id))),
    readPage: async () => void (await reading.run(plain.readPage)),
  };
  return { state, tell, acts, filling: filling.busy, reading: reading.slow };
}
