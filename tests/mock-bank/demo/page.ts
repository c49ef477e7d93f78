/** The demo page itself: large, plain, Japanese first, a line of English under each step. */
import { html } from 'hono/html';
import { card, letter } from './papers.ts';
import { loginAddress, people, ways, type Address } from './ways.ts';
import type { Customer } from '../customers.ts';
import { expectInstitution } from '../institutions.ts';
import { banner, type Html } from '../pages/frame.ts';
import type { TokenRow, TokenState } from '../tokens.ts';

export type { Address } from './ways.ts';

export interface DemoState {
  customer: Customer;
  /** The first login is done: the first password no longer counts. */
  started: boolean;
  inquiryOnly: boolean;
  /** Of the contract; it may have ended since. */
  token: Pick<TokenRow, 'serial' | 'state'> | null;
}

const step = (title: string, body: Html, english: string): Html =>
  html`<li><h3>${title}</h3>${body}<p class="english" lang="en">${english}</p></li>`;

const loginButton = ({ institution, institutionName }: Customer, address: Address): Html =>
  html`<p><a class="button main" href="${loginAddress(address, expectInstitution(institution))}">${institutionName}のログイン画面を開く</a></p>`;

const shinkinSteps = (customer: Customer, address: Address): Html => html`<ol class="path">
${step('鍵札を開いて、パスフレーズを決めます', html`<p>ブラウザー右上の「鍵札」のボタンを押します。見あたらないときは、パズルの形のボタンの中にあります（Ctrl+Shift+ピリオドでも開きます）。保管庫を開くパスフレーズを決めてください。</p>`,
  'Open Kagifuda from the toolbar (look inside the puzzle-piece button, or press Ctrl+Shift+Period) and choose a passphrase.')}
${step('トークンを発行します', html`<p>「${customer.institutionName}」を名前か番号（${customer.institution}）で探し、規約を確かめて発行します。シリアル番号（${expectInstitution(customer.institution).serialPrefix}…）と6桁の数字が出ます。</p>`,
  'Find the bank by name or code, accept the terms, get a serial number and a 6-digit code.')}
${step('銀行に初めてログインします', html`<p>契約者IDと初回ログインパスワードを入力し、新しいログインパスワードを決めます。</p>${loginButton(customer, address)}`,
  'Log in with the contract ID and the first password, then choose a new one.')}
${step('利用開始の手続きをします', html`<p>「ワンタイムパスワードを登録する」を選びます。シリアル番号とワンタイムパスワードは、欄を押すと鍵札が入力します。${
  expectInstitution(customer.institution).loginCode === 'choice' ? '「認証する」を選び、' : ''}カードの数字2か所はご自分で入力してください。</p>`,
  'Register the token. Kagifuda fills serial and code; choices and the card stay yours.')}
${step('もう一度ログインして、振込をします', html`<p>ログインと振込の確認画面で、欄を押すと鍵札がワンタイムパスワードを入力します。一度使った数字は二度と入力しません。</p>`,
  'Log in again and make a transfer: one click fills a fresh code each time.')}
${step('にせの画面では、何も起きません', html`<p>見た目はそっくりですが、アドレスが違います（ib-shinkin）。鍵札は黙ったままです。</p>
<p><a class="button" href="${address('ib-shinkin.localhost', '/webbk/login/b-login.do')}">にせのログイン画面を開く</a></p>`,
  'A phishing copy on a look-alike address: Kagifuda stays silent there.')}
</ol>`;

const unionSteps = (customer: Customer, address: Address): Html => html`<ol class="path">
${step('ログインして、トークンを申請します', html`<p>ログインIDとログインパスワードを入力し、「ワンタイムパスワード申請」から「トークン発行」を選びます。メールアドレスと、ご自分で決めた利用開始パスワード（4～8桁の数字）を入力し、確認用パスワードで確定します。</p>${loginButton(customer, address)}`,
  'Log in, ask for a token: your mail address, a start password of your own (4–8 digits), and the confirmation password.')}
${step('メールを開きます', html`<p>「トークン発行のご案内」に、サービスIDとユーザーIDが書いてあります。</p>
<p><a class="button" href="${address('mail.localhost', `/?address=${encodeURIComponent(customer.mail ?? '')}`)}">メールボックスを開く</a></p>`,
  'The mail names the service ID and the user ID.')}
${step('鍵札にトークンを追加します', html`<p>ブラウザー右上の「鍵札」から「トークンを追加」を選び、「${customer.institutionName}」のサービスID・ユーザーID・利用開始パスワードを入力します。1分ごとに変わる6桁の数字が出ます。
別の端末でためすときは、模擬のスマートフォンでも同じ初期設定ができます。</p>
<p><a class="button" href="${address('mail.localhost', '/phone')}">スマートフォンを開く</a></p>`,
  'Add the token to Kagifuda with both IDs and the start password (or set it up on the phone, as another device): a new code every minute.')}
${step('利用開始の手続きをします', html`<p>銀行の画面にもどり、「ワンタイムパスワード利用開始」を押して、表示された数字を入力します。</p>`,
  'Back at the bank, start the use with one code.')}
${step('もう一度ログインします', html`<p>パスワードのあとに、ワンタイムパスワードを聞かれるようになります。</p>`,
  'From now on the login asks for a code.')}
</ol>`;

const STATES: Partial<Record<TokenState, string>> = { ACTIVE: 'ご利用中のトークン', SUSPENDED: 'ロック中のトークン' };

const tokenLine = ({ serial, state }: NonNullable<DemoState['token']>): Html =>
  html`<p class="state">${STATES[state] ?? '終了したトークン'} <span lang="en">(token ${state})</span>：<b>${serial}</b></p>`;

export function demoView({ customer, started, inquiryOnly, token }: DemoState, address: Address): Html {
  const union = expectInstitution(customer.institution).platform === 'parasol';
  return html`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>鍵札をためす（模擬銀行）</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/demo.css"></head>
<body>${banner()}
<main><h1>鍵札をためす</h1>
<p class="lead">この画面と銀行はすべて模擬です。お金は動きません。下のお客様になったつもりで、順番に進んでください。</p>
<p class="english" lang="en">Everything here is a mock and no money moves. Be the customer below and follow the steps.</p>
<section class="papers" aria-label="お手元にあるもの">${card(customer)}${letter(customer, started, inquiryOnly)}</section>
${token === null ? '' : tokenLine(token)}
<form method="post" action="/customers" class="fresh"><input type="hidden" name="institution" value="${customer.institution}">
<button class="button">はじめから試す（新しいお客様）</button> <span class="english" lang="en">Start over with a new customer</span></form>
${people(customer)}
<h2>手順 <span class="english" lang="en">Steps</span></h2>${union ? unionSteps(customer, address) : shinkinSteps(customer, address)}
${ways(address, customer)}
</main><footer>鍵札（Kagifuda）はどの金融機関とも関係ありません。<span lang="en">Affiliated with no bank.</span></footer></body></html>`;
}
