/** Looks again when the page grows, within bounds: a page that never rests must not feel us. */

interface Watch {
  /** Attributes matter only on fields that were found. */
  follow: (fields: Element[]) => void;
  stop: () => void;
}

/** Milliseconds of quiet, or of waiting at most, before a look. */
const DEBOUNCE = 250;
const MOST_SCANS = 50;
const FOLLOWED = ['type', 'disabled', 'readonly', 'hidden', 'style', 'class', 'maxlength', 'autocomplete'];

export function watch(document: Document, scan: () => void, isOurs: (node: Node) => boolean): Watch {
  const view = document.defaultView;
  let timer = 0;
  let scans = 0;
  let missed = false;
  const look = (): void => {
    timer = 0;
    missed = document.hidden;
    if (missed) return;
    if (++scans >= MOST_SCANS) observer.disconnect();
    scan();
  };
  const soon = (): void => {
    if (timer === 0 && view && scans < MOST_SCANS) timer = view.setTimeout(look, DEBOUNCE);
  };
  const observer = new MutationObserver((records) => {
    if (timer !== 0) return;
    if (records.some(({ type, addedNodes, removedNodes }) => type === 'attributes' || touches(addedNodes) || touches(removedNodes))) soon();
  });
  const touches = (nodes: NodeList): boolean => nodes.length > 1 || (nodes[0] !== undefined && !isOurs(nodes[0]));
  const shown = (): void => {
    if (missed && !document.hidden) look();
  };
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', shown);
  return {
    follow: (fields) => {
      if (scans >= MOST_SCANS) return;
      for (const field of fields) observer.observe(field, { attributes: true, attributeFilter: FOLLOWED });
    },
    stop: () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', shown);
      if (view) view.clearTimeout(timer);
    },
  };
}
