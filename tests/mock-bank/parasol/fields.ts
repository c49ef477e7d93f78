/**
 * Entries of the forms. As on the real platforms no `label` belongs to a field: its meaning stands in the heading
 * of its row, and names and ids are opaque and used again on the next screen for other things.
 */
import { html } from 'hono/html';
import type { Look } from './frame.ts';
import type { Html } from '../pages/frame.ts';

export interface Entry {
  label: string;
  /** What may be typed, in brackets below the label. */
  hint?: string;
  /** 【必須】 before the label. */
  must?: boolean;
  control: Html | string;
}

const heading = ({ label, hint, must }: Entry): Html =>
  html`${must ? html`<span class="must">【必須】</span> ` : ''}${label}${hint === undefined ? '' : html`<br><small>(${hint})</small>`}`;

/** A table on the PC; on the smartphone the label stands above its field. */
export function entries({ layout }: Look, list: Entry[]): Html {
  if (layout === 'phone')
    return html`<dl class="entry">${list.map((entry) => html`<dt>${heading(entry)}</dt>
<dd>${entry.control}</dd>`)}</dl>`;
  return html`<table class="entry">${list.map((entry) => html`<tr>
<th scope="row">${heading(entry)}</th>
<td>${entry.control}</td>
</tr>`)}</table>`;
}

export const textInput = ({ id, name, length, value = '' }: { id: string; name: string; length: number; value?: string }): Html =>
  html`<input type="text" id="${id}" name="${name}" maxlength="${length}" size="${Math.min(length, 36)}" autocomplete="off" value="${value}">`;

/** What was typed is never sent back. */
export const secretInput = (look: Look, { id, name, length, digits = false }: { id: string; name: string; length: number; digits?: boolean }): Html =>
  html`<input type="password" id="${id}" name="${name}" maxlength="${length}" size="${length + 6}" autocomplete="off"${digits && look.layout === 'phone' ? ' inputmode="numeric"' : ''}>`;

/**
 * The password field with its software keyboard; the ticked box makes the field read-only, as on the real platform.
 * `keys`: the manual draws a row of digits on the keyboard of トークン発行, and none on that of the login.
 */
export const keyboardInput = (look: Look, field: { id: string; name: string; length: number; keys: 'letters' | 'digits' }): Html => html`<div class="soft">
${secretInput(look, { ...field, digits: field.keys === 'digits' })}
<label><input type="checkbox" id="${field.id}_check" data-keyboard="${field.id}" data-keys="${field.keys}"> ソフトウェアキーボードを使用して入力する</label></div>`;

export const go = (label: string): Html => html`<button type="submit" class="button go">${label}</button>`;
