/** ワンタイムパスワード利用解除: BOK001 確認 with 確認用パスワード and no code (the telephone may be gone), BOK002 完了. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { CHOICE, RELEASE, showChoice } from './application.ts';
import { showCompletion } from './completion.ts';
import { checkWord, WORD, wordEntry } from './confirmation-word.ts';
import { entries, go } from './fields.ts';
import type { Look, Screen } from './frame.ts';
import { objectionToRelease, situationOf } from './situation.ts';
import { complete, inside, lookOf } from './visit.ts';
import { endActivation } from '../activations.ts';
import { businessDay } from '../business-day.ts';
import type { Owner } from '../devices.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { link } from '../pages/fields.ts';
import { newReceipt } from '../receipt.ts';
import { setState } from '../tokens.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const DONE = '/ib/bok002.do';
const STEPS = ['ワンタイムパスワード利用解除確認', 'ワンタイムパスワード利用解除完了'] as const;

const confirmScreen = (look: Look, objection: string | null = null): Screen => ({
  id: 'BOK001',
  title: 'ワンタイムパスワード利用解除（確認）',
  steps: { names: STEPS, at: 0 },
  objection,
  body: html`<p>ワンタイムパスワードの利用を解除します。<br>確認用パスワードを入力し「利用解除する」ボタンを押して下さい。</p>
<div class="notes"><ul><li>次回ログイン時から、「ワンタイムパスワード認証画面」が表示されず、通常のログイン手続きとなります。</li>
<li>ワンタイムパスワードの利用を再開される場合は、翌日以降に、新たに「トークン発行」「ワンタイムパスワード利用開始」を実施してください。</li></ul></div>
<form method="post" action="${RELEASE}">
<h2>確認用パスワードの入力</h2>
${entries(look, [wordEntry(look)])}
<p class="buttons stacked">${go('利用解除する')} ${link(CHOICE, '戻る')}</p>
</form>`,
});

async function show(world: World, c: Visit): Promise<Response> {
  const objection = objectionToRelease(await situationOf(world.store, await expectCustomer(world, c), world.now()));
  return objection === null ? inside(c, confirmScreen(lookOf(c))) : showChoice(world, c, objection);
}

type Settled = { kind: 'released'; serial: string } | { kind: 'state'; objection: string } | { kind: 'second-secret'; objection: string };

function settle(world: World, c: Visit, owner: Owner, word: string): Promise<Settled> {
  return world.store.transaction<Settled>(async (tables) => {
    const customer = await holdCustomer(tables, owner);
    const { institution, contract, serial } = customer;
    const state = objectionToRelease(await situationOf(tables, customer, world.now()));
    if (state !== null || serial === null) return { kind: 'state', objection: state ?? '' };
    const wrong = await checkWord(world, tables, customer, word);
    if (wrong !== null) return { kind: 'second-secret', objection: wrong };
    await setState(tables, serial, 'STOPPED');
    await endActivation(tables, serial);
    await tables.rows(
      'UPDATE customers SET serial = NULL, code_at_login = false, released_on = $3 WHERE institution = $1 AND contract = $2',
      [institution, contract, await businessDay(tables, world.now())],
    );
    await complete(tables, c, { flow: 'release', receipt: newReceipt(world.now()), rows: [] });
    return { kind: 'released', serial };
  });
}

async function release(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const settled = await settle(world, c, { institution, contract }, (await form(c, WORD))[WORD]);
  const seen = { kind: 'release' as const, institution, contract };
  if (settled.kind !== 'released') world.note({ ...seen, outcome: 'refused', reason: settled.kind });
  if (settled.kind === 'state') return showChoice(world, c, settled.objection);
  if (settled.kind === 'second-secret') return inside(c, confirmScreen(lookOf(c), settled.objection));
  world.note({ ...seen, outcome: 'accepted', serial: settled.serial });
  return c.redirect(DONE, 303);
}

export function tokenRelease(app: Hono<SessionEnv>, world: World): void {
  app.get(RELEASE, (c) => show(world, c));
  app.post(RELEASE, (c) => release(world, c));
  app.get(DONE, (c) => showCompletion(world, c, {
    flow: 'release',
    id: 'BOK002',
    title: 'ワンタイムパスワード利用解除（完了）',
    steps: STEPS,
    sentence: 'ワンタイムパスワードの利用を解除しました。',
    way: { path: CHOICE, label: 'ワンタイムパスワード申請内容選択へ' },
  }));
}
