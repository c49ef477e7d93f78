/** The enrolment page's one hook: it looks, keeps its place over a lock and in the address, and lets the reducer decide. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Look } from '../lib/messages/protocol.ts';
import { newDrafts } from './drafts.ts';
import type { Drafts } from './drafts.ts';
import { enrolReducer, noticesLock, NOWHERE, placeOf } from './enrol-state.ts';
import type { EnrolEvent, Stage, Wanted } from './enrol-state.ts';
import type { Issued, Tries } from './issuing.ts';
import { reasonOf } from './sentences.ts';
import type { Asking } from './unlock-form.tsx';

export interface EnrolEdges {
  ask: Asking;
  wanted: Wanted;
  /** Puts another address of ours into the address bar, without a new entry: a reload leads there. */
  keepAddress: (address: string) => void;
  /** Calls back whenever the background says that a token changed or the vault locked itself; the answer ends that. */
  onTokensChanged: (act: () => void) => () => void;
}

export interface EnrolActs {
  tell: (event: EnrolEvent) => void;
  /** Looks again, and goes on from where the page is. */
  lookAgain: () => void;
  /** To a place of this page; what was typed elsewhere is not needed there. */
  goTo: (place: Partial<Wanted>) => void;
  issued: (issued: Issued) => void;
}

export interface Enrolling extends EnrolActs {
  stage: Stage;
  tries: Tries;
  drafts: Drafts;
}

const tokenAddress = (tokenId: string): string => `/enrol.html?token=${encodeURIComponent(tokenId)}`;

/** A page that waits for the passphrase, and a form in an open vault, notice what another page did to the lock. */
function concerns(stage: Stage, { vault }: Look): boolean {
  return (vault === 'locked' && noticesLock(stage)) || (vault === 'open' && stage.at === 'unlock');
}

function useLookOnChange(ask: Asking, onTokensChanged: EnrolEdges['onTokensChanged'], onLook: (look: Look) => void): void {
  useEffect(
    () =>
      onTokensChanged(() => {
        // A look that fails here says nothing that the next act would not say.
        ask('look', {}).then(onLook, () => undefined);
      }),
    [ask, onLook, onTokensChanged],
  );
}

export function useEnrol({ ask, wanted: first, keepAddress, onTokensChanged }: EnrolEdges): Enrolling {
  const [stage, tell] = useReducer(enrolReducer, { at: 'loading' });
  const [{ tries, drafts }] = useState(() => ({ tries: new Map() as Tries, drafts: newDrafts() }));
  const wanted = useRef(first);
  const latest = useRef(stage);
  latest.current = stage;
  const looked = useCallback((look: Look): void => {
    wanted.current = { ...wanted.current, ...placeOf(latest.current) };
    tell({ kind: 'looked', look, wanted: wanted.current });
  }, []);
  const failed = useCallback((error: unknown) => tell({ kind: 'failed', reason: reasonOf(error) }), []);
  const lookAgain = useCallback((): void => {
    ask('look', {}).then(looked, failed);
  }, [ask, failed, looked]);
  const goTo = useCallback(
    (place: Partial<Wanted>): void => {
      if (place.institutionCode === undefined) drafts.activations.clear();
      wanted.current = { ...wanted.current, ...NOWHERE, ...place };
      const { tokenId } = wanted.current;
      keepAddress(tokenId === null ? '/enrol.html' : tokenAddress(tokenId));
      ask('look', {}).then((look) => tell({ kind: 'looked', look, wanted: wanted.current }), failed);
    },
    [ask, drafts, failed, keepAddress],
  );
  const issued = useCallback(
    (made: Issued): void => {
      keepAddress(tokenAddress(made.token.id));
      tell({ kind: 'issued', issued: made });
    },
    [keepAddress],
  );
  useEffect(() => lookAgain(), [lookAgain]);
  const onLook = useCallback((look: Look) => concerns(latest.current, look) && looked(look), [looked]);
  useLookOnChange(ask, onTokensChanged, onLook);
  return { stage, tries, drafts, tell, lookAgain, goTo, issued };
}
