/** 7. 利用中止: contract ID, login password and code on one page. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { authenticateErrand } from './authentication.ts';
import { authRows, finishedView } from './errand.ts';
import { WITHOUT_TOKEN } from './exchange.ts';
import { sentenceFor } from './sentences.ts';
import { adopt, bankOf, LOGIN, only, page, replaceSession } from './visit.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { back, codeInput, entryTable, next, plainRow } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { newReceipt } from '../receipt.ts';
import type { Done, Session } from '../session.ts';
import { setState, spendCode, type Verdict } from '../tokens.ts';
import type { SessionEnv, Visit } from '../visits.ts';
import type { World } from '../world.ts';

const TITLE = 'ワンタイムパスワード利用中止';
const STEPS = ['利用者認証', '処理結果'];
const ENTER = '/webbk/otp/b-stop.do';
const END = '/webbk/otp/b-stop-end.do';
const AGAIN = '再度ご利用になる場合は、新しいトークンをご用意のうえ「利用開始」からお手続きください。';

function stopPage(look: Look, contract = '', objection: string | null = null): Html {
  return frame({
    look, title: TITLE, help: 'stop', steps: { names: STEPS, at: 0 }, objection,
    body: html`<p>ワンタイムパスワードの利用を中止します。${look.tokenRequired ? '中止後は、再度「利用開始」のお手続きをされるまで、振込等のお取引はご利用いただけません。' : ''}</p>
<form method="post" action="${ENTER}">
${entryTable(look, [...authRows(look, contract), plainRow('ワンタイムパスワード(半角数字)', codeInput(look, { id: 'pswd002', name: 'BPW0020' }))])}
<p class="buttons">${next(look, '利用中止')} ${back(look, LOGIN, '戻る')}</p></form>`,
  });
}

type Ended = Exclude<Verdict, { kind: 'accepted' }> | { kind: 'accepted'; step: number; session: Session };

function end(world: World, c: Visit, { institution, contract, serial, code }: { institution: string; contract: string; serial: string; code: string }): Promise<Ended> {
  return world.store.transaction<Ended>(async (tables) => {
    const held = await holdCustomer(tables, { institution, contract });
    if (held.serial !== serial) return { kind: 'unusable' };
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial, code, wanted: 'ACTIVE' });
    if (verdict.kind !== 'accepted') return verdict;
    await setState(tables, serial, 'STOPPED');
    await tables.rows('UPDATE customers SET serial = NULL, code_at_login = false WHERE institution = $1 AND contract = $2', [institution, contract]);
    const done: Done = { flow: 'stop', receipt: newReceipt(world.now()), rows: [['シリアル番号', serial]], after: [AGAIN] };
    return { ...verdict, session: await replaceSession(world, tables, c, { institution, contract, stage: 'done', draft: { done } }) };
  });
}

async function stopUse(world: World, c: Visit): Promise<Response> {
  const institution = bankOf(c);
  const typed = await form(c, 'BTX0010', 'BPW0010', 'BPW0020');
  const refuse = (objection: string): Response | Promise<Response> => page(c, stopPage(institution, asDigits(typed.BTX0010), objection));
  const code = asDigits(typed.BPW0020);
  if (!/^\d{6}$/.test(code)) return refuse(SIX_DIGITS);
  const result = await authenticateErrand(world, { institution: institution.code, contract: typed.BTX0010, password: typed.BPW0010 });
  if ('objection' in result) return refuse(result.objection);
  const { contract, serial } = result.customer;
  if (serial === null) return refuse(WITHOUT_TOKEN);
  const verdict = await end(world, c, { institution: institution.code, contract, serial, code });
  const seen = { kind: 'stop' as const, institution: institution.code, contract, serial };
  if (verdict.kind !== 'accepted') {
    world.note({ ...seen, outcome: 'refused', reason: verdict.kind });
    return refuse(sentenceFor(verdict, institution) ?? '');
  }
  world.note({ ...seen, outcome: 'accepted', step: verdict.step });
  adopt(c, verdict.session);
  return c.redirect(END, 303);
}

export function stop(app: Hono<SessionEnv>, world: World): void {
  app.get(ENTER, (c) => page(c, stopPage(bankOf(c))));
  app.post(ENTER, (c) => stopUse(world, c));
  app.get(END, only(world, 'done'), (c) => finishedView(world, c, {
    flow: 'stop', title: TITLE, help: 'stop', steps: STEPS,
    sentence: 'ワンタイムパスワードの利用中止が完了しました。',
  }));
}
