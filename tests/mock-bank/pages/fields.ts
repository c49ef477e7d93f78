/**
 * Rows of the entry tables. As on the real platforms no `label` belongs to a field: its meaning stands in a
 * `th`, 必須 in a cell of its own, and names and ids are opaque and used again for other things.
 */
import { html } from 'hono/html';
import type { Html } from './frame.ts';

export const row = (label: Html | string, control: Html, required = true): Html => html`<tr>
<th scope="row">${label}</th>
<td class="must">${required ? '必須' : ''}</td>
<td>${control}</td>
</tr>`;

/** A row of a table that has no 必須 column. */
export const plainRow = (label: Html | string, control: Html | string): Html => html`<tr>
<th scope="row">${label}</th>
<td>${control}</td>
</tr>`;

export const contractRow = (value = ''): Html =>
  plainRow('契約者ID（利用者番号）', html`<input type="text" id="txtBox001" name="BTX0010" maxlength="12" size="20" autocomplete="off" value="${value}">`);

/** With the software keyboard beside it; the box makes the field read-only, as the real one does. */
export const keyboardPassword = ({ id, name }: { id: string; name: string }): Html => html`<input type="password" id="${id}" name="${name}" maxlength="12" size="20" autocomplete="off">
<label class="soft"><input type="checkbox" id="${id}_check" data-keyboard="${id}"> ソフトウェアキーボード入力</label>`;

/** The six digits; typed ones are never shown again. */
export const codeInput = ({ id, name }: { id: string; name: string }): Html =>
  html`<input type="password" id="${id}" name="${name}" maxlength="6" size="10" autocomplete="off">`;

export const serialRow = (label: string, value: string): Html =>
  row(label, html`<input type="text" id="txtBox001" name="BTX0010" maxlength="12" size="20" autocomplete="off" value="${value}">`);

export const next = (label: string): Html => html`<button type="submit" class="button go">${label} &gt;</button>`;
export const back = (href: string, label: string): Html => html`<a class="button back" href="${href}">&lt; ${label}</a>`;
