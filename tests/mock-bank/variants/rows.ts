/**
 * Rows of the PC's entry tables. Not those of the bank's own screens: a hard form must stay as hard as it is
 * when the bank's pages change.
 */
import { html } from 'hono/html';
import type { Html } from '../pages/frame.ts';

export const row = (label: Html | string, control: Html): Html =>
  html`<tr><th scope="row">${label}</th><td class="must">必須</td><td>${control}</td></tr>`;

/** A row of a table that has no 必須 column. */
export const plainRow = (label: Html | string, control: Html | string): Html =>
  html`<tr><th scope="row">${label}</th><td>${control}</td></tr>`;

/** For anything that is not shown while it is typed. */
export const secret = (name: string, length: number, id?: string): Html =>
  html`<input type="password"${id === undefined ? '' : html` id="${id}"`} name="${name}" maxlength="${length}" size="${length + 4}" autocomplete="off">`;

export const next = (label: string): Html => html`<button type="submit" class="button go">${label} &gt;</button>`;
export const back = (href: string, label: string): Html => html`<a class="button back" href="${href}">&lt; ${label}</a>`;
