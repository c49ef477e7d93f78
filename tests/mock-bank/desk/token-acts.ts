/** Acts about one token: loss, unlock, resynchronisation. Each within the transaction that holds the token's row. */
import { failsOf, type Answer, type Clock, type HeldToken, type Refused, type TokenAct } from './act.ts';
import { resync, resyncSubject } from './resync.ts';
import { endActivation } from '../activations.ts';
import type { Tables } from '../store.ts';
import { hasEnded, isAlive, setState, stateNow, type TokenRow, type TokenState } from '../tokens.ts';
import { clear } from '../tries.ts';

const STATE_NAMES: Record<TokenState, string> = {
  UNBOUND: '利用開始前', EXPIRED: '利用開始の期限切れ', ACTIVE: '利用中', SUSPENDED: 'ロック中',
  REPLACED: '交換・再発行済', STOPPED: '利用中止', REVOKED: '失効',
};

/** EXPIRED has two reasons. */
export function stateName(token: TokenRow, now: number): string {
  const state = stateNow(token, now);
  return state === 'EXPIRED' && hasEnded(token, now) ? '有効期限切れ' : STATE_NAMES[state];
}

const subjects = (serial: string): [string, string] => [`token ${serial}`, resyncSubject(serial)];

/** Why it can't be done to this token; null when it can. */
export async function objectionToToken({ now }: Clock, tables: Tables, act: TokenAct, { token }: HeldToken): Promise<Refused | null> {
  const state = stateNow(token, now());
  if (!isAlive(state)) return { refused: `このトークンは「${stateName(token, now())}」のため、お取り扱いできません。`, why: 'state' };
  if (act === 'unlock' && state !== 'SUSPENDED' && (await failsOf(tables, ...subjects(token.serial))) === 0)
    return { refused: 'このトークンはロックされていません。', why: 'state' };
  return null;
}

/**
 * 失効. The customer keeps the ended token in the contract: so login goes on asking for a code that nobody can give,
 * and does not fall back to the password alone, until 利用開始 with another token.
 */
async function lose(tables: Tables, { token: { serial } }: HeldToken): Promise<Answer> {
  await setState(tables, serial, 'REVOKED');
  await endActivation(tables, serial);
  return { done: `トークン ${serial} を失効にしました。このトークンのパスワードは、もう使えません。`, serial };
}

/** Back to what it was: ACTIVE for the token of a contract, else UNBOUND. */
async function unlock(tables: Tables, { token: { serial }, inUse }: HeldToken): Promise<void> {
  await tables.rows(`UPDATE tokens SET state = $2 WHERE serial = $1 AND state = 'SUSPENDED'`, [serial, inUse ? 'ACTIVE' : 'UNBOUND']);
  for (const subject of subjects(serial)) await clear(tables, subject);
}

const NOT_FOUND = {
  wrong: '2つのパスワードから時刻のずれを求められませんでした。続けて表示された、まだ使っていない2つを、表示された順にお聞きください。',
  paused: '誤りが続いたため、再同期を一時的に停止しています。しばらくしてからやり直してください。',
  locked: '誤りが続いたため、このトークンの再同期を停止しています。ロック解除か再発行をご案内ください。',
};

async function synchronise(clock: Clock, tables: Tables, held: HeldToken, codes: { first: string; second: string }): Promise<Answer> {
  const { serial } = held.token;
  const result = await resync(clock, tables, held.token, codes);
  if (result.kind !== 'found') return { refused: NOT_FOUND[result.kind], why: 'codes' };
  await unlock(tables, held);
  return { done: `トークン ${serial} の時刻を合わせました（ずれ ${result.drift * held.token.period}秒）。次に表示されるパスワードから使えます。`, serial };
}

export async function doToToken(
  clock: Clock, tables: Tables, wish: { act: 'loss' | 'unlock' } | { act: 'resync'; first: string; second: string }, held: HeldToken,
): Promise<Answer> {
  if (wish.act === 'loss') return lose(tables, held);
  if (wish.act === 'resync') return synchronise(clock, tables, held, wish);
  await unlock(tables, held);
  return { done: `トークン ${held.token.serial} のロックを解除しました。`, serial: held.token.serial };
}
