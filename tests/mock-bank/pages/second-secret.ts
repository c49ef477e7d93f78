/** 確認用パスワード入力 and 資金移動用パスワード入力: the card's grid, and the two places asked. */
import { html } from 'hono/html';
import { entryTable, plainRow } from './fields.ts';
import type { Html } from './frame.ts';
import { cardName, type Look } from './look.ts';
import { CELL_NAMES } from '../institutions.ts';
import type { Places } from '../second-secret.ts';

/** The names that the answers come back under. */
export const PLACE_FIELDS = ['BPW0020', 'BPW0030'] as const;

const small = (name: string, length: number, more: Html | string = ''): Html =>
  html`<input type="password" name="${name}" maxlength="${length}" size="3" autocomplete="off"${more}>`;

const numbered = (name: string, length: number): Html => small(name, length, html` inputmode="numeric"`);

const CELLS_SENTENCE = 'お客様カードの(1)、(2)に対応した数字を半角でそれぞれ入力してください。';
const marks = ([first, second]: Places, index: number): string => (index === first ? '(1)' : index === second ? '(2)' : '');

const cells = (places: Places): Html => html`<p>${CELLS_SENTENCE}</p>
<table class="grid"><tr>${CELL_NAMES.map((name) => html`<th>${name}</th>`)}</tr>
<tr>${CELL_NAMES.map((_name, index) => html`<td>${marks(places, index)}</td>`)}</tr></table>
<table class="grid"><tr><th>(1)(${CELL_NAMES[places[0]]})</th><th>(2)(${CELL_NAMES[places[1]]})</th></tr>
<tr><td>${small(PLACE_FIELDS[0], 2)}</td><td>${small(PLACE_FIELDS[1], 2)}</td></tr></table>`;

const cellsOnPhone = (look: Look, places: Places): Html => html`<p>${CELLS_SENTENCE}</p>
<ul class="places">${CELL_NAMES.map((name, index) => html`<li>${name}<b>${marks(places, index)}</b></li>`)}</ul>
${entryTable(look, [
  plainRow(html`(1)(${CELL_NAMES[places[0]]})`, numbered(PLACE_FIELDS[0], 2)),
  plainRow(html`(2)(${CELL_NAMES[places[1]]})`, numbered(PLACE_FIELDS[1], 2)),
])}`;

const positionsSentence = ([first, second]: Places): string =>
  `資金移動用パスワードの左から${first + 1}、${second + 1}桁目の数字をそれぞれ半角で入力してください。`;

function positions(places: Places): Html {
  const all = Array.from({ length: 10 }, (_none, index) => index);
  const box = (index: number): Html | string =>
    index === places[0] ? small(PLACE_FIELDS[0], 1) : index === places[1] ? small(PLACE_FIELDS[1], 1) : '＊';
  return html`<p>${positionsSentence(places)}</p>
<table class="grid"><tr>${all.map((index) => html`<th>${index + 1}</th>`)}</tr>
<tr>${all.map((index) => html`<td>${box(index)}</td>`)}</tr></table>`;
}

const positionsOnPhone = (look: Look, places: Places): Html => html`<p>${positionsSentence(places)}</p>
${entryTable(look, [
  plainRow(`左から${places[0] + 1}桁目`, numbered(PLACE_FIELDS[0], 1)),
  plainRow(`左から${places[1] + 1}桁目`, numbered(PLACE_FIELDS[1], 1)),
])}`;

export function secondSecretSection(look: Look, places: Places): Html {
  const phone = look.layout === 'phone';
  const asked = look.secondSecret.kind === 'cells'
    ? (phone ? cellsOnPhone(look, places) : cells(places))
    : (phone ? positionsOnPhone(look, places) : positions(places));
  return html`<section><h2>${cardName(look)}入力</h2>
${asked}</section>`;
}
