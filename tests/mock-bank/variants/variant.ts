/** One hard form: where it is, what is hard about it, what it asks, and its page. */
import { html } from 'hono/html';
import { back, next, plainRow, row, secret } from './rows.ts';
import { expectInstitution } from '../institutions.ts';
import { banner, frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';

export interface Field {
  name: string;
  /** As the check page calls it. */
  label: string;
}

/** Absolute addresses on the bank's own host and on the look-alike host. */
export interface Hosts {
  bank: (path: string) => string;
  copy: (path: string) => string;
}

export interface Variant {
  /** Under `/variants/`; GET shows the form, POST is its check page. */
  address: string;
  title: string;
  /** One sentence. */
  hard: string;
  /** May a token's code be put into `asked`? `never`: the field is of another channel, or the page is nobody's to trust. */
  token: 'code' | 'never';
  /** What arrives under these names, joined in this order, must be six digits. */
  asked: Field[];
  /** The other fields of the page: a code that is found in them went astray. */
  beside?: Field[];
  html: (hosts: Hosts) => Html;
  /** File in `scripts/`, loaded as a module. */
  script?: string;
  /** The script tells the length of what it holds itself: 「部品の値: 6桁」. */
  tellsState?: boolean;
  /** Where it must be opened; the bank's own host unless told. */
  host?: 'copy';
  /** Directives that differ from those of `pageRules`, at this address alone. */
  policy?: (hosts: Hosts) => Record<string, string>;
  /** The browser may keep it for the way back. */
  kept?: true;
  encoding?: 'shift_jis';
  /** The pages that this one has in frames. */
  inner?: Variant[];
}

export const PATH = '/variants/';
/** The bank's usual name for a code; the same one is used for other things elsewhere, as on the real platforms. */
export const CODE: Field = { name: 'BPW0010', label: 'ワンタイムパスワード' };

type Meta = Omit<Variant, 'html' | 'asked'> & { asked?: Field[] };

const SCRIPTLESS = 'この画面のご利用にはJavaScriptが必要です。ブラウザの設定で有効にしてください。';

const sheet = (): Html => html`<link rel="stylesheet" href="${PATH}variants.css">`;
const scripted = (script: string | undefined): Html | string =>
  script === undefined ? '' : html`<noscript><p class="notice">${SCRIPTLESS}</p></noscript><script type="module" src="${PATH}scripts/${script}"></script>`;

export const look = (): Look => ({ ...expectInstitution('1188'), layout: 'pc', path: null });

/** A full page of the bank; `screen` is its heading, as customers know it. */
export function bankVariant(meta: Meta, body: (hosts: Hosts) => Html, screen = '振込'): Variant {
  return {
    asked: [CODE],
    ...meta,
    html: (hosts) => frame({ look: look(), title: screen, body: html`${sheet()}${body(hosts)}${scripted(meta.script)}` }),
  };
}

/** A page inside a frame: no masthead, but it too says 模擬. Its style sheet is one that a sandbox may load. */
export function innerPage(title: string, body: Html): Html {
  return html`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${PATH}style.css"><link rel="stylesheet" href="${PATH}variants.css"></head>
<body class="inner">${banner()}<main>${body}</main></body></html>`;
}

/** Posts to the variant's own address, so that the answer has the same headers and encoding as the question. */
export const form = (address: string, inside: Html): Html =>
  html`<form method="post" action="${PATH}${address}" autocomplete="off">${inside}</form>`;

export const buttons = (label = '振込実行'): Html => html`<p class="buttons">${next(label)} ${back(PATH, '一覧へ戻る')}</p>`;

export const state = (): Html => html`<p class="state">部品の値: <b data-state>0桁</b></p>`;

/** What the customer is about to confirm: all the other numbers that stand near the code. */
export const transfer = (): Html => html`<h2>振込内容の確認</h2><table class="entry">${plainRow('引落口座', '本店営業部 普通 0012345')}
${plainRow('振込先', '模擬銀行 本店 普通 1234567 カ）タナカシヨウテン')}
${plainRow('振込金額', '123,456円')}</table>`;

/** ワンタイムパスワードの入力 with the manual's label, and any control. */
export const asking = (control: Html = secret(CODE.name, 6, 'pswd001'), label: Html | string = 'パスワード(半角数字)'): Html => html`<section>
<h2>ワンタイムパスワードの入力</h2><table class="entry">${row(label, control)}</table>
<div class="notes"><p>表示された6桁の数字をパスワード入力欄に入力してください。</p></div></section>`;

/** The commonest page of them all: 振込内容の確認, the code, 振込実行. */
export const transferForm = (address: string, control?: Html, more: Html | string = ''): Html =>
  form(address, html`${transfer()}${asking(control)}${more}${buttons()}`);
