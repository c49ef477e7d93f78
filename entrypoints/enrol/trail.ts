/** The enrolment page's entries in the history of its tab. */
import type { Trail } from '../../components/enrol-trail.ts';
import { member } from '../../lib/parse.ts';

function depth(): number {
  const kept = member(history.state, 'depth');
  return typeof kept === 'number' ? kept : 0;
}

/** Each entry knows its depth: what the browser says of a move is not which way it went. */
export const trail: Trail = {
  depth,
  keep: (address) => history.replaceState({ depth: depth() }, '', address),
  push: (address) => history.pushState({ depth: depth() + 1 }, '', address),
  go: (by) => history.go(by),
  onMoved(act) {
    const hear = (): void => act(location.search);
    window.addEventListener('popstate', hear);
    return () => window.removeEventListener('popstate', hear);
  },
};
