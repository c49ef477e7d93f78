/** Changes to a page that a person would hardly notice; each takes a seed and changes the document in place. */

/** A small linear congruential generator: the same seed, the same page. */
function dice(seed: number): (sides: number) => number {
  let state = (seed % 2147483646) + 1;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

function textNodes(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, 4);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && node.parentElement?.nodeName !== 'STYLE') found.push(node);
  }
  return found;
}

export function opaqueNames(page: Document, seed: number): void {
  const roll = dice(seed);
  const ids = new Map<string, string>();
  const fresh = (): string => `x${roll(1e6)}q${ids.size}`;
  for (const one of page.querySelectorAll('[id]')) {
    const id = fresh();
    ids.set(one.id, id);
    one.id = id;
  }
  for (const attribute of ['for', 'aria-labelledby', 'aria-describedby'])
    for (const one of page.querySelectorAll(`[${attribute}]`)) {
      const refers = one.getAttribute(attribute) ?? '';
      one.setAttribute(attribute, ids.get(refers) ?? refers);
    }
  for (const one of page.querySelectorAll('[name]')) one.setAttribute('name', fresh());
}

/** Also around rows of boxes, all alike. */
export function wrapped(page: Document, seed: number): void {
  const roll = dice(seed);
  const wrap = (inner: Element, name: string): void => {
    const outer = page.createElement(name);
    inner.replaceWith(outer);
    outer.append(inner);
  };
  const names = ['span', 'div'];
  const name = names[roll(2)] ?? 'div';
  const depth = 1 + roll(2);
  for (const input of page.querySelectorAll('input')) for (let at = 0; at < depth; at++) wrap(input, name);
  const shell = page.createElement('div');
  shell.append(...page.body.childNodes);
  page.body.append(shell);
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

export function otherWidth(page: Document, seed: number): void {
  const roll = dice(seed);
  for (const node of textNodes(page)) {
    const kind = roll(3);
    if (kind === 0) node.data = node.data.toUpperCase();
    // Latin letters of a running English text are never full-width; those in a Japanese label are.
    if (kind === 1 && /[ぁ-んァ-ヶ一-龠]/.test(node.data)) node.data = wide(node.data).replaceAll('　', ' ');
  }
}

export function looserText(page: Document, seed: number): void {
  const roll = dice(seed);
  const spaces = [' ', '　', '\n  ', '\u00a0'];
  for (const node of textNodes(page)) {
    const space = spaces[roll(4)] ?? ' ';
    if (roll(2) === 0) node.data = `${space}${node.data}${space}`;
    else node.data = node.data.replace(/(?<=[ァ-ヶー一-龠])(?=[ァ-ヶ一-龠])/g, () => (roll(4) === 0 ? space : ''));
  }
}
