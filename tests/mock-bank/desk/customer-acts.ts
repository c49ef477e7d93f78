/** Acts about one contract: shipping, re-issue, unlocking its passwords. Each within the transaction that holds the customer's row. */
import { endActivations } from '../activations.ts';
import { failsOf, type Answer, type Clock, type CustomerAct, type Refused } from './act.ts';
import type { CustomerRow } from '../customers.ts';
import { hardwareOf, shipHardware, type Owner } from '../devices.ts';
import { expectInstitution } from '../institutions.ts';
import type { Tables } from '../store.ts';
import { isAlive, stateNow, tokenOf } from '../tokens.ts';
import { clear } from '../tries.ts';

const state = (refused: string): Refused => ({ refused, why: 'state' });

export const loginSubject = ({ institution, contract }: Owner): string => `login ${institution} ${contract}`;
export const cardSubject = ({ institution, contract }: Owner): string => `card ${institution} ${contract}`;

async function againstShipping({ now }: Clock, tables: Tables, customer: CustomerRow): Promise<Refused | null> {
  if (expectInstitution(customer.institution).platform !== 'shinkin') return state('この金融機関では、ハードウェアトークンを取り扱っていません。');
  if (customer.inquiry_only) return state('照会のみのご契約のため、ワンタイムパスワードはご利用いただけません。');
  const waiting = (await hardwareOf(tables, customer)).find((token) => stateNow(token, now()) === 'UNBOUND');
  // One at a time: a form sent twice ships one token, and a drawer full of them helps nobody.
  return waiting ? state(`発送済で利用開始前のトークン ${waiting.serial} があります。届いていない場合は、先に紛失の届出を受けてください。`) : null;
}

interface Issue {
  /** The token in use still makes codes. */
  alive: boolean;
  /** An issue of the credit union that was not ended: waiting, locked or with its token made. */
  open: boolean;
}

async function issueOf({ now }: Clock, tables: Tables, { institution, contract, serial }: CustomerRow): Promise<Issue> {
  const token = serial === null ? undefined : await tokenOf(tables, serial);
  const open = await tables.rows(
    `SELECT generation FROM activations WHERE institution = $1 AND contract = $2 AND state <> 'ENDED' LIMIT 1`, [institution, contract]);
  return { alive: token !== undefined && isAlive(stateNow(token, now())), open: open.length === 1 };
}

async function againstReissue(clock: Clock, tables: Tables, customer: CustomerRow): Promise<Refused | null> {
  const { alive, open } = await issueOf(clock, tables, customer);
  if (expectInstitution(customer.institution).platform === 'shinkin')
    return alive ? null : state('ご利用中のトークンがありません。お客様は「利用開始」からお手続きいただけます。');
  const inTheWay = customer.serial !== null || customer.released_on !== null || open;
  return inTheWay ? null : state('再発行の必要がありません。お客様は「トークン発行」からお手続きいただけます。');
}

export async function objectionToCustomer(clock: Clock, tables: Tables, act: CustomerAct, customer: CustomerRow): Promise<Refused | null> {
  if (act === 'ship') return againstShipping(clock, tables, customer);
  if (act === 'reissue') return againstReissue(clock, tables, customer);
  const subject = act === 'unlock-login' ? loginSubject(customer) : cardSubject(customer);
  return (await failsOf(tables, subject)) === 0 ? state('誤りは数えられていません。ロックはされていません。') : null;
}

/**
 * 「変更前の端末によっては、トークンを起動出来ない場合があります。…再発行処理を行います。」
 * Shinkin: the old token ends without its code; it stays in the contract until 利用開始 (see 失効).
 * Credit union: トークン発行 stands behind the login, so that the login must ask no code any more.
 */
async function reissue(tables: Tables, customer: CustomerRow): Promise<Answer> {
  const { institution, contract, serial } = customer;
  await tables.rows(
    `UPDATE tokens SET state = 'REPLACED' WHERE state IN ('UNBOUND', 'ACTIVE', 'SUSPENDED') AND (serial = $1 OR serial IN
     (SELECT serial FROM activations WHERE institution = $2 AND contract = $3))`, [serial, institution, contract]);
  if (expectInstitution(institution).platform === 'shinkin')
    return { done: `トークン ${serial ?? ''} を終了しました。お客様は、新しいトークンで「利用開始」のお手続きができます。`, ...(serial === null ? {} : { serial }) };
  await endActivations(tables, customer);
  await tables.rows(
    'UPDATE customers SET serial = NULL, code_at_login = false, released_on = NULL WHERE institution = $1 AND contract = $2', [institution, contract]);
  return { done: 'これまでのトークンを終了しました。お客様は、すぐに「トークン発行」のお手続きができます。', ...(serial === null ? {} : { serial }) };
}

export async function doToCustomer(clock: Clock, tables: Tables, act: CustomerAct, customer: CustomerRow): Promise<Answer> {
  if (act === 'ship') {
    const serial = await shipHardware(clock, tables, customer);
    return { done: `ハードウェアトークン ${serial} を発送しました。`, serial };
  }
  if (act === 'reissue') return reissue(tables, customer);
  await clear(tables, act === 'unlock-login' ? loginSubject(customer) : cardSubject(customer));
  return { done: act === 'unlock-login' ? 'ログインパスワードのロックを解除しました。' : '確認用・資金移動用パスワードのロックを解除しました。' };
}
