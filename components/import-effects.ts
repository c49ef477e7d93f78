/** The import page's hook: it gathers, asks the background what is in it, and has it kept; the reducer decides the rest. */
import { useCallback, useEffect, useReducer, useState } from 'preact/hooks';
import type { Stretching } from '../lib/stretching.ts';
import type { Asking, Stretch } from './asking.ts';
import { SLOW_AFTER, useAttempt } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { gather, isNothing } from './import-pieces.ts';
import type { Offered } from './import-pieces.ts';
import { importReducer, isUnread, nothingYet, sent } from './import-state.ts';
import type { ImportEvent, ImportState, Origin, Source } from './import-state.ts';
import type { ReadPicture } from './page-picture.ts';
import { reportedReasonOf } from './sentences.ts';

export interface ImportEdges {
  ask: Asking;
  stretch: Stretch;
  readPicture: ReadPicture;
  /** Rejects when the browser or the customer does not allow it. */
  readClipboard: () => Promise<Offered>;
}

/** A file of ours, and what was typed to open it. */
interface Sealed {
  source: Source;
  stretching: Stretching;
  passphrase: string;
}

export interface Importing {
  state: ImportState;
  tell: (event: ImportEvent) => void;
  /** Files are being read, or the background looks at what was found. */
  busy: boolean;
  /** Busy for more than 300 ms. */
  slow: boolean;
  adding: Attempting;
  take: (offered: Offered, origin: Origin) => Promise<void>;
  takeClipboard: () => Promise<void>;
  /** False: the file's passphrase is wrong. */
  unseal: (which: Sealed) => Promise<boolean>;
  add: () => Promise<void>;
}

interface Lock {
  isOpen: boolean;
  lookAgain: () => Promise<void>;
}

function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return setLate(false);
    const timer = setTimeout(() => setLate(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, [busy]);
  return late;
}

/** Whatever was gathered is read as soon as the vault is open; a locked one is asked again after it was opened. */
function useReading(ask: Asking, state: ImportState, tell: (event: ImportEvent) => void, { isOpen, lookAgain }: Lock): void {
  const { sources, refused } = state;
  const unread = isUnread(state);
  useEffect(() => {
    if (!isOpen || !unread) return;
    ask('readImport', { sources: sent(sources) }).then(
      (look) => tell({ kind: 'read', sources, look }),
      (error: unknown) => tell({ kind: 'refused', sources, reason: reportedReasonOf(error) }),
    );
  }, [ask, isOpen, unread, sources, tell]);
  useEffect(() => {
    if (refused !== 'locked') return;
    if (isOpen) void lookAgain();
    else tell({ kind: 'again' });
  }, [isOpen, refused, lookAgain, tell]);
}

/** What the popup found on a page, once. */
function useHandedOver(ask: Asking, tell: (event: ImportEvent) => void): void {
  useEffect(() => {
    void ask('takeFound', {}).then(
      ({ texts }) => {
        const pieces = texts.map((text) => ({ origin: { kind: 'page' as const }, text }));
        if (pieces.length > 0) tell({ kind: 'gathered', gathered: { pieces, unread: [] } });
      },
      // Nothing was lost: the popup reads the page again.
      () => undefined,
    );
  }, [ask, tell]);
}

type Tell = (event: ImportEvent) => void;

/** Texts and files into the state, and whether some are on their way. */
function useGathering(readPicture: ReadPicture, tell: Tell): { gathering: boolean; take: Importing['take'] } {
  const [count, setCount] = useState(0);
  const take = useCallback(
    async (offered: Offered, origin: Origin): Promise<void> => {
      setCount((before) => before + 1);
      tell({ kind: 'gathered', gathered: await gather(offered, origin, readPicture) });
      setCount((before) => before - 1);
    },
    [readPicture, tell],
  );
  return { gathering: count > 0, take };
}

async function takeClipboard(readClipboard: ImportEdges['readClipboard'], take: Importing['take'], tell: Tell): Promise<void> {
  const origin: Origin = { kind: 'clipboard' };
  const refuse = (why: 'clipboard-refused' | 'clipboard-empty'): void =>
    tell({ kind: 'gathered', gathered: { pieces: [], unread: [{ origin, why }] } });
  const offered = await readClipboard().catch(() => null);
  if (!offered) return refuse('clipboard-refused');
  return isNothing(offered) ? refuse('clipboard-empty') : take(offered, origin);
}

/** Read with all the others, whose parts it may complete. False: the passphrase is wrong, and nothing has changed. */
async function unseal({ ask, stretch }: ImportEdges, sources: Source[], tell: Tell, which: Sealed): Promise<boolean> {
  const { source, stretching, passphrase } = which;
  const stretched = await stretch(passphrase, stretching);
  const opened = sources.map((one) => (one.id === source.id ? { ...one, stretched } : one));
  const look = await ask('readImport', { sources: sent(opened) });
  const said = look.sources[sources.indexOf(source)];
  if (said?.kind === 'problem' && said.problem === 'file-passphrase') return false;
  tell({ kind: 'unsealed', id: source.id, stretched, sources, look });
  return true;
}

export function useImport(edges: ImportEdges, lock: Lock): Importing {
  const { ask } = edges;
  const [state, tell] = useReducer(importReducer, nothingYet);
  const { gathering, take } = useGathering(edges.readPicture, tell);
  const adding = useAttempt();
  useReading(ask, state, tell, lock);
  useHandedOver(ask, tell);
  const busy = gathering || (lock.isOpen && isUnread(state));
  const add = async (): Promise<void> => {
    const done = await adding.run(async () => {
      const { added } = await ask('importTokens', { sources: sent(state.sources), chosen: [...state.chosen] });
      tell({ kind: 'added', count: added });
    });
    // What the vault holds has changed, here or in another window.
    if (!done) tell({ kind: 'again' });
    await lock.lookAgain();
  };
  return {
    state,
    tell,
    busy,
    slow: useLate(busy),
    adding,
    take,
    takeClipboard: () => takeClipboard(edges.readClipboard, take, tell),
    unseal: (which) => unseal(edges, state.sources, tell, which),
    add,
  };
}
