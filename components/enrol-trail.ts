/** The enrolment page in the browser's own history: Back and Forward go between choosing an institution and its form, and past nothing that was issued. */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { enrolAddress, type EnrolPlace, NOWHERE, wantedFrom } from './enrol-address.ts';
import { isIssued, placeOf } from './enrol-state.ts';
import type { Stage } from './enrol-state.ts';

/** The entries of this tab's history that are ours, one after the other. */
export interface Trail {
  /** How many of them lie before this one. */
  depth: () => number;
  /** Another address for this one: a reload leads there. */
  keep: (address: string) => void;
  /** A new one after this one. */
  push: (address: string) => void;
  go: (by: -1 | 1) => void;
  /** Calls back when the customer has gone to another one, with the `search` of its address; the answer ends that. */
  onMoved: (act: (search: string) => void) => () => void;
}

interface Trailing {
  /** A new entry after this one: Back comes back here. */
  push: (address: string) => void;
  /** A request that can't be taken back is under way: nobody leaves its step. */
  busy: (is: boolean) => void;
  /** Back to the list: the entry before this one, where it is ours. False: there is none. */
  back: () => boolean;
}

/** `show`: what an entry of the history leads to. */
export function useTrail(trail: Trail, latest: { readonly current: Stage }, show: (place: Partial<EnrolPlace>) => void): Trailing {
  const depth = useRef(trail.depth());
  const isBusy = useRef(false);
  const push = useCallback(
    (address: string): void => {
      trail.push(address);
      depth.current = trail.depth();
    },
    [trail],
  );
  useEffect(
    () =>
      trail.onMoved((search) => {
        const isBack = trail.depth() < depth.current;
        depth.current = trail.depth();
        const place = placeOf(latest.current);
        const wanted = wantedFrom(search, false);
        if (isBusy.current) push(enrolAddress(place ?? NOWHERE));
        // The name may still be changed; a reload would lead there, too.
        else if (isBack && latest.current.at === 'caution') show({ tokenId: latest.current.token.id });
        else if (isIssued(latest.current)) {
          // The form is behind us: Back leaves the page, as it would have from the first step.
          trail.keep(enrolAddress(place ?? NOWHERE));
          if (isBack) trail.go(-1);
        } else if (isBack && latest.current.at === 'institution' && wanted.institutionCode === null) trail.go(-1);
        else show({ institutionCode: wanted.institutionCode });
      }),
    [trail, latest, push, show],
  );
  return {
    push,
    busy: useCallback((is: boolean) => void (isBusy.current = is), []),
    back: useCallback(() => {
      if (trail.depth() === 0) return false;
      trail.go(-1);
      return true;
    }, [trail]),
  };
}

/** Of a form: from the press on until the answer, nobody leaves it by Back. */
export function useBusy(is: boolean, tell: (is: boolean) => void): void {
  useLayoutEffect(() => {
    tell(is);
    return () => tell(false);
  }, [is, tell]);
}
