/** What a page could notice of a program that works in it: run once with it and once without, both must tell the same. */
import type { View } from '../browser/view.ts';

/** In the page, before its own scripts: every way to touch a page that a page can watch is written down. */
function watchPage(): void {
  const seen: string[] = [];
  Reflect.set(window, 'footprintSeen', seen);
  const note = (what: string): void => void seen.push(what);
  // Before the wrapping: these are the watcher's own.
  for (const kind of ['message', 'messageerror', 'focusin', 'focusout', 'selectionchange', 'beforeinput', 'input', 'change', 'scroll', 'beforetoggle', 'toggle', 'securitypolicyviolation'])
    window.addEventListener(kind, () => note(`event ${kind}`), true);
  document.addEventListener('DOMContentLoaded', () => {
    const everything = { childList: true, attributes: true, characterData: true, subtree: true };
    const watching = new MutationObserver((records) => seen.push(...records.map(({ type, target }) => `changed ${type} of ${target.nodeName}`)));
    watching.observe(document, everything);
  });
  const wrap = (owner: object, names: string[]): void => {
    for (const name of names) {
      const told = Object.getOwnPropertyDescriptor(owner, name);
      const put = (kind: 'value' | 'set'): void => {
        const before: unknown = told?.[kind];
        if (!told || typeof before !== 'function') return;
        told[kind] = function (this: unknown, ...given: unknown[]) {
          note(`${name} ${typeof given[0] === 'string' ? given[0].slice(0, 40) : ''}`);
          return Reflect.apply(before, this, given);
        };
      };
      put('value');
      put('set');
      if (told) Object.defineProperty(owner, name, told);
    }
  };
  wrap(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
  wrap(Element.prototype, ['attachShadow', 'setAttribute', 'append', 'matches', 'closest', 'getBoundingClientRect', 'querySelectorAll']);
  wrap(HTMLElement.prototype, ['focus', 'blur', 'click', 'showPopover', 'popover', 'hidden', 'title']);
  wrap(HTMLInputElement.prototype, ['value', 'type', 'select', 'setSelectionRange', 'autocomplete']);
  wrap(Document.prototype, ['createElement', 'createTreeWalker', 'querySelector', 'querySelectorAll', 'getElementById', 'elementFromPoint']);
  wrap(Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'textContent']);
  wrap(MutationObserver.prototype, ['observe']);
  wrap(IntersectionObserver.prototype, ['observe']);
  wrap(CSSStyleSheet.prototype, ['replaceSync', 'insertRule']);
  wrap(window, ['postMessage', 'fetch', 'getComputedStyle', 'requestAnimationFrame', 'queueMicrotask']);
}

export const watchFootprint = (page: View): Promise<void> => page.beforeEveryPage(watchPage);

/** One line per thing, so that a difference names itself. */
export function footprintOf(page: View): Promise<string[]> {
  return page.run(() => {
    const seen: string[] = Reflect.get(window, 'footprintSeen').slice();
    const everything = [...document.querySelectorAll('*')];
    const paths = performance.getEntriesByType('resource').map(({ name }) => `loaded ${new URL(name).protocol} ${new URL(name).pathname}`);
    const styles = everything
      .filter(({ localName }) => /^(html|body|main|form|input|th|dt)$/.test(localName))
      .map((one) => {
        const style = getComputedStyle(one);
        return `style of ${one.localName} ${[...style].map((property) => `${property}:${style.getPropertyValue(property)}`).join(';')}`;
      });
    const owners = { window, document, navigator, chrome: Object(Reflect.get(window, 'chrome')) };
    const names = Object.entries(owners).flatMap(([what, owner]) => Object.getOwnPropertyNames(owner).toSorted().map((name) => `${what} ${name}`));
    return [
      ...seen.map((what) => `seen ${what}`),
      ...paths.toSorted(),
      ...styles,
      ...names,
      ...everything.map((one) => `element ${one.localName} ${one.getAttributeNames().join()} ${Object.keys(one).join()}`),
      `style sheets ${document.styleSheets.length} and ${document.adoptedStyleSheets.length}`,
      `focus ${document.activeElement?.localName} selection ${getSelection()?.type} ${getSelection()?.rangeCount}`,
    ];
  });
}
