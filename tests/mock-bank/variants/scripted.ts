/** Fields whose value a script holds: what stands in the DOM is only its picture. */
import { html } from 'hono/html';
import { bankVariant, CODE, state, transferForm, type Field, type Variant } from './variant.ts';
import type { Html } from '../pages/frame.ts';

const input = (extra: Html | string, length: number): Html =>
  html`<input type="text" id="txtBox001" name="${CODE.name}" maxlength="${length}" size="10" autocomplete="off"${extra}>`;

const BOXES: Field[] = [1, 2, 3, 4, 5, 6].map((place) => ({ name: `BTX001${place}`, label: `${place}桁目` }));

/** `pasted`: the first box may take all six. */
function boxes(pasted: boolean): Html {
  return html`<span class="boxes" data-boxes>${BOXES.map(({ name }, index) =>
    html`<input type="tel" name="${name}" inputmode="numeric" maxlength="${pasted && index === 0 ? 6 : 1}" size="1" autocomplete="off">`)}</span>`;
}

/** The field shows dots; the digits go into a hidden one that no keyboard reaches. */
const keysOnly = (): Html => html`<input type="text" class="dots" readonly size="10" value="" data-keypad="only">
<input type="hidden" name="${CODE.name}" value="">`;

const keysOptional = (): Html => html`<input type="password" id="pswd001" name="${CODE.name}" maxlength="6" size="10" autocomplete="off" data-keypad="optional">
<label class="soft"><input type="checkbox" data-keypad-switch> ソフトウェアキーボード入力</label>`;

const TOKEN = { token: 'code', tellsState: true } as const;

export const SCRIPTED: Variant[] = [
  bankVariant({
    ...TOKEN, address: 'controlled.do', title: '制御された入力欄', script: 'controlled.js',
    hard: '値は部品の状態にあり、プログラムによる代入は入力イベントが起きても無視され、表示は状態に戻されます。',
  }, () => transferForm('controlled.do', input('', 6), state())),
  bankVariant({
    ...TOKEN, address: 'replaced.do', title: '入力のたびに作り直される欄', script: 'replaced.js',
    hard: '一文字ごとに入力欄の要素そのものが新しいものに替わり、前に見つけた要素はもうページにありません。',
  }, () => transferForm('replaced.do', html`<span data-replaced>${input('', 6)}</span>`, state())),
  bankVariant({
    ...TOKEN, address: 'grouped.do', title: '空白で区切る欄', script: 'grouped.js',
    hard: '3桁ごとに空白が入って「123 456」と表示され、送信のときに空白が取り除かれます。',
  }, () => transferForm('grouped.do', input(html` data-separator=" "`, 7), state())),
  bankVariant({
    ...TOKEN, address: 'hyphenated.do', title: 'ハイフンで区切る欄', script: 'grouped.js',
    hard: '3桁ごとにハイフンが入って「123-456」と表示され、送信のときにハイフンが取り除かれます。',
  }, () => transferForm('hyphenated.do', input(html` data-separator="-"`, 7), state())),
  bankVariant({
    ...TOKEN, address: 'boxes.do', title: '6つの箱', script: 'boxes.js', asked: BOXES,
    hard: '1桁ずつの6つの箱で、入力すると次の箱へ移り、貼り付けは各箱に分けられ、後退キーで前の箱へ戻ります。',
  }, () => transferForm('boxes.do', boxes(false), state())),
  bankVariant({
    ...TOKEN, address: 'boxes-from-first.do', title: '最初の箱から広がる6つの箱', script: 'boxes.js', asked: BOXES,
    hard: '最初の箱に6桁が入ると残りの箱が自動で埋まるので、箱ごとに入力すると桁が重なります。',
  }, () => transferForm('boxes-from-first.do', boxes(true), state())),
  bankVariant({
    ...TOKEN, address: 'keys-only.do', title: 'ソフトウェアキーボードだけの欄', script: 'keypad.js',
    hard: '欄は読み取り専用で、並びの変わるキーを押すほかに入力の方法がなく、表示は伏せ字だけです。',
  }, () => transferForm('keys-only.do', keysOnly(), state())),
  bankVariant({
    ...TOKEN, address: 'keys-optional.do', title: '選べるソフトウェアキーボード', script: 'keypad.js',
    hard: 'チェックを入れると欄は読み取り専用になり、キーでだけ入力できます。外すと普通に入力できます。',
  }, () => transferForm('keys-optional.do', keysOptional(), state())),
  bankVariant({
    ...TOKEN, address: 'cleared.do', title: '選ぶと空になる欄', script: 'cleared.js',
    hard: '欄が選ばれるたびにページが中身を消すので、入力してから欄を選び直すと値が失われます。',
  }, () => transferForm('cleared.do', undefined, state())),
  bankVariant({
    token: 'code', address: 'auto-send.do', title: '6桁で自動送信される欄', script: 'auto-send.js',
    hard: '6桁目が入った瞬間にページが送信するので、もう一度入力しようとすると同じ番号を二度使うことになります。',
  }, () => transferForm('auto-send.do')),
  bankVariant({
    token: 'code', address: 'disabled.do', title: '確認するまで使えない欄', script: 'disabled.js',
    hard: '「内容を確認しました」にチェックを入れるまで入力欄は無効です。',
  }, () => transferForm('disabled.do', html`<label class="soft"><input type="checkbox" data-opens="pswd001"> 内容を確認しました</label><br>
<input type="password" id="pswd001" name="${CODE.name}" maxlength="6" size="10" autocomplete="off" disabled>`)),
];
