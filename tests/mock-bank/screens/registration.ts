/** 3. ワンタイムパスワード利用開始: who, then serial, code, 認証要否 and the second secret, then 処理結果. */
import type { Hono } from 'hono';
import { authenticateErrand } from './authentication.ts';
import { finishedView } from './errand.ts';
import { AUTH, authPage, END, ENTER, entryPage, STEPS, TITLE } from './registration-pages.ts';
import { SERIAL_OR_CODE, SERIAL_UNUSABLE, sentenceFor } from './sentences.ts';
import { bankOf, enterStage, only, page } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import type { BankInstitution } from '../institutions.ts';
import { cardName } from '../pages/look.ts';
import { PLACE_FIELDS } from '../pages/second-secret.ts';
import { newReceipt } from '../receipt.ts';
import { askPlaces, checkPlaces } from '../second-secret.ts';
import { changeSession, type Done } from '../session.ts';
import { isAlive, isStrange, SERIAL, serialForLog, setState, spendCode, stateNow, tokenOf, type TokenRow, type Verdict } from '../tokens.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const INQUIRY_ONLY = '照会のみのご契約のため、ワンタイムパスワードはご利用いただけません。';
const HAS_TOKEN = '既にワンタイムパスワードをご利用中です。トークンを変更される場合は「交換」をご利用ください。';

interface Entry {
  serial: string;
  code: string;
  /** '1' 認証する, '0' 認証しない. */
  choice: string;
  answers: [string, string];
}

/** Why this customer can't start; null when they can. */
async function reasonAgainst(world: World, customer: CustomerRow): Promise<string | null> {
  if (customer.inquiry_only) return INQUIRY_ONLY;
  const token = customer.serial === null ? undefined : await tokenOf(world.store, customer.serial);
  return token && isAlive(stateNow(token, world.now())) ? HAS_TOKEN : null;
}

async function identify(world: World, c: Visit): Promise<Response> {
  const look = bankOf(c);
  const { BTX0010: contract, BPW0010: password } = await form(c, 'BTX0010', 'BPW0010');
  const result = await authenticateErrand(world, { institution: look.code, contract, password });
  const objection = 'objection' in result ? result.objection : await reasonAgainst(world, result.customer);
  if ('objection' in result || objection !== null) {
    world.note({ kind: 'registration', outcome: 'refused', reason: 'identity', institution: look.code });
    return page(c, authPage(look, asDigits(contract), objection));
  }
  await enterStage(world, c, { institution: look.code, contract: result.customer.contract, stage: 'register' });
  return c.redirect(ENTER, 303);
}

/** Where login always asks there is no such field, and nobody can smuggle in 「認証しない」. */
async function readEntry(c: Visit, { loginCode }: BankInstitution): Promise<Entry> {
  const typed = await form(c, 'BTX0010', 'BPW0010', 'BRD0010', ...PLACE_FIELDS);
  return {
    serial: asDigits(typed.BTX0010).toUpperCase(),
    code: asDigits(typed.BPW0010),
    choice: loginCode === 'always' ? '1' : typed.BRD0010,
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

type Refusal = { objection: string; reason: string };
type Outcome = Refusal | { step: number };

const IN_USE_MEANWHILE: Refusal = { objection: 'お手続きの状況が変わりました。お手数ですが、もう一度やり直してください。', reason: 'meanwhile' };

function refusalFor(verdict: Exclude<Verdict, { kind: 'accepted' }>, institution: BankInstitution): Refusal {
  if (verdict.kind === 'wrong') return { objection: SERIAL_OR_CODE, reason: verdict.kind };
  return { objection: verdict.kind === 'unusable' ? SERIAL_UNUSABLE : (sentenceFor(verdict, institution) ?? ''), reason: verdict.kind };
}

/** 登録内容 of 処理結果; the sentences after it are those of the manual without 認証要否. */
function resultOf({ loginCode }: BankInstitution, { serial, choice }: Entry, kind: TokenRow['kind']): Pick<Done, 'rows' | 'after'> {
  if (loginCode === 'choice')
    return { rows: [['シリアル番号', serial], ['ログイン時のワンタイムパスワード認証要否', choice === '1' ? '認証する' : '認証しない']] };
  const token = kind === 'hardware' ? 'ハードウェアトークン' : 'ソフトウェアトークン';
  return { rows: [['シリアル番号', serial]], after: ['ワンタイムパスワードの登録は完了しました。', `次回より今回登録した${token}をご利用ください。`] };
}

/**
 * Card, code, binding and 処理結果 in one transaction; what was wrong still counts. Of two registrations of one customer
 * at the same moment the second finds the customer no longer as it was read, and changes nothing.
 */
function bind(world: World, c: Visit, before: CustomerRow, entry: Entry): Promise<Outcome> {
  const look = bankOf(c);
  return world.store.transaction<Outcome>(async (tables) => {
    const held = await holdCustomer(tables, before);
    if (held.serial !== before.serial || held.challenge !== before.challenge) return IN_USE_MEANWHILE;
    const wrong = await checkPlaces(world, tables, held, { answers: entry.answers, name: cardName(look) });
    if (wrong !== null) return { objection: wrong, reason: 'second-secret' };
    const token = await tokenOf(tables, entry.serial);
    if (!token || isStrange(token, held, { prefix: look.serialPrefix })) return refusalFor({ kind: 'wrong' }, look);
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial: entry.serial, code: entry.code, wanted: 'UNBOUND' });
    if (verdict.kind !== 'accepted') return refusalFor(verdict, look);
    await setState(tables, entry.serial, 'ACTIVE');
    await tables.rows('UPDATE customers SET serial = $3, code_at_login = $4 WHERE institution = $1 AND contract = $2',
      [held.institution, held.contract, entry.serial, entry.choice === '1']);
    const done: Done = { flow: 'register', receipt: newReceipt(world.now()), ...resultOf(look, entry, token.kind) };
    await changeSession(tables, c.var.session, { stage: 'done', draft: { done } });
    return { step: verdict.step };
  });
}

/** The first thing that stands against the registration; the code is spent only when nothing else does. */
async function outcomeOf(world: World, c: Visit, customer: CustomerRow, entry: Entry): Promise<Outcome> {
  const again = await reasonAgainst(world, customer);
  if (again !== null) return { objection: again, reason: 'has-token' };
  const malformed = objectionToForm(entry, bankOf(c));
  return malformed === null ? bind(world, c, customer, entry) : { objection: malformed, reason: 'form' };
}

async function register(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { institution, contract } = customer;
  const look = bankOf(c);
  const entry = await readEntry(c, look);
  const outcome = await outcomeOf(world, c, customer, entry);
  const seen = { kind: 'registration' as const, institution, contract, ...serialForLog(entry.serial) };
  if ('objection' in outcome) {
    world.note({ ...seen, outcome: 'refused', reason: outcome.reason });
    return page(c, entryPage(look, await askPlaces(world.store, customer), entry, outcome.objection));
  }
  world.note({ ...seen, outcome: 'accepted', step: outcome.step });
  return c.redirect(END, 303);
}

export function registration(app: Hono<SessionEnv>, world: World): void {
  app.get(AUTH, (c) => page(c, authPage(bankOf(c))));
  app.post(AUTH, (c) => identify(world, c));
  app.get(ENTER, only(world, 'register'), async (c) => {
    const places = await askPlaces(world.store, await expectCustomer(world, c));
    return page(c, entryPage(bankOf(c), places, { serial: '', choice: '' }));
  });
  app.post(ENTER, only(world, 'register'), (c) => register(world, c));
  app.get(END, only(world, 'done'), (c) => finishedView(world, c, {
    flow: 'register', title: TITLE, help: 'otp', steps: STEPS,
    sentence: 'ワンタイムパスワードの利用開始が完了しました。',
  }));
}
