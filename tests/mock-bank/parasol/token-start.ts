/** ワンタイムパスワード利用開始: BOS001 ソフトウェアトークン確認 with one code, BOS002 完了. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { CHOICE, showChoice, START } from './application.ts';
import { showCompletion } from './completion.ts';
import { entries, go, secretInput } from './fields.ts';
import type { Look, Screen } from './frame.ts';
import { sentenceFor } from './sentences.ts';
import { objectionToStart, situationOf } from './situation.ts';
import { complete, inside, lookOf } from './visit.ts';
import { confirmActivation } from '../activations.ts';
import type { Owner } from '../devices.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { link } from '../pages/fields.ts';
import { newReceipt } from '../receipt.ts';
import { setState, spendCode, type Verdict } from '../tokens.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const DONE = '/ib/bos002.do';
const STEPS = ['ソフトウェアトークン確認', 'ソフトウェアトークン完了'] as const;

/** Of the field itself the manual says only 「パスワード」; what kind stands in the heading. */
const codeScreen = (look: Look, objection: string | null = null): Screen => ({
  id: 'BOS001',
  title: 'ワンタイムパスワード利用開始（ソフトウェアトークン確認）',
  steps: { names: STEPS, at: 0 },
  objection,
  body: html`<p>ワンタイムパスワードの利用を開始します。<br>ワンタイムパスワードアプリに表示されているワンタイムパスワードを入力し、「利用開始する」ボタンを押して下さい。</p>
<form method="post" action="${START}">
<h2>ワンタイムパスワードの入力</h2>
${entries(look, [{ label: 'パスワード', hint: '半角数字', must: true, control: secretInput(look, { id: 'pswd001', name: 'BPW0010', length: 6, digits: true }) }])}
<p class="buttons stacked">${go('利用開始する')} ${link(CHOICE, '戻る')}</p>
</form>`,
});

async function show(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const objection = objectionToStart(await situationOf(world.store, customer, world.now()), customer);
  return objection === null ? inside(c, codeScreen(lookOf(c))) : showChoice(world, c, objection);
}

type Settled = { kind: 'state'; objection: string } | { kind: 'code'; verdict: Verdict; serial: string };

/** Of two at the same moment the second finds the token in use. A wrong code changes nothing but its count. */
function settle(world: World, c: Visit, owner: Owner, code: string): Promise<Settled> {
  return world.store.transaction<Settled>(async (tables) => {
    const customer = await holdCustomer(tables, owner);
    const situation = await situationOf(tables, customer, world.now());
    const { serial } = situation;
    const objection = objectionToStart(situation, customer);
    if (objection !== null || serial === null) return { kind: 'state', objection: objection ?? SIX_DIGITS };
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial, code, wanted: 'UNBOUND' });
    if (verdict.kind !== 'accepted') return { kind: 'code', verdict, serial };
    await setState(tables, serial, 'ACTIVE');
    await tables.rows('UPDATE customers SET serial = $3, code_at_login = true WHERE institution = $1 AND contract = $2',
      [customer.institution, customer.contract, serial]);
    await confirmActivation(tables, serial);
    await complete(tables, c, { flow: 'start', receipt: newReceipt(world.now()), rows: [] });
    return { kind: 'code', verdict, serial };
  });
}

async function begin(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return inside(c, codeScreen(lookOf(c), SIX_DIGITS));
  const settled = await settle(world, c, { institution, contract }, code);
  const seen = { kind: 'start' as const, institution, contract };
  if (settled.kind === 'state') {
    world.note({ ...seen, outcome: 'refused', reason: 'state' });
    return showChoice(world, c, settled.objection);
  }
  const { verdict, serial } = settled;
  const step = 'step' in verdict ? { step: verdict.step } : {};
  if (verdict.kind !== 'accepted') {
    world.note({ ...seen, ...step, outcome: 'refused', serial, reason: verdict.kind });
    return inside(c, codeScreen(lookOf(c), sentenceFor(verdict)));
  }
  world.note({ ...seen, ...step, outcome: 'accepted', serial });
  return c.redirect(DONE, 303);
}

export function tokenStart(app: Hono<SessionEnv>, world: World): void {
  app.get(START, (c) => show(world, c));
  app.post(START, (c) => begin(world, c));
  app.get(DONE, (c) => showCompletion(world, c, {
    flow: 'start',
    id: 'BOS002',
    title: 'ワンタイムパスワード利用開始（ソフトウェアトークン完了）',
    steps: STEPS,
    sentence: 'ワンタイムパスワードの利用を開始しました。次回ログイン時からワンタイムパスワードの入力が必要となります。',
    way: { path: CHOICE, label: 'ワンタイムパスワード申請内容選択へ' },
  }));
}
