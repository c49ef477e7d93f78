/** The registry of layouts: the routes, and the test of a person's honest clicks. */
import { html } from 'hono/html';
import { layout, type Layout } from './layout.ts';
import type { Html } from '../pages/frame.ts';

const SENTENCE = 'インターネットバンキングのパスワードを電話やメールでお尋ねすることはありません。';
const long = (): Html => html`<div class="filler">${Array.from({ length: 24 }, () => html`<p>${SENTENCE}</p>`)}</div>`;
const bar = (name: string, inside: Html): Html => html`<div class="${name}">${inside}</div>`;
const press = (label: string): Html => html`<button type="button" class="button">${label}</button>`;
const close = (): Html => html`<p><button type="button" class="button" data-close>閉じる</button></p>`;
const dialog = (form: Html): Html => html`<dialog class="layer" data-dialog="at-once">${form}${close()}</dialog>`;

const BARS: Layout[] = [
  layout('plain', '飾りのない画面', '何も重なりません。'),
  layout('cookie-bar', '下の同意の帯', 'Cookieの同意を求める帯が画面の下に固定されています。', { after: bar('low', html`当サイトはCookieを使用します。${press('同意する')}`) }),
  layout('sticky-header', '付いてくる見出し', '見出しは画面の上に付いてきます。', { before: bar('top', html`あぶくま信用金庫`), after: long() }),
  layout('sticky-footer', '付いてくるボタン', '「次へ」などのボタンが画面の下に付いてきます。', { before: long(), after: bar('foot', html`${press('戻る')} ${press('中止')}`) }),
  layout('chat', '相談の吹き出し', '右下に、ほかの何よりも上に出る相談のボタンがあります。', { after: bar('bubble', html`?`) }),
  layout('print-banner', '印刷の帯', '画面の上に、印刷をすすめる帯が固定されています。', { before: bar('top fixed', html`この画面を印刷してください ${press('印刷する')}`) }),
  layout('glass-header', 'すりガラスの見出し', '上に固定された見出しは、後ろの画面をぼかして見せます。', { before: bar('top glass', html`あぶくま信用金庫`), after: long() }),
];

const PANELS: Layout[] = [
  layout('modal', '対話窓', 'フォームは、画面と同時に開くmodalのdialogにあります。', { wrap: dialog, script: 'dialog.js' }),
  layout('modal-centred', '移動で中央に置いた対話窓', 'dialogはtransformで中央に置かれ、開くときに浮かび上がります。', { wrap: dialog, script: 'dialog.js' }),
  layout('floating', '浮かぶ窓', 'フォームは、ボタンで開くpopoverにあります。', {
    first: '認証へ進む', before: html`<p class="buttons"><button type="button" class="button go" popovertarget="layer02">認証へ進む</button></p>`,
    wrap: (form) => html`<div popover id="layer02" class="layer">${form}</div>`,
  }),
  layout('slide-in', '横から出る面', 'ボタンを押すと、フォームの面が右から滑って出ます。', {
    first: '認証へ進む', script: 'layouts.js', before: html`<p class="buttons"><button type="button" class="button go" data-slide>認証へ進む</button></p>`,
  }),
  layout('fixed-panel', '固定された面', 'フォームは、画面の右に固定された面にあります。', { before: long() }),
  layout('side-column', '横の欄', '画面の右にお知らせの欄があります。', { after: bar('aside', html`<h3>お知らせ</h3>${long()}`) }),
  layout('overlay', '読み込み中の覆い', '画面の表示から1秒のあいだ、読み込み中の覆いが全体に重なります。', { after: html`<div class="cover" data-cover>読み込み中です</div>`, script: 'layouts.js' }),
];

const SCROLLERS: Layout[] = [
  layout('scroller', '枠の中で動く画面', 'フォームは、中だけが動く枠の途中にあります。', { wrap: (form) => html`<div class="box">${long()}${form}${long()}</div>` }),
  layout('nested-scroller', '二重に動く表', '表の中の表がそれぞれ動きます。', {
    wrap: (form) => html`<table class="outer"><tbody><tr><td><div class="box">${long()}<table><tbody><tr><td><div class="box">${long()}${form}</div></td></tr></tbody></table>${long()}</div></td></tr></tbody></table>`,
  }),
  layout('inner-page', '中だけが動く画面', '文書は動かず、本文だけが動きます。', { before: long(), after: long() }),
  layout('smooth', 'なめらかに動く画面', '画面はなめらかに動いて止まります。', { before: long(), after: long() }),
  layout('bottom', '画面の下端の欄', '欄は画面の一番下にあります。'),
  layout('corner', '画面の右下の欄', '欄は画面の右下の隅にあります。'),
];

const MOVING: Layout[] = [
  layout('arriving', '表示のときに動く画面', '本文は表示のときに下から浮かび上がります。'),
  layout('banner', '動く広告', '帯の広告が動き続けます。', { before: bar('promo', html`<span>冬の定期預金キャンペーン</span>`) }),
  layout('ticker', '流れるお知らせ', 'お知らせの文字が流れ続けます。', { before: bar('news', html`<span>${SENTENCE}</span>`) }),
  layout('marquee', '昔ながらの流れる文字', 'marquee要素が動き続けます。', { before: html`<marquee>${SENTENCE}</marquee>` }),
  layout('clock', '動く時計', '残り時間が0.1秒ごとに書き換わります。', { before: html`<p class="notice">残り時間 <b data-clock>600.0</b>秒</p>`, script: 'layouts.js' }),
];

const LOOKS: Layout[] = [
  layout('zoomed', '大きくした画面', '本文が1.5倍に拡大されています。'),
  layout('rtl', '右から左への画面', '文字の向きは右から左です。'),
  layout('narrow', '幅360の画面', '電話の幅の画面です。', { width: 360 }),
  layout('narrow-bars', '幅360で帯のある画面', '電話の幅の画面で、上と下に帯が固定されています。', {
    width: 360, before: bar('top fixed', html`あぶくま信用金庫`), after: bar('low', html`${press('同意する')}`),
  }),
  layout('short', '高さ240の画面', '画面を4倍に拡大したときの高さで、欄の上にも下にも場所がありません。', { width: 420, height: 240 }),
  layout('dark', '暗い画面', '背景が黒く、文字が白い画面です。'),
  layout('grey', '白黒の画面', '本文が白黒で表示されます。'),
  layout('contained', '囲われた画面', '本文はcontainとisolationで囲われています。'),
];

export const LAYOUTS: Layout[] = [...BARS, ...PANELS, ...SCROLLERS, ...MOVING, ...LOOKS];
