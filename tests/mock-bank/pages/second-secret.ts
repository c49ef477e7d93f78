/** 確認用パスワード入力 and 資金移動用パスワード入力: the grid, and the two places asked. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import { CELL_NAMES, type BankInstitution } from '../institutions.ts';
import type { Places } from '../second-secret.ts';

const small = (name: string, length: number): Html =>
  html`<input type="password" name="${name}" maxlength="${length}" size="3" autocomplete="off">`;

/** The names that the answers come back under. */
export const PLACE_FIELDS = ['BPW0020', 'BPW0030'] as const;

function cells([first, second]: Places): Html {
  const mark = (index: number): string => (index === first ? '(1)' : index === second ? '(2)' : '');
  return html`<p>お客様カードの(1)、(2)に対応した数字を半角でそれぞれ入力してください。</p>
<table class="grid"><tr>${CELL_NAMES.map((name) => html`<th>${name}</th>`)}</tr>
<tr>${CELL_NAMES.map((_name, index) => html`<td>${mark(index)}</td>`)}</tr></table>
<table class="grid"><tr><th>(1)(${CELL_NAMES[first]})</th><th>(2)(${CELL_NAMES[second]})</th></tr>
<tr><td>${small(PLACE_FIELDS[0], 2)}</td><td>${small(PLACE_FIELDS[1], 2)}</td></tr></table>`;
}

function positions([first, second]: Places): Html {
  const places = Array.from({ length: 10 }, (_none, index) => index);
  const box = (index: number): Html | string =>
    index === first ? small(PLACE_FIELDS[0], 1) : index === second ? small(PLACE_FIELDS[1], 1) : '＊';
  return html`<p>資金移動用パスワードの左から${first + 1}、${second + 1}桁目の数字をそれぞれ半角で入力してください。</p>
<table class="grid"><tr>${places.map((index) => html`<th>${index + 1}</th>`)}</tr>
<tr>${places.map((index) => html`<td>${box(index)}</td>`)}</tr></table>`;
}

export function secondSecretSection({ secondSecret }: BankInstitution, places: Places): Html {
  return html`<section><h2>${secondSecret.name}入力</h2>
${secondSecret.kind === 'cells' ? cells(places) : positions(places)}</section>`;
}
