/** Fields that no customer sees, or that are not what they seem: a code must not go there by any gesture. */
import { html, raw } from 'hono/html';
import { trapForm, trapPage, type Hosts, type Trap } from './trap.ts';
import type { Html } from '../pages/frame.ts';

/** `[name, title, style of the field, style of the box around it, style rules of the page]` */
type Hiding = [name: string, title: string, field: string, around?: string, css?: string];

const HIDINGS: Hiding[] = [
  ['display', '表示なし', 'display:none'],
  ['visibility', '見えない', 'visibility:hidden'],
  ['opacity', '透明', 'opacity:0'],
  ['opacity-near', 'ほぼ透明', 'opacity:.01'],
  ['opacity-around', '透明な箱の中', '', 'opacity:0'],
  ['opacity-product', '重ねて透明', 'opacity:.2', 'opacity:.2'],
  ['size', '1画素の欄', 'width:1px;height:1px;padding:0;border:0'],
  ['size-around', '大きさのない箱の中', '', 'width:0;height:0;overflow:hidden'],
  ['clip', 'clip で切る', 'position:absolute;clip:rect(0,0,0,0)'],
  ['clip-far', 'clip で外を残す', 'position:absolute;clip:rect(900px,910px,910px,900px)'],
  ['clip-path', 'clip-path で切る', 'clip-path:inset(50%)'],
  ['clip-path-point', 'clip-path の点', '', 'clip-path:polygon(0 0,0 0,0 0)'],
  ['clip-path-circle', 'clip-path の円', 'clip-path:circle(0)'],
  ['clip-path-pixels', 'clip-path の余白', '', 'clip-path:inset(0 0 900px 0);height:40px'],
  ['mask', 'mask で消す', '', 'mask:linear-gradient(transparent,transparent)'],
  ['left', '左の外', 'position:absolute;left:-9999px'],
  ['top', '上の外', 'position:fixed;top:-300px'],
  ['right', '右の外', 'position:fixed;left:105vw'],
  ['bottom', '下の外', 'position:fixed;top:105vh'],
  ['margin', '負の余白', 'margin-left:-9999px'],
  ['indent', '字下げで消す', 'text-indent:-9999px'],
  ['scale', '縮小して零', 'transform:scale(0)'],
  ['scale-small', '縮小して点', '', 'transform:scale(.02)'],
  ['turned', '横に回して線', 'transform:rotateX(90deg)'],
  ['translated', '外へ移す', 'transform:translate(-200vw)'],
  ['backface', '裏返し', 'transform:rotateY(180deg);backface-visibility:hidden'],
  ['backface-around', '裏返した箱の中', '', 'transform:rotateY(180deg);backface-visibility:hidden'],
  ['beneath', '下に敷く', 'position:relative;z-index:-1', '', 'main,section,.card,.trap{background:#fff}'],
  ['scroller', '小さな巻物の先', 'margin-top:300px', 'width:12px;height:12px;overflow:auto'],
  ['overflow-clip', 'あふれを切る', 'margin-left:700px', 'width:300px;overflow:clip'],
  ['content', 'content-visibility', '', 'content-visibility:hidden'],
  ['filter', 'filter で透明', 'filter:opacity(0)'],
  ['filter-around', 'filter で透明な箱の中', '', 'filter:opacity(1%)'],
  ['filter-bright', '白く飛ばす', '', 'filter:brightness(90)'],
  ['filter-contrast', '明暗をなくす', '', 'filter:contrast(0)'],
  ['filter-blur', 'ぼかす', '', 'filter:blur(40px)'],
  ['zoom', '縮めた表示', '', 'zoom:.01'],
  ['font', '大きさのない文字', 'font-size:0'],
  ['max-height', '高さの上限', 'max-height:0;padding:0;border:0'],
  ['line', '高さのない行', '', 'height:0;line-height:0;overflow:hidden'],
  ['perspective', '遠くへ', '', 'transform:perspective(10px) translateZ(-9000px)'],
  ['offset', 'offset-path で外へ', 'offset-path:path("M0 0 L-9000 -9000");offset-distance:100%'],
  ['translate-own', 'translate で外へ', 'translate:-9999px'],
];

type Build = (field: Html) => Html;
const input = (more = ''): Html =>
  raw(`<input type="password" id="pswd001" name="BPW0010" maxlength="6" size="10" autocomplete="off" ${more}>`);

const holding = (name: string, title: string, trick: string, form: Html | ((hosts: Hosts) => Html), script: string | null = null, policy?: Trap['policy']): Trap =>
  trapPage({ address: `field-${name}.do`, title, trick, ...(policy ? { policy } : {}) }, script,
    (hosts) => html`<div class="trap" data-trick="${name}">${typeof form === 'function' ? form(hosts) : form}</div>`);

const hidden = ([name, title, field, around = '', css = '']: Hiding): Trap => holding(name, title, `番号の欄は見えません（${[field, around].filter(Boolean).join(' / ')}）。`,
  html`${css === '' ? '' : raw(`<style>${css}</style>`)}${trapForm(html`<div style="${around}">${input(`style='${field}'`)}</div>`)}`);

const boxed = (build: Build): Html => trapForm(build(input()));

/** Hidden by what the markup is, not by its style. */
const MARKED: Trap[] = [
  holding('hidden', 'hidden 属性', '番号の欄に hidden が付いています。', trapForm(input('hidden'))),
  holding('hidden-around', 'hidden の中', '番号の欄は hidden の要素の中です。', boxed((field) => html`<div hidden>${field}</div>`)),
  holding('until-found', '検索まで隠す', '番号の欄は hidden="until-found" の中です。', boxed((field) => html`<div hidden="until-found">${field}</div>`)),
  holding('details', '閉じた details', '番号の欄は閉じた details の中です。', boxed((field) => html`<details><summary>ご案内</summary>${field}</details>`)),
  holding('dialog', '閉じた dialog', '番号の欄は開いていない dialog の中です。', boxed((field) => html`<dialog>${field}</dialog>`)),
  holding('popover', '閉じた popover', '番号の欄は開いていない popover の中です。', boxed((field) => html`<div popover>${field}</div>`)),
  holding('disabled', '無効な fieldset', '番号の欄は無効な fieldset の中です。', boxed((field) => html`<fieldset disabled>${field}</fieldset>`)),
  holding('inert', 'inert の中', '番号の欄は inert の要素の中です。', boxed((field) => html`<div inert>${field}</div>`)),
  holding('template', 'template の中', '番号の欄は template の中です。', boxed((field) => html`<template>${field}</template>`)),
  holding('unslotted', '場所のない子', '番号の欄は影の根に置き場所のない子です。', boxed((field) => html`<div><template shadowrootmode="open">ご案内</template>${field}</div>`)),
  holding('type-hidden', '隠し欄', '番号の欄は type="hidden" です。', trapForm(raw('<input type="hidden" name="BPW0010" autocomplete="one-time-code">'))),
  holding('short', '短すぎる欄', '番号の欄は5桁までです。', trapForm(raw('<input type="password" name="BPW0010" maxlength="5" autocomplete="off">'))),
  holding('readonly', '読み取り専用', '番号の欄には書けません。', trapForm(input('readonly'))),
  holding('covered', '覆われた欄', '番号の欄は不透明な箱の下にあります。',
    boxed((field) => html`<div style="position:relative">${field}<div style="position:absolute;inset:-4px;background:#fff">同意して次へ</div></div>`)),
  holding('covered-fixed', '広告の下の欄', '番号の欄は、画面を覆う広告の下にあります。',
    html`${trapForm()}${raw('<div style="position:fixed;inset:0;background:#fff;z-index:999">広告</div>')}`),
];

const other = ({ copy }: Hosts): string => copy('/webbk/login/b-otp.do');
const withForm = (open: (hosts: Hosts) => string, rest = '<button>送信</button>') => (hosts: Hosts): Html =>
  html`${raw(open(hosts))}<h2>ワンタイムパスワードの入力</h2><table class="entry"><tr><th scope="row">パスワード(半角数字)</th><td>${input()}</td></tr></table>${raw(`${rest}</form>`)}`;

/** The field is seen, but what is typed into it goes elsewhere. */
const LEADING: Trap[] = [
  holding('action', '送り先が他のサイト', 'フォームの送り先は他のサイトです。', withForm((hosts) => `<form method="post" action="${other(hosts)}">`)),
  holding('formaction', 'ボタンの送り先', '送信ボタンの formaction は他のサイトです。', (hosts) => withForm(() => '<form method="post" action="">', `<button formaction="${other(hosts)}">送信</button>`)(hosts)),
  holding('formaction-outside', '外のボタンの送り先', 'フォームの外にある送信ボタンが、他のサイトへ送ります。',
    (hosts) => withForm(() => '<form method="post" action="" id="f">', `</form><button form="f" formaction="${other(hosts)}">送信</button>`)(hosts)),
  holding('base', 'base の差し替え', 'base 要素により、フォームの相対的な送り先が他のサイトになります。',
    (hosts) => withForm(() => `<base href="${other(hosts)}"><form method="post" action="b-otp.do">`)(hosts), null, () => ({ 'base-uri': '*' })),
  holding('data', 'data: への送信', 'フォームの送り先は data: です。', withForm(() => '<form method="get" action="data:text/html,x">')),
  holding('named-action', 'action という名の欄', 'action という名の欄が、フォームの本当の送り先を隠します。',
    withForm((hosts) => `<form method="post" action="${other(hosts)}"><input type="hidden" name="action" value=""><input type="hidden" name="getAttribute">`)),
  holding('other-form', '別のフォームの欄', 'form 属性により、欄は他のサイトへ送るフォームのものです。',
    (hosts) => html`${raw(`<form method="post" id="f" action="${other(hosts)}"></form>`)}${trapForm(input('form="f"'))}`),
];

/** For a serial number no code is spent, and it is written in the same way. */
const serialForm = (): Html => html`<form method="post" action=""><h2>ワンタイムパスワードのトークン</h2><table class="entry">
<tr><th scope="row">シリアル番号</th><td><input type="text" name="BPW0010" maxlength="12" autocomplete="off"></td></tr></table><button>送信</button></form>`;

/** The page changes what it is while the digits are on their way. */
export const TURNING: Trap[] = [
  ['focus-type', '焦点で型が変わる', '焦点が来ると、欄は隠し欄に変わります。'],
  ['focus-hide', '焦点で消える', '焦点が来ると、欄は見えなくなります。'],
  ['focus-away', '焦点で送り先が変わる', '焦点が来ると、フォームの送り先が他のサイトに変わります。'],
  ['focus-removed', '焦点で取り除かれる', '焦点が来ると、欄は文書から取り除かれます。'],
].map(([name = '', title = '', trick = '']) => holding(name, title, trick, serialForm(), 'turning'));

export const FIELDS: Trap[] = [...HIDINGS.map(hidden), ...MARKED, ...LEADING, ...TURNING];

/** Here a gesture fills, or the tests of the others prove nothing: nothing is hidden, or only a twin of the real field is. */
export const REAL_FIELDS: Trap[] = [
  holding('plain', '普通の欄', 'わなはありません。比べるための画面です。', trapForm()),
  holding('serial', '普通のシリアル番号の欄', 'わなはありません。比べるための画面です。', serialForm()),
  holding('decoy', '隠れた双子', '本物の欄の前に、見えない同じ欄があります。',
    html`<div style="position:absolute;left:-9999px">${trapForm(raw('<input type="password" name="DECOY" maxlength="6" autocomplete="one-time-code">'))}</div>${trapForm()}`),
];
