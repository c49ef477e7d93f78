/** One page that tries to get a code out of an innocent click, or into a field that nobody sees. */
import { html } from 'hono/html';
import type { Html } from '../pages/frame.ts';
import { frame } from '../pages/frame.ts';
import { asking, buttons, look, transfer, type Hosts } from '../variants/variant.ts';

export type { Hosts };

/**
 * What the customer does after the offer has come; `click` unless told. `told`: clicks when the page's script says so;
 * `keys`: plays a game with keys; `look`: the trick must not change the offer's looks at all, and a click is then the customer's own.
 */
export type Path = 'click' | 'double' | 'hold' | 'told' | 'keys' | 'look';

export interface Trap {
  /** Under `/traps/`. */
  address: string;
  title: string;
  /** One sentence: how it deceives. */
  trick: string;
  path?: Path;
  /** Where it must be opened; the bank's own host unless told. */
  host?: 'copy';
  html: (hosts: Hosts) => Html;
  /** Directives that differ from those of all traps, at this address alone. */
  policy?: (hosts: Hosts) => Record<string, string>;
}

export const PATH = '/traps/';

type Meta = Omit<Trap, 'html'>;

/** A full page of the bank that the attacker's script runs in. `script`: file in `scripts/`, which finds its trick by name. */
export function trapPage(meta: Meta, script: string | null, body: (hosts: Hosts) => Html): Trap {
  const loaded = script === null ? '' : html`<script type="module" src="${PATH}scripts/${script}.js"></script>`;
  return {
    ...meta,
    html: (hosts) => frame({ look: look(), title: '振込', body: html`<link rel="stylesheet" href="${PATH}traps.css">${body(hosts)}${loaded}` }),
  };
}

/** The form goes nowhere: what is sent to a trap is not read. */
export const trapForm = (control?: Html): Html =>
  html`<form method="post" action="" autocomplete="off">${transfer()}${asking(control)}${buttons()}</form>`;

/** The commonest page of the bank, with a trick that begins when the offer comes. */
export function clickTrap(script: string, name: string, title: string, trick: string, path?: Path): Trap {
  const meta = { address: `${name}.do`, title, trick, ...(path === undefined ? {} : { path }) };
  return trapPage(meta, script, () => html`<div data-trick="${name}">${trapForm()}</div>`);
}
