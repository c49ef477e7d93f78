/** A visit to the platform: which institution, which customer, at which step. Kept in the database, not in memory. */
import { createHash, randomBytes } from 'node:crypto';
import type { Receipt } from './receipt.ts';
import type { Tables } from './store.ts';

/** 10 minutes without a click. */
export const IDLE = 600_000;
/** A login page left open for a day. */
const FORGOTTEN = 86_400_000;

/** How far the customer has come; a page of another stage sends back to login. */
export type Stage =
  | 'visitor'
  | 'must-change'
  | 'login-code'
  | 'in'
  | 'register'
  | 'exchange-old'
  | 'exchange-new'
  | 'stop'
  | 'done'
  // The credit-union platform's: its sessions open no screen of the shinkin platform.
  | 'union-code'
  | 'union-in';

export interface TransferDraft {
  account: string;
  payee: string;
  /** 振替 at the credit union: the customer's own account that it goes to. */
  into?: string;
  /** Credit union: the token in use when the order was made. */
  asked?: string | null;
  amount: number | null;
}

/** 確認番号 is not kept: it has been compared. */
export interface PaymentDraft {
  account: string;
  /** 収納機関番号, five digits. */
  collector: string;
  /** 納付番号. */
  number: string;
  /** 納付区分; '' where none was given. */
  division: string;
  amount: number;
}

/** What the finished page shows. */
export interface Done {
  flow: 'register' | 'exchange' | 'stop' | 'transfer' | 'limit' | 'payment' | 'issue' | 'start' | 'release';
  receipt: Receipt;
  rows: [string, string][];
  /** One remark under it, line by line. */
  after?: string[];
}

/** 交換: the token in use, as its code has proven it. */
export interface ProvenToken {
  serial: string;
  /** The time step of the code. */
  step: number;
}

export interface Draft {
  /** A sentence for the login page, shown once. */
  notice?: string;
  transfer?: TransferDraft;
  payment?: PaymentDraft;
  /** 利用限度額変更: yen per day. */
  limit?: number;
  /** Which confirmation page belongs to this draft: that of an older one confirms nothing. */
  paper?: string;
  done?: Done;
  /** 交換: the old token's step that was accepted. */
  old?: ProvenToken;
  /** トークン発行 between its first and second page; the 利用開始パスワード sealed, in base64. */
  issue?: { mail: string; password: string };
}

export interface Session {
  /** The cookie's value. */
  cookie: string;
  institution: string;
  contract: string | null;
  stage: Stage;
  draft: Draft;
}

const idOf = (cookie: string): string => createHash('sha256').update(cookie).digest('hex');

/** A new cookie each time: a value planted before a login is worth nothing after it. */
export async function beginSession(
  tables: Tables,
  now: number,
  start: Omit<Session, 'cookie' | 'draft'> & { draft?: Draft },
): Promise<Session> {
  await tables.rows('DELETE FROM sessions WHERE used_at < $1', [now - FORGOTTEN]);
  const session = { draft: {}, ...start, cookie: randomBytes(24).toString('base64url') };
  await tables.rows('INSERT INTO sessions VALUES ($1, $2, $3, $4, $5, $6)',
    [idOf(session.cookie), session.institution, session.contract, session.stage, session.draft, now]);
  return session;
}

/**
 * Also marks it as used. `idle`: nothing was clicked for ten minutes after a login; the session is a mere visitor's
 * from then on. Of two clicks at the same moment neither may find a session that the other one has refreshed.
 */
export async function findSession(tables: Tables, now: number, cookie: string): Promise<{ session: Session; idle: boolean } | null> {
  const [fresh] = await tables.rows<Omit<Session, 'cookie'>>(
    `UPDATE sessions SET used_at = $2 WHERE id = $1 AND (stage = 'visitor' OR used_at > $3)
     RETURNING institution, contract, stage, draft`,
    [idOf(cookie), now, now - IDLE],
  );
  if (fresh) return { session: { ...fresh, cookie }, idle: false };
  const [ended] = await tables.rows<Omit<Session, 'cookie'>>(
    `UPDATE sessions SET stage = 'visitor', contract = NULL, draft = '{}' WHERE id = $1
     RETURNING institution, contract, stage, draft`,
    [idOf(cookie)],
  );
  return ended ? { session: { ...ended, cookie }, idle: true } : null;
}

export async function changeSession(tables: Tables, { cookie }: Session, change: { stage: Stage; draft: Draft }): Promise<void> {
  await tables.rows('UPDATE sessions SET stage = $2, draft = $3 WHERE id = $1', [idOf(cookie), change.stage, change.draft]);
}

/**
 * Within the transaction that does what the draft describes: false when another request has used it meanwhile
 * (a second click on the button), so that it is done once.
 */
export async function takeDraft(tables: Tables, { cookie, draft }: Session): Promise<boolean> {
  const taken = await tables.rows(`UPDATE sessions SET draft = '{}' WHERE id = $1 AND draft = $2 RETURNING id`, [idOf(cookie), draft]);
  return taken.length === 1;
}

export async function endSession(tables: Tables, { cookie }: Pick<Session, 'cookie'>): Promise<void> {
  await tables.rows('DELETE FROM sessions WHERE id = $1', [idOf(cookie)]);
}
