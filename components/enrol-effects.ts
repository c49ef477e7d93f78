/** The enrolment page's one hook: it looks, keeps its place over a lock and in the address, and lets the reducer decide. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Look, TokenLook } from '../lib/messages/looks.ts';
import type { Asking } from './asking.ts';
import { newDrafts } from './drafts.ts';
import type { Drafts } from './drafts.ts';
import { enrolAddress, type EnrolPlace, NOWHERE, type Wanted } from './enrol-address.ts';
import { enrolReducer, noticesLock, placeOf } from './enrol-state.ts';
import type { EnrolEvent, Stage } from './enrol-state.ts';
import { useTrail } from './enrol-trail.ts';
import type { Trail } from './enrol-trail.ts';
import type { Issued, Tries } from './issuing.ts';
import { type BeginLook, useNewestLook } from './newest-look.ts';
import { reportedReasonOf } from './sentences.ts';

export interface EnrolEdges {
  ask: Asking;
  wanted: Wanted;
  trail: Trail;
  /** Calls back whenever the background says that a token changed or the vault locked itself; the answer ends that. */
  onTokensChanged: (act: () => void) => () => void;
}

interface EnrolActs {
  tell: (event: EnrolEvent) => void;
  /** Looks again, and goes on from where the page is. */
  lookAgain: () => void;
  /** To a place of this page; what was typed elsewhere is not needed there. */
  goTo: (place: Partial<EnrolPlace>) => void;
  issued: (issued: Issued) => void;
  named: (token: TokenLook) => void;
  /** A request that can't be taken back is under way, or no more. */
  busy: (is: boolean) => void;
}

export interface Enrolling extends EnrolActs {
  stage: Stage;
  tries: Tries;
  drafts: Drafts;
}

/** A page that waits for the passphrase, and a form in an open vault, notice what another page did to the lock; one that shows nothing yet takes any look. */
function concerns(stage: Stage, { vault }: Look): boolean {
  return stage.at === 'loading' || (vault === 'locked' && noticesLock(stage)) || (vault === 'open' && stage.at === 'unlock');
}

/** A look that fails here, or that does not concern the page, takes nothing from those that were begun before. */
function useLookOnChange({ ask, onTokensChanged }: EnrolEdges, begin: BeginLook, latest: { readonly current: Stage }, onLook: (look: Look) => void): void {
  useEffect(
    () =>
      onTokensChanged(() => {
        const counts = begin();
        ask('look', {}).then((look) => concerns(latest.current, look) && counts() && onLook(look), () => undefined);
      }),
    [ask, begin, latest, onLook, onTokensChanged],
  );
}

type LookThen = (onLook: (look: Look) => void) => void;

/** The page fails where the look does. */
function useLookThen(ask: Asking, begin: BeginLook, tell: EnrolActs['tell']): LookThen {
  return useCallback(
    (onLook) => {
      const counts = begin();
      ask('look', {}).then((look) => counts() && onLook(look), (error: unknown) => counts() && tell({ kind: 'failed', reason: reportedReasonOf(error) }));
    },
    [ask, begin, tell],
  );
}

/** Puts the page to a place that was named, from wherever it is. */
function usePlaces(trail: Trail, lookThen: LookThen, wanted: { current: Wanted }, latest: { readonly current: Stage }, tell: EnrolActs['tell']) {
  const show = useCallback(
    (place: Partial<EnrolPlace>): void => {
      wanted.current = { ...wanted.current, ...NOWHERE, ...place };
      lookThen((look) => tell({ kind: 'looked', look, wanted: wanted.current }));
    },
    [lookThen, tell, wanted],
  );
  const { push, busy, back } = useTrail(trail, latest, show);
  const goTo = useCallback(
    (place: Partial<EnrolPlace>): void => {
      const { at } = latest.current;
      const isChoice = at === 'institution' && place.institutionCode !== undefined;
      const isBack = (at === 'consent' || at === 'resume') && Object.keys(place).length === 0;
      if (isBack && back()) return;
      (isChoice ? push : trail.keep)(enrolAddress(place));
      show(place);
    },
    [back, latest, push, show, trail],
  );
  /** Another step of the same token: Back comes back to this one. */
  const step = useCallback((token: TokenLook) => push(enrolAddress({ tokenId: token.id })), [push]);
  return { busy, goTo, step };
}

export function useEnrol(edges: EnrolEdges): Enrolling {
  const { ask, trail } = edges;
  const [stage, tell] = useReducer(enrolReducer, { at: 'loading' });
  const [{ tries, drafts }] = useState(() => ({ tries: new Map() as Tries, drafts: newDrafts() }));
  const wanted = useRef(edges.wanted);
  const latest = useRef(stage);
  latest.current = stage;
  const begin = useNewestLook();
  const lookThen = useLookThen(ask, begin, tell);
  const { busy, goTo: go, step } = usePlaces(trail, lookThen, wanted, latest, tell);
  const looked = useCallback((look: Look): void => {
    wanted.current = { ...wanted.current, ...placeOf(latest.current) };
    tell({ kind: 'looked', look, wanted: wanted.current });
  }, []);
  const lookAgain = useCallback(() => lookThen(looked), [lookThen, looked]);
  const goTo = useCallback(
    (place: Partial<EnrolPlace>): void => {
      if (place.institutionCode === undefined) drafts.activations.clear();
      go(place);
    },
    [drafts, go],
  );
  const issued = useCallback(
    (made: Issued): void => {
      trail.keep(enrolAddress({ tokenId: made.token.id }));
      tell({ kind: 'issued', issued: made });
    },
    [trail],
  );
  const named = useCallback(
    (token: TokenLook): void => {
      if (latest.current.at === 'name') step(token);
      tell({ kind: 'named', token });
    },
    [step],
  );
  useEffect(() => lookAgain(), [lookAgain]);
  useLookOnChange(edges, begin, latest, looked);
  return { stage, tries, drafts, tell, lookAgain, goTo, issued, busy, named };
}
