/** トークン発行 at the credit union: service ID, user ID and the 利用開始パスワード that turns them into a token, once. */
import { randomInt } from 'node:crypto';
import { countTry, holdActivation, holdCustomerOf, settleRight, settleWrong, type HeldActivation } from './activation-tries.ts';
import { endAttemptOf, endOverdue, eraseSecretsOf, type Ids } from './attempts.ts';
import { ownerOf } from './customers.ts';
import { keepOnPhone, makeToken, phoneToken, type Owner } from './devices.ts';
import { asDigits, equalDigits } from './digits.ts';
import { expectInstitution } from './institutions.ts';
import { issueMail } from './parasol/issue-mail.ts';
import { sendMail } from './mails.ts';
import type { Tables } from './store.ts';
import type { World } from './world.ts';

/** How long an issue can be taken up, and after that its token be started: 72 hours each. */
export const TAKE_WITHIN = 72 * 3_600_000;
const PERIOD = 60;
/** Without 0 O 1 I L: read off a screen and typed on a telephone. 31 letters, so ten of them are 49 bits. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const USER_ID = 10;
const MOST_DRAWS = 20;

export interface ActivationRow {
  institution: string;
  contract: string;
  generation: number;
  service_id: string;
  user_id: string;
  /** TAKEN: a token was made; it stays so when that token is in use. */
  state: 'ISSUED' | 'LOCKED' | 'TAKEN' | 'ENDED';
  /** Wrong passwords since the last right one. */
  fails: number;
  /** Milliseconds since 1970. */
  expires_at: number;
  serial: string | null;
}

export interface Issued {
  serviceId: string;
  userId: string;
  generation: number;
}

/** One service per institution: what an app of many banks tells them apart by. */
const serviceIdOf = (institution: string): string => `IB${institution}0001`;

const newUserId = (): string => Array.from({ length: USER_ID }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const sealOwner = (owner: Owner, generation: number): string => `activation ${ownerOf(owner)} ${generation}`;

/** 4–8 ASCII digits, of a row that still has them. */
export function passwordOf({ seal }: Pick<World, 'seal'>, { institution, contract, generation }: ActivationRow, sealed: Uint8Array): string {
  return seal.open(sealOwner({ institution, contract }, generation), sealed).toString();
}

/** The newest issue, whatever became of it. */
export async function activationOf(tables: Tables, { institution, contract }: Owner): Promise<ActivationRow | undefined> {
  const [row] = await tables.rows<ActivationRow>(
    `SELECT institution, contract, generation, service_id, user_id, state, fails, expires_at, serial FROM activations
     WHERE institution = $1 AND contract = $2 ORDER BY generation DESC LIMIT 1`,
    [institution, contract],
  );
  return row;
}

/** Ended, and their passwords erased with all that was made of them. The serials of their tokens. */
export async function endActivations(tables: Tables, { institution, contract }: Owner): Promise<string[]> {
  const ended = await tables.rows<{ user_id: string; serial: string | null }>(
    `UPDATE activations SET state = 'ENDED', sealed = NULL WHERE institution = $1 AND contract = $2 AND state <> 'ENDED' RETURNING user_id, serial`,
    [institution, contract],
  );
  await eraseSecretsOf(tables, ended.map(({ user_id: userId }) => userId));
  return ended.flatMap(({ serial }) => serial ?? []);
}

/** What was issued and not started is worth nothing from here on, on whichever device it already is. */
async function endEarlier(tables: Tables, owner: Owner): Promise<void> {
  for (const serial of await endActivations(tables, owner)) {
    await endAttemptOf(tables, serial);
    await tables.rows(`UPDATE tokens SET state = 'REVOKED' WHERE serial = $1 AND state IN ('UNBOUND', 'SUSPENDED')`, [serial]);
  }
}

async function insertActivation(world: Pick<World, 'seal' | 'now'>, tables: Tables, owner: Owner, generation: number, password: string): Promise<Issued> {
  const { institution, contract } = owner;
  const serviceId = serviceIdOf(institution);
  const sealed = world.seal.close(sealOwner(owner, generation), Buffer.from(password));
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const userId = newUserId();
    const kept = await tables.rows(
      `INSERT INTO activations (institution, contract, generation, service_id, user_id, sealed, state, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'ISSUED', $7) ON CONFLICT (user_id) DO NOTHING RETURNING user_id`,
      [institution, contract, generation, serviceId, userId, sealed, world.now() + TAKE_WITHIN],
    );
    if (kept.length === 1) return { serviceId, userId, generation };
  }
  throw new Error('no free user ID was found');
}

/**
 * Within a transaction: a new generation that replaces one not yet started, and the mail about it. `password`: 4–8
 * ASCII digits, already checked; `appPage`: where the mail sends the customer's telephone. Throws for an unknown
 * customer and for one whose token is in use: that is released first.
 */
export async function issueActivation(
  world: Pick<World, 'seal' | 'now'>,
  tables: Tables,
  { institution, contract }: Owner,
  { password, mail, appPage = 'http://mail.localhost/phone' }: { password: string; mail: string; appPage?: string },
): Promise<Issued> {
  const [customer] = await tables.rows<{ name: string; serial: string | null }>(
    'SELECT name, serial FROM customers WHERE institution = $1 AND contract = $2 FOR UPDATE', [institution, contract]);
  if (!customer || customer.serial !== null) throw new Error('no activation for this customer now');
  await endEarlier(tables, { institution, contract });
  const last = await activationOf(tables, { institution, contract });
  const issued = await insertActivation(world, tables, { institution, contract }, (last?.generation ?? 0) + 1, password);
  await tables.rows('UPDATE customers SET mail = $3 WHERE institution = $1 AND contract = $2', [institution, contract, mail]);
  const bank = expectInstitution(institution).name;
  await sendMail(tables, { address: mail, at: world.now(), ...issueMail({ ...issued, bank, name: customer.name, appPage }) });
  return issued;
}

type Asker = Pick<World, 'store' | 'seal' | 'now' | 'note'>;

interface Asked extends Ids {
  password: string;
}

interface Tried {
  /** `superseded`: another device has it, and keeps it. */
  reason?: 'unusable' | 'wrong' | 'locked' | 'superseded';
  owner?: Owner;
  serial?: string;
}

/** Letters of either size and full-width ones are taken; null for what can't have been issued. */
function readAsked(typed: Asked): Asked | null {
  const serviceId = asDigits(typed.serviceId).toUpperCase();
  const userId = asDigits(typed.userId).toUpperCase();
  const password = asDigits(typed.password);
  const wellFormed = /^[A-Z0-9]{8,10}$/.test(serviceId) && /^[A-Z0-9]{10}$/.test(userId) && /^\d{4,8}$/.test(password);
  return wellFormed ? { serviceId, userId, password } : null;
}

/** What an activation's token is like, whichever device makes it. */
export const tokenFor = ({ institution, contract, generation }: ActivationRow, now: number): Omit<Parameters<typeof makeToken>[2], 'keys'> => ({
  prefix: expectInstitution(institution).serialPrefix, kind: 'activation', period: PERIOD, generation, startBy: now + TAKE_WITHIN, owner: { institution, contract },
});

/** The telephone's own token again; else one that replaces what another device may hold. Null when that one stays. */
async function take(world: Asker, tables: Tables, row: HeldActivation): Promise<string | null> {
  const own = row.serial === null ? undefined : await phoneToken(tables, row.serial);
  if (own) {
    await tables.rows('UPDATE activations SET fails = 0 WHERE user_id = $1', [row.user_id]);
    return own.serial;
  }
  const taken = await settleRight(tables, row, async () => {
    const serial = await makeToken(world, tables, tokenFor(row, world.now()));
    await keepOnPhone(tables, serial);
    return serial;
  });
  return taken?.serial ?? null;
}

/** Counted first, on rows that are held: the sixth wrong password meets no activation. */
async function tryOnce(world: Asker, tables: Tables, asked: Asked): Promise<Tried> {
  await holdCustomerOf(tables, asked);
  await holdActivation(tables, asked);
  const row = await countTry(tables, asked, world.now());
  if (!row?.sealed) return { reason: 'unusable' };
  const owner = { institution: row.institution, contract: row.contract };
  if (!equalDigits(passwordOf(world, row, row.sealed), asked.password)) return { owner, reason: await settleWrong(tables, row) };
  const serial = await take(world, tables, row);
  return serial === null ? { owner, reason: 'superseded' } : { owner, serial };
}

/**
 * What the simulated telephone does: from service ID, user ID and password to the serial of a token that it holds. Null alike
 * for unknown IDs, a wrong password, a locked activation, one older than 72 hours and one that another device keeps. Asked
 * again, the same serial; a browser's token is never shown here, but replaced as long as nobody has acknowledged or started it.
 */
export async function activate(world: Asker, typed: Asked): Promise<{ serial: string } | null> {
  await eraseExpired(world);
  const asked = readAsked(typed);
  const { owner, serial, reason }: Tried = asked ? await world.store.transaction((tables) => tryOnce(world, tables, asked)) : { reason: 'unusable' };
  if (serial === undefined) world.note({ kind: 'activate', outcome: 'refused', ...owner, ...(reason ? { reason } : {}) });
  else world.note({ kind: 'activate', outcome: 'accepted', ...owner, serial });
  return serial === undefined ? null : { serial };
}

/** No password, and nothing made of one, is kept longer than it can be used. Rows that another process is at are left to it. */
export async function eraseExpired({ store, now }: Pick<World, 'store' | 'now'>): Promise<void> {
  await endOverdue(store, now());
  const erased = await store.rows<{ user_id: string }>(
    `UPDATE activations SET sealed = NULL WHERE user_id IN (
       SELECT user_id FROM activations WHERE sealed IS NOT NULL AND expires_at <= $1 FOR UPDATE SKIP LOCKED) RETURNING user_id`,
    [now()],
  );
  await eraseSecretsOf(store, erased.map(({ user_id: userId }) => userId));
}

/** Acknowledged, or started at the bank: the password has done its work, and so have the replies that led to the token. */
export async function confirmActivation(tables: Tables, serial: string): Promise<void> {
  const confirmed = await tables.rows<{ user_id: string }>('UPDATE activations SET sealed = NULL WHERE serial = $1 RETURNING user_id', [serial]);
  await eraseSecretsOf(tables, confirmed.map(({ user_id: userId }) => userId));
  await endAttemptOf(tables, serial);
}

/** At 利用解除 and 失効. */
export async function endActivation(tables: Tables, serial: string): Promise<void> {
  await tables.rows(`UPDATE activations SET state = 'ENDED' WHERE serial = $1`, [serial]);
  await confirmActivation(tables, serial);
}
