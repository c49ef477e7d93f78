/** The desk's pages: find, see, confirm, result, audit. */
import { html } from 'hono/html';
import { ACT_NAMES, CUSTOMER_ACTS, TOKEN_ACTS, type Wish } from './act.ts';
import type { Count, CustomerSeen, TokenSeen } from './look.ts';
import type { Act, AuditLine } from '../audit.ts';
import { expectInstitution, INSTITUTIONS } from '../institutions.ts';
import { chooser, customerAt } from '../mailbox/chooser.ts';
import { onward } from '../mailbox/frame.ts';
import type { Html } from '../pages/frame.ts';
import { japanTime } from '../receipt.ts';

const KINDS = { software: 'ソフトウェアトークン', hardware: 'ハードウェアトークン', activation: 'ソフトウェアトークン（信用組合）' };
const ISSUES = { ISSUED: 'トークン発行済（初期設定前）', LOCKED: '利用開始パスワードの誤りによりロック', TAKEN: '初期設定済', ENDED: '終了' };

const hidden = (values: Record<string, string>): Html[] =>
  Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

const actButton = (act: string, title: string, about: Record<string, string>): Html =>
  html`<form method="post" action="/desk/confirm">${hidden({ act, ...about })}<button class="button">${title}</button></form>`;

const rows = (lines: [string, Html | string][]): Html => html`<table class="facts">
${lines.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;

function counted({ fails, gate }: Count): string {
  if (gate === 'locked') return `${fails}回　ロック中`;
  return gate === 'paused' ? `${fails}回　一時停止中` : `${fails}回`;
}

const serialForm = (serial = ''): Html => html`<form method="get" action="/desk/token" class="ask">
<label>シリアル番号 <input type="text" name="serial" maxlength="12" size="14" autocomplete="off" value="${serial}"></label>
<button class="button main">表示する</button></form>`;

/** A `YYYY-MM-DD` of the business days, written as every other date: 2026年11月21日. */
export const japanDay = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1年$2月$3日');

export const findPage = (day: string, typed: { institution?: string; contract?: string; serial?: string } = {}): Html => html`<p>職員になったつもりで、お客様の電話に応えます。処理はすべて監査記録に残ります。</p>
<h2>お客様を探す</h2>${chooser('/desk/customer', INSTITUTIONS, { institution: typed.institution ?? '', contract: typed.contract ?? '' })}
<h2>トークンを探す</h2>${serialForm(typed.serial)}
<h2>日付</h2><p>営業日は <b>${japanDay(day)}</b> です。「翌日以降」にできる手続きを、すぐにためせます。</p>
${actButton('day-switch', ACT_NAMES['day-switch'], {})}
<h2>記録</h2>${onward('/desk/audit', '監査記録を見る')}`;

const tokenFacts = ({ token, state, tries, inUse }: TokenSeen): Html => rows([
  ['シリアル番号', html`<b>${token.serial}</b>`],
  ['種類', KINDS[token.kind]],
  ['状態', html`<b>${state}</b>${inUse ? '（このご契約に登録）' : ''}`],
  ...(token.ends_at === null ? [] : [['有効期限', japanTime(token.ends_at)] satisfies [string, string]]),
  ['時刻のずれ', `${token.drift * token.period}秒`],
  ['誤りの回数', counted(tries)],
]);

const names = <K extends string>(acts: Record<K, string>): [string, string][] => Object.entries<string>(acts);

const tokenCard = (seen: TokenSeen): Html => html`<section class="card">${tokenFacts(seen)}
<div class="acts">${names(TOKEN_ACTS).map(([act, title]) => actButton(act, title, { serial: seen.token.serial }))}</div></section>`;

export function customerPage({ customer, login, card, tokens, issue }: CustomerSeen): Html {
  const { institution, contract } = customer;
  const bank = expectInstitution(institution);
  return html`<h2>${customer.name} 様</h2>${rows([
    ['金融機関', bank.name],
    [bank.platform === 'parasol' ? 'ログインID' : '契約者ID（利用者番号）', contract],
    ['ご契約', customer.inquiry_only ? '照会のみのご契約' : '通常のご契約'],
    ['初回ログイン', customer.must_change ? '未' : '済'],
    ['ログイン時のワンタイムパスワード', customer.serial === null ? '（トークン未登録）' : customer.code_at_login ? '認証する' : '認証しない'],
    ['ログインパスワードの誤り', counted(login)],
    [`${bank.secondSecret.name}の誤り`, counted(card)],
    ...(issue === null ? [] : [['トークン発行', ISSUES[issue]] satisfies [string, string]]),
    ...(customer.released_on === null ? [] : [['利用解除日', japanDay(customer.released_on)] satisfies [string, string]]),
  ])}
<div class="acts">${names(CUSTOMER_ACTS).map(([act, title]) => actButton(act, title, { institution, contract }))}</div>
<h2>トークン</h2>${tokens.length === 0 ? html`<p class="empty">トークンはありません。</p>` : tokens.map(tokenCard)}
${onward('/desk', '窓口の最初の画面へ')}`;
}

export const tokenPage = (seen: TokenSeen): Html => html`<h2>トークン ${seen.token.serial}</h2>
${seen.owner === null ? html`<p>まだどのお客様にも登録されていません。</p>` : onward(customerAt('/desk/customer', seen.owner), 'このトークンのお客様を見る')}
${tokenCard(seen)}${onward('/desk', '窓口の最初の画面へ')}`;

const TWO_CODES = html`<p>お客様に、続けて表示された2つのワンタイムパスワードを、表示された順にお聞きください。</p>
<label>1つ目（半角数字6桁）<input type="text" inputmode="numeric" name="first" maxlength="6" size="8" autocomplete="off"></label>
<label>2つ目（半角数字6桁）<input type="text" inputmode="numeric" name="second" maxlength="6" size="8" autocomplete="off"></label>`;

/** 「次の内容で処理します」: nothing has been done yet. Typed codes are never carried over a page. */
export function confirmPage(wish: Wish, about: [string, string][]): Html {
  const sent: Record<string, string> = { act: wish.act, ...('serial' in wish ? { serial: wish.serial } : {}),
    ...('contract' in wish ? { institution: wish.institution, contract: wish.contract } : {}) };
  return html`<h2>次の内容で処理します</h2>${rows([['処理', html`<b>${ACT_NAMES[wish.act]}</b>`], ...about])}
<form method="post" action="/desk/act" class="ask wide">${hidden(sent)}${wish.act === 'resync' ? TWO_CODES : ''}
<p class="acts"><button class="button main">処理する</button> <a class="button" href="/desk">やめる</a></p></form>`;
}

const actName = (act: Act): string => (act === 'lock' ? 'トークンのロック' : ACT_NAMES[act]);
const OUTCOMES = { done: '処理しました', refused: 'お断りしました' };

export const resultPage = (line: AuditLine): Html => html`<h2>${OUTCOMES[line.outcome]}</h2>
<p class="result" role="status">${line.remark}</p>
${rows([['処理', actName(line.act)], ['日時', japanTime(line.at)]])}
${line.institution !== null && line.contract !== null ? onward(customerAt('/desk/customer', { institution: line.institution, contract: line.contract }), 'このお客様の画面へ') : ''}
${onward('/desk', '窓口の最初の画面へ')}`;

export const auditPage = (lines: AuditLine[]): Html => html`<h2>監査記録（新しい順）</h2>
${lines.length === 0 ? html`<p class="empty">記録はまだありません。</p>` : html`<div class="scroll"><table class="log">
<thead><tr><th>日時</th><th>処理</th><th>金融機関</th><th>契約者</th><th>シリアル番号</th><th>結果</th></tr></thead>
<tbody>${lines.map((line) => html`<tr class="${line.outcome}"><td>${japanTime(line.at)}</td><td>${actName(line.act)}</td>
<td>${line.institution}</td><td>${line.contract}</td><td>${line.serial}</td><td>${OUTCOMES[line.outcome]}</td></tr>
<tr class="remark ${line.outcome}"><td colspan="6">${line.remark}</td></tr>`)}</tbody></table></div>`}
${onward('/desk', '窓口の最初の画面へ')}`;
