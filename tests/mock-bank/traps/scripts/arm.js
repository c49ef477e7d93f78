// Waits for the extension's offer as an attacker's script can see it, and then plays this page's trick.
const place = document.querySelector('[data-trick]');

export const isOffer = (node) => node instanceof HTMLDivElement && node.popover === 'manual' && !node.hasAttribute('data-own');
export const field = () => document.querySelector('input[name=BPW0010]');

/** Where the offer's button is: the last row of the card, at its right. */
export function buttonOf(host) {
  const { right, bottom, width } = host.getBoundingClientRect();
  const scale = width / host.offsetWidth || 1;
  return { x: right - 60 * scale, y: bottom - 36 * scale };
}

/** `spot`: where the innocent click goes. The test reads it. */
export const trap = { offers: 0, host: null, since: 0, spot: null, clicks: 0 };

/** Tricks change the page when the offer comes; what they give back is the new place of the click. */
export function arm(tricks) {
  const trick = tricks[place.dataset.trick];
  window.trap = trap;
  addEventListener('click', () => trap.clicks++, true);
  new MutationObserver((records) => {
    for (const host of records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isOffer)) {
      trap.offers++;
      if (trap.host) continue;
      trap.host = host;
      trap.since = performance.now();
      trap.spot = buttonOf(host);
      trap.spot = trick(host, trap.spot) ?? trap.spot;
    }
  }).observe(document, { childList: true, subtree: true });
}

export function add(name, style, parent = document.body) {
  const element = document.createElement(name);
  element.setAttribute('data-own', '');
  element.style.cssText = style;
  parent.append(element);
  return element;
}

export function rule(css) {
  add('style', '', document.head).textContent = css;
}

/** The page's own picture over a rectangle, later in the top layer than the offer; clicks go through it. */
export function cover({ left, top, width, height }, style = 'background:#fff') {
  const element = add('div', `position:fixed;inset:auto;left:${left}px;top:${top}px;width:${width}px;height:${height}px;margin:0;padding:0;border:0;pointer-events:none;${style}`);
  element.textContent = '同意する';
  element.popover = 'manual';
  element.showPopover();
  return element;
}

export const around = (host, by = 10) => {
  const { left, top, width, height } = host.getBoundingClientRect();
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
};
