/** 3. ワンタイムパスワード利用開始: who, then serial, code, 認証要否 and the second secret, then 処理結果. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { authenticateErrand } from './authentication.ts';
import { authView, finishedView, tokenPreparation } from './errand.ts';
import { SERIAL_OR_CODE, SERIAL_UNUSABLE, sentenceFor, SIX_DIGITS } from './sentences.ts';
import { bankOf, enterStage, expectCustomer, form, moveOn, only, page, type PlatformEnv, type Visit } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { expectInstitution, type BankInstitution } from '../institutions.ts';
import { whereToRead } from '../pages/code-section.ts';
import { back, codeInput, next, row, serialRow } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import { PLACE_FIELDS, secondSecretSection } from '../pages/second-secret.ts';
import { newReceipt } from '../receipt.ts';
import { askPlaces, checkPlaces, forgetPlaces, type Places } from '../second-secret.ts';
import { mayBind, SERIAL, setState, spendCode, tokenOf, type Verdict } from '../tokens.ts';
import type { World } from '../world.ts';

const TITLE = 'ワンタイムパスワード利用開始';
const STEPS = ['利用者認証', 'ワンタイムパスワードの登録', '処理結果'];
const AUTH = '/webbk/otp/b-start-auth.do';
const ENTER = '/webbk/otp/b-start.do';
const END = '/webbk/otp/b-start-end.do';

const INQUIRY_ONLY = '照会のみのご契約のため、ワンタイムパスワードはご利用いただけません。';
const HAS_TOKEN = '既にワンタイムパスワードをご利用中です。トークンを変更される場合は「交換」をご利用ください。';

interface Entry {
  serial: string;
  code: string;
  choice: string;
  answers: [string, string];
}

const step = (institution: BankInstitution, at: number, objection: string | null, body: Html): Html =>
  frame({ institution, title: TITLE, help: 'otp', steps: { names: STEPS, at }, objection, body });

const authPage = (institution: BankInstitution, contract = '', objection: string | null = null): Html =>
  step(institution, 0, objection, html`<p>ワンタイムパスワードの利用登録を開始します。</p>
<section class="notes"><h3>トークンの登録について</h3>
<p>トークンの登録には、当金庫指定のトークンが必要となります。<br>
ソフトウェアトークンもしくは当金庫から配布されたハードウェアトークンをご用意ください。</p></section>
${tokenPreparation('トークンの準備方法について')}
${authView(AUTH, contract)}`);

const choice = (chosen: string): Html => html`<label><input type="radio" name="BRD0010" value="1"${chosen === '1' ? ' checked' : ''}> 認証する</label>
<label><input type="radio" name="BRD0010" value="0"${chosen === '0' ? ' checked' : ''}> 認証しない</label>`;

function entryPage(institution: BankInstitution, places: Places, entry: Pick<Entry, 'serial' | 'choice'>, objection: string | null = null): Html {
  return step(institution, 1, objection, html`${institution.tokenRequired
    ? html`<p class="notice">【インターネットバンキングによる振込等のお取引には、ワンタイムパスワードが必要となります。】</p>` : ''}
${tokenPreparation('トークンをご用意されていない場合はこちら')}
<form method="post" action="${ENTER}">
<section><h2>ワンタイムパスワードの登録</h2>
<table class="entry">
${serialRow('シリアル番号(半角英数字)', entry.serial)}
${row('ワンタイムパスワード(半角数字)', codeInput({ id: 'pswd001', name: 'BPW0010' }))}
${row('ログイン時のワンタイムパスワード認証要否', choice(entry.choice))}
</table></section>
${whereToRead()}
${secondSecretSection(institution, places)}
<p class="buttons">${next('登録')} ${back('/webbk/login/b-login.do', 'ログイン画面に戻る')}</p>
</form>`);
}

/** Why this customer can't start; null when they can. */
async function reasonAgainst(world: World, customer: CustomerRow): Promise<string | null> {
  if (customer.inquiry_only) return INQUIRY_ONLY;
  const token = customer.serial === null ? undefined : await tokenOf(world.store, customer.serial);
  return token && (token.state === 'ACTIVE' || token.state === 'SUSPENDED') ? HAS_TOKEN : null;
}

async function identify(world: World, c: Visit): Promise<Response> {
  const institution = bankOf(c);
  const { BTX0010: contract, BPW0010: password } = await form(c, 'BTX0010', 'BPW0010');
  const result = await authenticateErrand(world, { institution: institution.code, contract, password });
  const objection = 'objection' in result ? result.objection : await reasonAgainst(world, result.customer);
  if ('objection' in result || objection !== null) {
    world.note({ kind: 'registration', outcome: 'refused', reason: 'identity', institution: institution.code });
    return page(c, authPage(institution, asDigits(contract), objection));
  }
  await enterStage(world, c, { institution: institution.code, contract: result.customer.contract, stage: 'register' });
  return c.redirect(ENTER, 303);
}

async function readEntry(c: Visit): Promise<Entry> {
  const typed = await form(c, 'BTX0010', 'BPW0010', 'BRD0010', ...PLACE_FIELDS);
  return {
    serial: asDigits(typed.BTX0010).toUpperCase(),
    code: asDigits(typed.BPW0010),
    choice: typed.BRD0010,
    answers: [typed[PLACE_FIELDS[0]], typed[PLACE_FIELDS[1]]],
  };
}

function objectionToForm({ serial, code, choice: chosen }: Entry, institution: BankInstitution): string | null {
  if (!SERIAL.test(serial)) return 'シリアル番号を半角英数字12桁で正しく入力してください。';
  if (!/^\d{6}$/.test(code)) return SIX_DIGITS;
  if (chosen !== '1' && chosen !== '0') return 'ログイン時のワンタイムパスワード認証要否を選択してください。';
  if (institution.tokenRequired && chosen === '0')
    return '当金庫では、ログイン時のワンタイムパスワード認証が必須です。「認証する」を選択してください。';
  return null;
}

/**
 * The code is spent and the token bound in one transaction; a wrong code still counts. Of two registrations of
 * one customer at the same moment the second finds the customer no longer as it was read, and changes nothing.
 */
function bind(world: World, { institution, contract, serial: before }: CustomerRow, { serial, code, choice: chosen }: Entry): Promise<Verdict> {
  return world.store.transaction(async (tables) => {
    const { serialPrefix } = expectInstitution(institution);
    const [held] = await tables.rows<{ serial: string | null }>(
      'SELECT serial FROM customers WHERE institution = $1 AND contract = $2 FOR UPDATE', [institution, contract]);
    if (held?.serial !== before) return { kind: 'unusable' };
    const token = await tokenOf(tables, serial);
    // A serial of another institution or another customer reads like one that does not exist.
    if (!token || !mayBind(token, { institution, contract }, serialPrefix)) return { kind: 'wrong' };
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial, code, wanted: 'UNBOUND' });
    if (verdict.kind !== 'accepted') return verdict;
    await setState(tables, serial, 'ACTIVE');
    await tables.rows('UPDATE customers SET serial = $3, code_at_login = $4 WHERE institution = $1 AND contract = $2',
      [institution, contract, serial, chosen === '1']);
    return verdict;
  });
}

function objectionOf(verdict: Verdict): string | null {
  if (verdict.kind === 'wrong') return SERIAL_OR_CODE;
  return verdict.kind === 'unusable' ? SERIAL_UNUSABLE : sentenceFor(verdict);
}

async function register(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const institution = bankOf(c);
  const entry = await readEntry(c);
  const seen = { kind: 'registration' as const, institution: customer.institution, contract: customer.contract, serial: entry.serial };
  const refuse = async (objection: string, reason: string): Promise<Response> => {
    world.note({ ...seen, outcome: 'refused', reason });
    return page(c, entryPage(institution, await askPlaces(world.store, customer), entry, objection));
  };
  const again = await reasonAgainst(world, customer);
  if (again !== null) return refuse(again, 'has-token');
  const malformed = objectionToForm(entry, institution);
  if (malformed !== null) return refuse(malformed, 'form');
  const wrongPlaces = await checkPlaces(world, customer, entry.answers);
  if (wrongPlaces !== null) return refuse(wrongPlaces, 'second-secret');
  const verdict = await bind(world, customer, entry);
  const objection = objectionOf(verdict);
  if (verdict.kind !== 'accepted') return refuse(objection ?? '', verdict.kind);
  await forgetPlaces(world.store, customer);
  world.note({ ...seen, outcome: 'accepted', step: verdict.step });
  await moveOn(world, c, 'done', { done: {
    flow: 'register',
    receipt: newReceipt(world.now()),
    rows: [['シリアル番号', entry.serial], ['ログイン時のワンタイムパスワード認証要否', entry.choice === '1' ? '認証する' : '認証しない']],
  } });
  return c.redirect(END, 303);
}

export function registration(app: Hono<PlatformEnv>, world: World): void {
  app.get(AUTH, (c) => page(c, authPage(bankOf(c))));
  app.post(AUTH, (c) => identify(world, c));
  app.get(ENTER, only(world, 'register'), async (c) => {
    const places = await askPlaces(world.store, await expectCustomer(world, c));
    return page(c, entryPage(bankOf(c), places, { serial: '', choice: '' }));
  });
  app.post(ENTER, only(world, 'register'), (c) => register(world, c));
  app.get(END, only(world, 'done'), (c) => finishedView(world, c, {
    flow: 'register', title: TITLE, steps: STEPS,
    sentence: 'ワンタイムパスワードの利用開始が完了しました。',
    after: '次回より今回登録したトークンをご利用ください。',
  }));
}
