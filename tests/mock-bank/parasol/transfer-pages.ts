/** The pages of 振込・振替 before it is done. */
import { html } from 'hono/html';
import { WORD, wordEntry } from './confirmation-word.ts';
import { entries, go, secretInput, textInput, type Entry } from './fields.ts';
import type { Look, Screen } from './frame.ts';
import type { Account } from '../customers.ts';
import { link, paperField } from '../pages/fields.ts';
import type { Html } from '../pages/frame.ts';
import { yen } from '../pages/yen.ts';
import { NO_PAYEE, PAYEES, type PayeeEntry } from '../payees.ts';
import { accountName } from '../payer.ts';

export const ENTER = '/ib/bft001.do';
export const CONFIRM = '/ib/bft002.do';
export const DONE = '/ib/bft003.do';
export const TITLE = '振込・振替';
export const STEPS = ['振込・振替内容入力', '振込・振替内容確認', '振込・振替完了'] as const;

export interface TransferEntry extends PayeeEntry {
  amount: string;
}

export const NO_TRANSFER: TransferEntry = { ...NO_PAYEE, amount: '' };

export interface Remittance {
  account: string;
  payee: string;
  /** 振替: the number of the customer's own account that it goes to. */
  into?: string;
  /** Yen. */
  amount: number;
  /** The token in use when the order was made: its code is asked for; null: 確認用パスワード. */
  asked: string | null;
  /** Of the confirmation page that this is read on. */
  paper: string;
}

/** The payee of a 振替, in a line that no other payee has: those end in a name. */
export const ownPayee = (account: Account): string => `ご本人口座 ${accountName(account)}`;

/** The value of an own account among the payees, and the number in it. */
export const OWN = 'own-';

function payeeChoice(typed: TransferEntry, accounts: Account[]): Html {
  const radio = (value: string, label: string): Html =>
    html`<label><input type="radio" name="BRD0010" value="${value}"${typed.payee === value ? ' checked' : ''}> ${label}</label><br>`;
  // Which of them is the other one shows only when the form is sent: the page works without script.
  const own = accounts.length < 2 ? [] : accounts.map((account) => radio(OWN + account.number, `ご本人口座への振替（${accountName(account)}）`));
  return html`${PAYEES.map((payee, index) => radio(String(index), payee))}${own}${radio('new', '新しい振込先を入力する')}`;
}

/** The balances stand below: a narrow screen cuts the end of a choice off. */
function accountChoice(typed: TransferEntry, accounts: Account[]): Html {
  const option = (account: Account): Html =>
    html`<option value="${account.number}"${typed.account === account.number ? ' selected' : ''}>${accountName(account)}</option>`;
  return html`<select name="BSL0010">${accounts.map(option)}</select>
<p>${accounts.map(({ number, balance }) => html`${number}　<span class="balance">残高 ${yen(balance)}</span><br>`)}</p>`;
}

const field = (id: string, name: string, length: number, value: string): Html => textInput({ id, name, length, value });

export function entryScreen(look: Look, accounts: Account[], typed: TransferEntry, objection: string | null = null): Screen {
  return {
    id: 'BFT001',
    title: `${TITLE}（内容入力）`,
    steps: { names: STEPS, at: 0 },
    objection,
    body: html`<form method="post" action="${ENTER}">
<h2>引落口座の指定</h2>
${entries(look, [{ label: '引落口座', must: true, control: accountChoice(typed, accounts) }])}
<h2>振込先の指定</h2>
${entries(look, [
  { label: '振込先', must: true, control: payeeChoice(typed, accounts) },
  { label: '振込先金融機関名', control: field('txtBox001', 'BTX0010', 30, typed.bank) },
  { label: '支店名', control: field('txtBox002', 'BTX0020', 30, typed.branch) },
  { label: '口座番号', hint: '半角数字', control: field('txtBox003', 'BTX0030', 7, typed.number) },
  { label: '受取人名', hint: 'カナ', control: field('txtBox004', 'BTX0040', 30, typed.name) },
])}
<h2>振込金額の指定</h2>
${entries(look, [{ label: '振込金額', hint: '半角数字・円', must: true, control: field('txtBox005', 'BTX0050', 13, typed.amount) }])}
<p class="buttons stacked">${go('次へ')}</p></form>`,
  };
}

/** With a token in use the code, without one the word. */
function secretEntry(look: Look, withToken: boolean): { heading: string; entry: Entry } {
  if (!withToken) return { heading: '確認用パスワードの入力', entry: wordEntry(look) };
  const control = secretInput(look, { id: 'pswd001', name: WORD, length: 6, digits: true });
  return { heading: 'ワンタイムパスワードの入力', entry: { label: 'パスワード', hint: '半角数字', must: true, control } };
}

/** `account`: the name of the account that pays. */
export function confirmScreen(look: Look, { account, payee, amount, paper }: Remittance, withToken: boolean, objection: string | null = null): Screen {
  const { heading, entry } = secretEntry(look, withToken);
  return {
    id: 'BFT002',
    title: `${TITLE}（内容確認）`,
    steps: { names: STEPS, at: 1 },
    objection,
    body: html`<p>以下の内容をご確認のうえ、「実行する」ボタンを押して下さい。</p>
<form method="post" action="${CONFIRM}">${paperField(paper)}
<h2>振込・振替内容</h2>
${entries(look, [{ label: '引落口座', control: account }, { label: '振込先', control: payee }, { label: '振込金額', control: yen(amount) }])}
<h2>${heading}</h2>
${entries(look, [entry])}
<p class="buttons stacked">${go('実行する')} ${link(ENTER, '戻る')}</p></form>`,
  };
}
