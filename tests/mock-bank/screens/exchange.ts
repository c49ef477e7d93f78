/** 6. 交換: who, then the old token's code, then serial and code of the new token. */
import type { Hono } from 'hono';
import { authenticateErrand } from './authentication.ts';
import { finishedView } from './errand.ts';
import { AUTH, authPage, END, NEW, newPage, OLD, oldPage, STEPS, TITLE } from './exchange-pages.ts';
import { SERIAL_OR_CODE, SERIAL_UNUSABLE, sentenceFor } from './sentences.ts';
import { bankOf, enterStage, moveOn, only, page, sendToLogin } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { expectInstitution } from '../institutions.ts';
import { newReceipt } from '../receipt.ts';
import { changeSession, type Done, type ProvenToken } from '../session.ts';
import { isStrange, SERIAL, serialForLog, setState, spendCode, stateNow, tokenOf, type Verdict } from '../tokens.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

export const WITHOUT_TOKEN = 'ワンタイムパスワードはご利用されていません。「利用開始」からお手続きください。';
const FROM_NOW_ON = '以後、お取引する際は、今回登録した新しいトークンを用いての認証となります。';

async function identify(world: World, c: Visit): Promise<Response> {
  const institution = bankOf(c);
  const { BTX0010: contract, BPW0010: password } = await form(c, 'BTX0010', 'BPW0010');
  const result = await authenticateErrand(world, { institution: institution.code, contract, password });
  const objection = 'objection' in result ? result.objection : result.customer.serial === null ? WITHOUT_TOKEN : null;
  if ('objection' in result || objection !== null) return page(c, authPage(institution, asDigits(contract), objection));
  await enterStage(world, c, { institution: institution.code, contract: result.customer.contract, stage: 'exchange-old' });
  return c.redirect(OLD, 303);
}

async function proveOld(world: World, c: Visit): Promise<Response> {
  const { institution, contract, serial } = await expectCustomer(world, c);
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return page(c, oldPage(bankOf(c), SIX_DIGITS));
  const verdict = await world.store.transaction((tables) =>
    spendCode({ seal: world.seal, now: world.now() }, tables, { serial: serial ?? '', code, wanted: 'ACTIVE' }));
  if (verdict.kind !== 'accepted') {
    world.note({ kind: 'exchange', outcome: 'refused', reason: `old ${verdict.kind}`, institution, contract });
    return page(c, oldPage(bankOf(c), sentenceFor(verdict, bankOf(c))));
  }
  await moveOn(world, c, 'exchange-new', { old: { serial: serial ?? '', step: verdict.step } });
  return c.redirect(NEW, 303);
}

/** Old out and new in at once; 'stale' when the old token has been used or changed since it was proven. */
function swap(world: World, c: Visit, customer: CustomerRow, fresh: { serial: string; code: string }, proven: ProvenToken): Promise<Verdict | { kind: 'stale' }> {
  return world.store.transaction(async (tables) => {
    const held = await holdCustomer(tables, customer);
    const { institution, contract, serial } = held;
    // Another tab may have put another token in its place since, and that one's last step may be the same.
    const old = serial === proven.serial ? await tokenOf(tables, serial) : undefined;
    if (!old || stateNow(old, world.now()) !== 'ACTIVE' || old.last_step !== proven.step) return { kind: 'stale' };
    const token = await tokenOf(tables, fresh.serial);
    // As at 利用開始: of another series, or shipped to somebody else, reads like unknown.
    if (!token || isStrange(token, held, { prefix: expectInstitution(institution).serialPrefix })) return { kind: 'wrong' };
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { ...fresh, wanted: 'UNBOUND' });
    if (verdict.kind !== 'accepted') return verdict;
    await setState(tables, old.serial, 'REPLACED');
    await setState(tables, fresh.serial, 'ACTIVE');
    await tables.rows('UPDATE customers SET serial = $3 WHERE institution = $1 AND contract = $2',
      [institution, contract, fresh.serial]);
    const done: Done = { flow: 'exchange', receipt: newReceipt(world.now()), rows: [['シリアル番号', fresh.serial]], after: [FROM_NOW_ON] };
    await changeSession(tables, c.var.session, { stage: 'done', draft: { done } });
    return verdict;
  });
}

async function replace(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const typed = await form(c, 'BTX0010', 'BPW0010');
  const fresh = { serial: asDigits(typed.BTX0010).toUpperCase(), code: asDigits(typed.BPW0010) };
  const seen = { kind: 'exchange' as const, institution: customer.institution, contract: customer.contract, ...serialForLog(fresh.serial) };
  const refuse = (objection: string, reason: string): Response | Promise<Response> => {
    world.note({ ...seen, outcome: 'refused', reason });
    return page(c, newPage(bankOf(c), fresh.serial, objection));
  };
  if (!SERIAL.test(fresh.serial)) return refuse('シリアル番号を半角英数字12桁で正しく入力してください。', 'form');
  if (!/^\d{6}$/.test(fresh.code)) return refuse(SIX_DIGITS, 'form');
  const { old } = c.var.session.draft;
  const verdict = old ? await swap(world, c, customer, fresh, old) : { kind: 'stale' as const };
  if (verdict.kind === 'stale') return sendToLogin(world, c);
  if (verdict.kind === 'wrong') return refuse(SERIAL_OR_CODE, 'wrong');
  if (verdict.kind !== 'accepted') return refuse(verdict.kind === 'unusable' ? SERIAL_UNUSABLE : (sentenceFor(verdict, bankOf(c)) ?? ''), verdict.kind);
  world.note({ ...seen, outcome: 'accepted', step: verdict.step });
  return c.redirect(END, 303);
}

export function exchange(app: Hono<SessionEnv>, world: World): void {
  app.get(AUTH, (c) => page(c, authPage(bankOf(c))));
  app.post(AUTH, (c) => identify(world, c));
  app.get(OLD, only(world, 'exchange-old'), (c) => page(c, oldPage(bankOf(c))));
  app.post(OLD, only(world, 'exchange-old'), (c) => proveOld(world, c));
  app.get(NEW, only(world, 'exchange-new'), (c) => page(c, newPage(bankOf(c))));
  app.post(NEW, only(world, 'exchange-new'), (c) => replace(world, c));
  app.get(END, only(world, 'done'), (c) => finishedView(world, c, {
    flow: 'exchange', title: TITLE, help: 'exchange', steps: STEPS,
    sentence: 'ワンタイムパスワードの交換が完了しました。',
  }));
}
