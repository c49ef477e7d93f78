/** What the desk can be asked to do, to whom, and what comes of it: the nouns of this room. */
import { customerOf, type CustomerRow } from '../customers.ts';
import type { Owner } from '../devices.ts';
import type { Tables } from '../store.ts';
import { tokenOf, type TokenRow } from '../tokens.ts';
import type { World } from '../world.ts';

export const CUSTOMER_ACTS = {
  ship: 'ハードウェアトークンの発送',
  reissue: '再発行（旧トークンを起動できない）',
  'unlock-login': 'ログインパスワードのロック解除',
  'unlock-card': '確認用・資金移動用パスワードのロック解除',
} as const;

export const TOKEN_ACTS = {
  loss: '紛失・盗難の届出',
  unlock: 'トークンのロック解除',
  resync: '時刻の再同期（2つのパスワード）',
} as const;

export const ACT_NAMES = { ...CUSTOMER_ACTS, ...TOKEN_ACTS, 'day-switch': '日付を翌日にする' } as const;

export type CustomerAct = keyof typeof CUSTOMER_ACTS;
export type TokenAct = keyof typeof TOKEN_ACTS;

export type Wish =
  | { act: CustomerAct; institution: string; contract: string }
  | { act: 'loss' | 'unlock'; serial: string }
  /** Without codes where only the confirmation is asked for. */
  | { act: 'resync'; serial: string; first: string; second: string }
  | { act: 'day-switch' };

/** `unknown`: no such customer or serial; `state`: not in this state; `codes`: wrong, or too many wrong ones. */
export type Refused = { refused: string; why: 'unknown' | 'state' | 'codes' };
export type Answer = { done: string; serial?: string } | Refused;

/** A token and whose it is: in use, or shipped or issued to somebody. */
export interface HeldToken {
  token: TokenRow;
  owner: Owner | null;
  inUse: boolean;
}

export const UNKNOWN_CUSTOMER: Refused = { refused: 'このお客様は登録されていません。金融機関と契約者IDをお確かめください。', why: 'unknown' };
export const UNKNOWN_SERIAL: Refused = { refused: 'このシリアル番号のトークンは発行されていません。番号をお確かめください。', why: 'unknown' };

/** The row, held until the transaction ends: of two acts about one customer the second sees what the first made. */
export async function holdCustomer(tables: Tables, { institution, contract }: Owner): Promise<CustomerRow | undefined> {
  await tables.rows('SELECT contract FROM customers WHERE institution = $1 AND contract = $2 FOR UPDATE', [institution, contract]);
  return customerOf(tables, institution, contract);
}

export async function lookAtToken(tables: Tables, serial: string): Promise<HeldToken | undefined> {
  const token = await tokenOf(tables, serial);
  if (!token) return undefined;
  const [user] = await tables.rows<Owner>('SELECT institution, contract FROM customers WHERE serial = $1', [serial]);
  const { institution, contract } = token;
  const meant = institution !== null && contract !== null ? { institution, contract } : null;
  return { token, owner: user ?? meant, inUse: user !== undefined };
}

/** Held until the transaction ends: its customer first, then the token, in the order of every errand. */
export async function holdToken(tables: Tables, serial: string): Promise<HeldToken | undefined> {
  const seen = await lookAtToken(tables, serial);
  if (seen?.owner) await holdCustomer(tables, seen.owner);
  await tables.rows('SELECT serial FROM tokens WHERE serial = $1 FOR UPDATE', [serial]);
  return lookAtToken(tables, serial);
}

/** Failures counted under any of these subjects. */
export async function failsOf(tables: Tables, ...subjects: string[]): Promise<number> {
  const rows = await tables.rows<{ fails: number }>('SELECT fails FROM tries WHERE subject = ANY($1)', [subjects]);
  return rows.reduce((sum, { fails }) => sum + fails, 0);
}

export type Clock = Pick<World, 'now' | 'seal'>;

/** The customer's tokens: the one in use first, then what was shipped or issued, the newest first. */
export async function tokensOf(tables: Tables, { institution, contract, serial }: CustomerRow): Promise<HeldToken[]> {
  const tokens = await tables.rows<TokenRow>(
    `SELECT * FROM tokens WHERE serial = $1 OR (institution = $2 AND contract = $3)
     ORDER BY (serial = $1) DESC NULLS LAST, start_by DESC, serial LIMIT 20`, [serial, institution, contract]);
  return tokens.map((token) => ({ token, owner: { institution, contract }, inUse: token.serial === serial }));
}
