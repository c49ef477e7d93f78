/** Nothing moves here: only the markup is hard. */
import { html } from 'hono/html';
import { asking, bankVariant, buttons, CODE, form, PATH, transfer, transferForm, type Field, type Variant } from './variant.ts';
import { next, plainRow, row, secret } from './rows.ts';
import type { Html } from '../pages/frame.ts';

const CONTRACT: Field = { name: 'BTX0010', label: '契約者ID（利用者番号）' };
const LOGIN: Field = { name: 'BPW0010', label: 'ログインパスワード' };
/** Beside a login password the usual name is taken. */
const SECOND: Field = { ...CODE, name: 'BPW0020' };

/** 「123」 「456」, as a token with a gap in its display shows it. */
const HALVES: Field[] = [{ name: 'BTX0011', label: '前半3桁' }, { name: 'BTX0012', label: '後半3桁' }];
const halves = (): Html => html`<span data-boxes>${HALVES.map((half, index) => html`${index > 0 ? ' － ' : ''}${text(half, 3)}`)}</span>`;

const text = ({ name }: Field, length: number): Html =>
  html`<input type="text" name="${name}" maxlength="${length}" size="${length + 4}" autocomplete="off">`;
const loginRows = (): Html => html`${plainRow(CONTRACT.label, text(CONTRACT, 12))}${plainRow('パスワード', secret(LOGIN.name, 12))}`;

const FIELDS: Variant[] = [
  bankVariant({
    address: 'eight.do', title: '8文字まで入る電話番号型の欄', token: 'code',
    hard: '型は tel で8文字まで入り、桁数は pattern と説明文だけが告げています。',
  }, () => transferForm('eight.do', html`<input type="tel" id="txtBox001" name="${CODE.name}" maxlength="8" size="10" inputmode="numeric" pattern="[0-9]{6,8}" autocomplete="off">`)),
  bankVariant({
    address: 'number.do', title: '数値型の欄', token: 'code',
    hard: '型は number で maxlength が効かず、先頭の0も番号の一部です。',
  }, () => transferForm('number.do', html`<input type="number" id="txtBox001" name="${CODE.name}" min="0" max="999999" step="1" autocomplete="off">`)),
  bankVariant({
    address: 'halves.do', title: '3桁ずつの2つの欄', token: 'code', asked: HALVES,
    hard: '番号は前半と後半に分けて2つの欄に入力し、1つの欄にはどちらも3桁しか入りません。',
  }, () => transferForm('halves.do', halves())),
  bankVariant({
    address: 'beside-login.do', title: 'ログインパスワードと同じ画面の欄', token: 'code', asked: [SECOND], beside: [CONTRACT, LOGIN],
    hard: 'ログインパスワードと番号の欄が同じフォームに並び、名前は意味を持たず、自動入力は断られています。',
  }, () => form('beside-login.do', html`<table class="entry">${loginRows()}${plainRow('ワンタイムパスワード', secret(SECOND.name, 6))}</table>${buttons('ログイン')}`), 'ログイン'),
  bankVariant({
    address: 'two-forms.do', title: '2つのフォーム', token: 'code', asked: [SECOND], beside: [CONTRACT, LOGIN],
    hard: '1つの画面にログインのフォームと番号のフォームがあり、どちらの欄の見出しも「パスワード」です。',
  }, () => html`${form('two-forms.do', html`<h2>ログイン</h2><table class="entry">${loginRows()}</table><p class="buttons">${next('ログイン')}</p>`)}
${form('two-forms.do', html`${asking(secret(SECOND.name, 6))}${buttons('認証')}`)}`, 'ログイン'),
];

const LABELS: Variant[] = [
  bankVariant({
    address: 'phone.do', title: '表のないスマートフォン画面', token: 'code',
    hard: '表も label も無く、見出しと欄は入れ子の div の並びだけで結ばれています。',
  }, () => form('phone.do', html`<div class="phone"><div class="line"><div class="cap">振込先</div><div class="val">模擬銀行 本店 普通 1234567</div></div>
<div class="line"><div class="cap">振込金額</div><div class="val">123,456円</div></div>
<div class="line"><div class="cap"><span>ワンタイムパスワード</span><span class="mark">必須</span></div>
<div class="val"><div><input type="tel" name="${CODE.name}" maxlength="6" placeholder="半角数字" autocomplete="off"></div></div></div></div>${buttons()}`)),
  bankVariant({
    address: 'label-image.do', title: '見出しが画像の欄', token: 'code',
    hard: '欄の見出しは画像で、その代替文字（alt）だけが意味を告げています。',
  }, () => form('label-image.do', html`${transfer()}<h2>認証情報の入力</h2>
<table class="entry">${row(html`<img src="${PATH}label.svg" alt="ワンタイムパスワード" width="170" height="22">`, secret(CODE.name, 6))}</table>${buttons()}`)),
  bankVariant({
    address: 'label-drawn.do', title: '見出しがスタイルシートにある欄', token: 'code',
    hard: '欄の見出しは ::before で描かれ、文書には文字がありません。意味は節の見出しだけが告げています。',
  }, () => form('label-drawn.do', html`${transfer()}${asking(secret(CODE.name, 6), html`<span class="drawn"></span>`)}${buttons()}`)),
];

const SMS: Field = { name: 'BPW0010', label: 'SMS認証番号' };
const MAIL: Field = { name: 'BPW0020', label: 'メールの確認コード' };
const PICTURE: Field = { name: 'BTX0010', label: '画像の数字' };
/** The usual name of a code, and six digits long: it isn't one. */
const PAYMENT: Field = { name: 'BPW0010', label: '確認番号' };
const CARD: Field = { name: 'BPW0020', label: 'セキュリティコード' };
const REAL: Field = { ...CODE, name: 'BPW0030' };

export const LOOKALIKES: Variant[] = [
  bankVariant({
    address: 'other-channels.do', title: 'SMSとメールで届く番号', token: 'never', asked: [SMS], beside: [MAIL],
    hard: 'どちらの欄も6桁の数字を求めますが、番号は別の経路で届きます。トークンの番号を入れてはいけません。',
  }, () => form('other-channels.do', html`<p>ご登録の携帯電話番号（090-****-5678）とメールアドレスに、それぞれ番号をお送りしました。</p>
<h2>SMS認証</h2><table class="entry">${row('SMS認証番号(半角数字)', secret(SMS.name, 6))}</table>
<h2>メール認証</h2><table class="entry">${row('メールでお送りした確認コード(半角数字)', secret(MAIL.name, 6))}</table>
${buttons('認証')}`), '本人確認'),
  bankVariant({
    address: 'look-alikes.do', title: 'よく似た番号の欄', token: 'code', asked: [REAL], beside: [PICTURE, PAYMENT, CARD],
    hard: '画像の数字、収納サービスの確認番号、カードのセキュリティコードが、番号の欄と同じ見た目で並びます。',
  }, () => form('look-alikes.do', html`<h2>払込情報の入力</h2><table class="entry">
${row('確認番号(半角数字)', secret(PAYMENT.name, 6))}
${row('カード裏面のセキュリティコード(半角数字)', secret(CARD.name, 6))}
${row(html`画像に表示されている数字(半角数字)<br><img src="${PATH}picture.svg" alt="画像認証の数字" width="150" height="46">`,
  text(PICTURE, 6))}</table>
${asking(secret(REAL.name, 6))}${buttons('払込実行')}`), '収納サービス'),
];

export const MARKUP: Variant[] = [...FIELDS, ...LABELS];
