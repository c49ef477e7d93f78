/** Lists of accounts and bookings: a table on the PC, a card per entry on the smartphone. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import type { Sheet } from './look.ts';
import { yen } from './yen.ts';

/** Text, or an amount in yen. */
export type Cell = string | number;

const shown = (cell: Cell): string => (typeof cell === 'number' ? yen(cell) : cell);

const table = (heads: string[], lines: Cell[][]): Html => html`<table class="list"><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${lines.map((cells) => html`<tr>${cells.map((cell) =>
  (typeof cell === 'number' ? html`<td class="yen">${shown(cell)}</td>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table>`;

const cards = (heads: string[], lines: Cell[][]): Html => html`<ul class="cards">${lines.map((cells) => html`<li>
${cells.map((cell, index) => html`<div><span class="head">${heads[index] ?? ''}</span> <span class="cell">${shown(cell)}</span></div>`)}</li>`)}</ul>`;

export const list = ({ layout }: Sheet, heads: string[], lines: Cell[][]): Html =>
  (layout === 'phone' ? cards : table)(heads, lines);
