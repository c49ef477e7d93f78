/** The popup is drawn once, with its codes; not once without and once more with them. */
import type { Asking } from '../../components/asking.ts';
import type { Look } from '../../lib/messages/looks.ts';
import { within } from '../../lib/within.ts';

/** Who waits longer is shown that it is being read. Milliseconds. */
const PATIENCE = 300;

type Listen = (act: () => void) => () => void;

interface FirstSeen {
  /** Null: not yet, or refused; the screen asks again and says so. */
  seen: Look | null;
  /** Who begins to listen hears at once of a change that came since the first look. */
  onTokensChanged: Listen;
}

/** The first look, and a listener for what changes before there is a screen to listen: a lock must not be missed. */
export async function firstSeen(ask: Asking, listen: Listen): Promise<FirstSeen> {
  let changed = false;
  let answered = false;
  const stop = listen(() => void (changed = true));
  const look = ask('look', {}).catch(() => null);
  void look.then(() => (answered = true));
  // It was asked before this script ran: what was answered by now may have changed before anybody listened.
  setTimeout(() => (changed ||= answered));
  const seen = await within(look, PATIENCE, null);
  return {
    seen,
    onTokensChanged: (act) => {
      stop();
      const end = listen(act);
      if (changed) act();
      changed = false;
      return end;
    },
  };
}
