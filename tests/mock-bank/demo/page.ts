/** The demo page itself: large, plain, Japanese first, a line of English under each step. */
import { html } from 'hono/html';
import type { Customer } from '../customers.ts';
import { banner, type Html } from '../pages/frame.ts';

export interface DemoState {
  customer: Customer;
  /** The first login is done: the first password no longer counts. */
  started: boolean;
  serial: string | null;
}

type Address = (host: string, path: string) => string;

const entryPath = (code: string): string =>
  `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(Buffer.from(code).toString('base64'))}`;

/** A row of the card: names above, digits below. */
const grid = (caption: string, names: string[], digits: string[]): Html => html`<table><caption>${caption}</caption>
<tr>${names.map((name) => html`<th>${name}</th>`)}</tr><tr>${digits.map((digit) => html`<td>${digit}</td>`)}</tr></table>`;

function secret({ card: cells, transferPassword }: Customer): Html {
  if (cells) return grid('確認用パスワード', Object.keys(cells), Object.values(cells));
  const digits = (transferPassword ?? '').split('');
  return grid('資金移動用パスワード', digits.map((_digit, index) => String(index + 1)), digits);
}

const card = (customer: Customer): Html => html`<figure class="card" aria-label="お客様カード">
<p class="bank">${customer.institutionName}<span>お客様カード</span></p>
<dl><dt>契約者ID（利用者番号）</dt><dd class="number">${customer.contract}</dd>
<dt>お名前</dt><dd>${customer.name} 様</dd></dl>
${secret(customer)}
<p class="sample">模擬 SAMPLE</p></figure>`;

const letter = ({ firstPassword }: Customer, started: boolean): Html => html`<div class="letter">
<h3>申込書の控え</h3>
<p>初回ログインパスワード</p><p class="number">${firstPassword}</p>
${started ? html`<p class="hint">このお客様は初回ログインがお済みです。ご自分で決めたログインパスワードを使ってください。<br>
<span lang="en">First login is done: use the password you chose.</span></p>` : ''}</div>`;

const step = (title: string, body: Html, english: string): Html =>
  html`<li><h3>${title}</h3>${body}<p class="english" lang="en">${english}</p></li>`;

const steps = ({ institution, institutionName }: Customer, address: Address): Html => html`<ol class="path">
${step('鍵札を開いて、パスフレーズを決めます', html`<p>ブラウザー右上の「鍵札」のボタンを押します。見あたらないときは、パズルの形のボタンの中にあります（Ctrl+Shift+ピリオドでも開きます）。保管庫を開くパスフレーズを決めてください。</p>`,
  'Open Kagifuda from the toolbar (look inside the puzzle-piece button, or press Ctrl+Shift+Period) and choose a passphrase.')}
${step('トークンを発行します', html`<p>「${institutionName}」を名前か番号（${institution}）で探し、規約を確かめて発行します。シリアル番号（SKTS…）と6桁の数字が出ます。</p>`,
  'Find the bank by name or code, accept the terms, get a serial number and a 6-digit code.')}
${step('銀行に初めてログインします', html`<p>契約者IDと初回ログインパスワードを入力し、新しいログインパスワードを決めます。</p>
<p><a class="button main" href="${address('ib.shinkin.localhost', entryPath(institution))}">${institutionName}のログイン画面を開く</a></p>`,
  'Log in with the contract ID and the first password, then choose a new one.')}
${step('利用開始の手続きをします', html`<p>「ワンタイムパスワードを登録する」を選びます。シリアル番号とワンタイムパスワードは、欄を押すと鍵札が入力します。「認証する」を選び、カードの数字2か所はご自分で入力してください。</p>`,
  'Register the token. Kagifuda fills serial and code; the radio button and the card stay yours.')}
${step('もう一度ログインして、振込をします', html`<p>ログインと振込の確認画面で、欄を押すと鍵札がワンタイムパスワードを入力します。一度使った数字は二度と入力しません。</p>`,
  'Log in again and make a transfer: one click fills a fresh code each time.')}
${step('にせの画面では、何も起きません', html`<p>見た目はそっくりですが、アドレスが違います（ib-shinkin）。鍵札は黙ったままです。</p>
<p><a class="button" href="${address('ib-shinkin.localhost', '/webbk/login/b-login.do')}">にせのログイン画面を開く</a></p>`,
  'A phishing copy on a look-alike address: Kagifuda stays silent there.')}
</ol>`;

export function demoView({ customer, started, serial }: DemoState, address: Address): Html {
  return html`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>鍵札をためす（模擬銀行）</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/demo.css"></head>
<body>${banner()}
<main><h1>鍵札をためす</h1>
<p class="lead">この画面と銀行はすべて模擬です。お金は動きません。下のお客様になったつもりで、順番に進んでください。</p>
<p class="english" lang="en">Everything here is a mock and no money moves. Be the customer below and follow the steps.</p>
<section class="papers" aria-label="お手元にあるもの">${card(customer)}${letter(customer, started)}</section>
${serial === null ? '' : html`<p class="state">ご利用中のトークン <span lang="en">(token in use)</span>：<b>${serial}</b></p>`}
<form method="post" action="/customers" class="fresh"><input type="hidden" name="institution" value="${customer.institution}">
<button class="button">はじめから試す（新しいお客様）</button> <span class="english" lang="en">Start over with a new customer</span></form>
<h2>手順</h2>${steps(customer, address)}
</main><footer>鍵札（Kagifuda）はどの金融機関とも関係ありません。<span lang="en">Affiliated with no bank.</span></footer></body></html>`;
}
