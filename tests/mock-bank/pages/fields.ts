/**
 * Entry tables and their fields. As on the real platforms no `label` belongs to a field: its meaning stands in a
 * `th` (PC) or a `dt` (smartphone), and names and ids are opaque and used again for other things.
 */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import type { Sheet } from './look.ts';

export interface Row {
  label: Html | string;
  control: Html | string;
  /** null: a row of a table that has no 必須 column. */
  must: boolean | null;
}

export const row = (label: Html | string, control: Html | string, must = true): Row => ({ label, control, must });

export const plainRow = (label: Html | string, control: Html | string): Row => ({ label, control, must: null });

const tableRow = ({ label, control, must }: Row): Html => html`<tr>
<th scope="row">${label}</th>
${must === null ? '' : html`<td class="must">${must ? '必須' : ''}</td>
`}<td>${control}</td>
</tr>`;

const block = ({ label, control, must }: Row): Html => html`<dt>${label}${must ? html` <span class="must">必須</span>` : ''}</dt>
<dd>${control}</dd>`;

/** The PC's table, or the smartphone's blocks with each label above its field. */
export const entryTable = ({ layout }: Sheet, rows: Row[]): Html => layout === 'phone'
  ? html`<dl class="entry">${rows.map(block)}</dl>`
  : html`<table class="entry">${rows.map(tableRow)}</table>`;

/** The smartphone's number keyboard; a PC has its own. */
const numeric = ({ layout }: Sheet): Html | string => (layout === 'phone' ? html` inputmode="numeric"` : '');

/** A text field; `digits`: half-width digits are wanted. */
export const textInput = (sheet: Sheet, { name, value, length, digits = false }: { name: string; value: string | number; length: number; digits?: boolean }): Html =>
  html`<input type="text" name="${name}" maxlength="${length}" size="${Math.min(24, length + 4)}" autocomplete="off" value="${value}"${digits ? numeric(sheet) : ''}>`;

export const contractRow = (sheet: Sheet, value = ''): Row =>
  plainRow('契約者ID（利用者番号）', html`<input type="text" id="txtBox001" name="BTX0010" maxlength="12" size="20" autocomplete="off" value="${value}"${numeric(sheet)}>`);

/** With the software keyboard beside it; the box makes the field read-only, as the real one does. */
export const keyboardPassword = ({ id, name }: { id: string; name: string }): Html => html`<input type="password" id="${id}" name="${name}" maxlength="12" size="20" autocomplete="off">
<label class="soft"><input type="checkbox" id="${id}_check" data-keyboard="${id}"> ソフトウェアキーボード入力</label>`;

/** The six digits; typed ones are never shown again. */
export const codeInput = (sheet: Sheet, { id, name }: { id: string; name: string }): Html =>
  html`<input type="password" id="${id}" name="${name}" maxlength="6" size="10" autocomplete="off"${numeric(sheet)}>`;

export const serialRow = (label: string, value: string): Row =>
  row(label, html`<input type="text" id="txtBox001" name="BTX0010" maxlength="12" size="20" autocomplete="off" value="${value}">`);

/** Which paper the customer has in front of them: a confirmation of an older one is refused. */
export const PAPER = 'BHD0010';
export const paperField = (receipt: string): Html => html`<input type="hidden" name="${PAPER}" value="${receipt}">`;

/** The manuals have the arrow on 変更, 次へ, 実行, 登録 and 振込実行, but not on ログイン. */
export const next = ({ layout }: Sheet, label: string, { arrow = true }: { arrow?: boolean } = {}): Html =>
  html`<button type="submit" class="button go">${label}${arrow && layout === 'pc' ? html` &gt;` : ''}</button>`;
export const back = ({ layout }: Sheet, href: string, label: string): Html =>
  html`<a class="button back" href="${href}">${layout === 'phone' ? '' : html`&lt; `}${label}</a>`;
export const link = (href: string, label: string): Html => html`<a class="button" href="${href}">${label}</a>`;
