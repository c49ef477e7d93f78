/** Customers: who they are, what is printed on their papers, and opening a contract. */
import { randomInt } from 'node:crypto';
import { randomDigits } from './digits.ts';
import { CELL_NAMES, expectInstitution, type BankInstitution } from './institutions.ts';
import { hashPassword } from './passwords.ts';
import type { Tables } from './store.ts';
import type { World } from './world.ts';

export interface Account {
  branch: string;
  kind: string;
  number: string;
  balance: number;
}

/** Everything that a customer has at hand: the application's copy and the card. */
export interface Customer {
  institution: string;
  institutionName: string;
  contract: string;
  name: string;
  kana: string;
  firstPassword: string;
  /** The login password in use, if it is known not to be the first one. */
  password: string | null;
  /** 確認用パスワード: ア–ク → two digits; null where the institution has none. */
  card: Record<string, string> | null;
  /** 資金移動用パスワード: ten digits; null where the institution has none. */
  transferPassword: string | null;
  /** 確認用パスワード of the credit union, typed whole; null elsewhere. */
  confirmPassword: string | null;
  /** 携帯電話メールアドレス, of the credit union's customers. */
  mail: string | null;
  accounts: Account[];
}

export interface CustomerRow {
  institution: string;
  contract: string;
  name: string;
  kana: string;
  password: string;
  must_change: boolean;
  inquiry_only: boolean;
  papers: Uint8Array;
  challenge: string | null;
  serial: string | null;
  code_at_login: boolean;
  day_limit: number;
  mail: string | null;
  released_on: string | null;
}

export interface NewCustomer {
  institution: string;
  /** 照会のみのご契約. */
  inquiryOnly?: boolean;
  /** Sets the login password at once: the first login has already been done. At the credit union it always is. */
  password?: string;
  contract?: string;
  name?: string;
  kana?: string;
  firstPassword?: string;
  /** The secret on the card: 16 digits for ア–ク, 10 digits, or the credit union's word. */
  digits?: string;
  /** The credit union's; `<contract>@mail.localhost` unless told. */
  mail?: string;
}

const MOST_DRAWS = 20;

export const ownerOf = ({ institution, contract }: { institution: string; contract: string }): string =>
  `${institution} ${contract}`;

/** The printed secret by place: two digits per cell, or one per position. */
export function printedPlaces({ kind }: BankInstitution['secondSecret'], digits: string): string[] {
  return digits.match(kind === 'cells' ? /../g : /./g) ?? [];
}

export async function customerOf(tables: Tables, institution: string, contract: string): Promise<CustomerRow | undefined> {
  const [row] = await tables.rows<CustomerRow>(
    'SELECT * FROM customers WHERE institution = $1 AND contract = $2',
    [institution, contract],
  );
  return row;
}

export function accountsOf(tables: Tables, institution: string, contract: string): Promise<Account[]> {
  return tables.rows<Account>(
    'SELECT branch, kind, number, balance FROM accounts WHERE institution = $1 AND contract = $2 ORDER BY number',
    [institution, contract],
  );
}

interface Papers {
  firstPassword: string;
  digits: string;
}

export function papersOf({ seal }: Pick<World, 'seal'>, row: CustomerRow): Papers {
  const papers: Papers = JSON.parse(seal.open(ownerOf(row), row.papers).toString('utf8'));
  return papers;
}

/** What the demo page shows; `password` is unknown there. */
export async function describeCustomer(world: Pick<World, 'seal'>, tables: Tables, row: CustomerRow): Promise<Customer> {
  const { name: institutionName, secondSecret } = expectInstitution(row.institution);
  const { firstPassword, digits } = papersOf(world, row);
  const places = printedPlaces(secondSecret, digits);
  return {
    institution: row.institution,
    institutionName,
    contract: row.contract,
    name: row.name,
    kana: row.kana,
    firstPassword,
    password: null,
    card: secondSecret.kind === 'cells' ? Object.fromEntries(CELL_NAMES.map((cell, index) => [cell, places[index] ?? ''])) : null,
    transferPassword: secondSecret.kind === 'positions' ? digits : null,
    confirmPassword: secondSecret.kind === 'whole' ? digits : null,
    mail: row.mail,
    accounts: await accountsOf(tables, row.institution, row.contract),
  };
}

function newAccounts({ branches }: BankInstitution): Account[] {
  // In ascending order, so that the account with the money is the first in every list.
  const numbers = branches.map(() => randomDigits(7)).toSorted();
  return branches.map((branch, index) => ({
    branch,
    kind: '普通',
    number: numbers[index] ?? '',
    balance: index === 0 ? 1_250_000 : 80_000,
  }));
}

type Unset = 'challenge' | 'serial' | 'code_at_login' | 'day_limit' | 'released_on';

/** Account numbers are drawn; numbers of which one is taken already are all drawn again, so that they stay in order. */
async function openAccounts(tables: Tables, { institution, contract }: Pick<CustomerRow, 'institution' | 'contract'>, draw: () => Account[]): Promise<void> {
  for (let tried = 0; tried < MOST_DRAWS; tried++) {
    let opened = 0;
    const accounts = draw();
    for (const { number, branch, kind, balance } of accounts) {
      opened += (await tables.rows('INSERT INTO accounts VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING number',
        [institution, contract, number, branch, kind, balance])).length;
    }
    if (opened === accounts.length) return;
    await tables.rows('DELETE FROM accounts WHERE institution = $1 AND contract = $2', [institution, contract]);
  }
  throw new Error('no free account number was found');
}

async function insert(tables: Tables, row: Omit<CustomerRow, Unset>, draw: () => Account[]): Promise<void> {
  await tables.rows(
    `INSERT INTO customers (institution, contract, name, kana, password, must_change, inquiry_only, papers, mail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.institution, row.contract, row.name, row.kana, row.password, row.must_change, row.inquiry_only, row.papers, row.mail],
  );
  await openAccounts(tables, row, draw);
}

function newSecret({ kind }: BankInstitution['secondSecret']): string {
  if (kind === 'whole') return `kakunin${randomDigits(4)}`;
  return randomDigits(kind === 'cells' ? 16 : 10);
}

/** Throws when the contract exists or the institution does not. */
export async function openContract({ store, seal }: Pick<World, 'store' | 'seal'>, wanted: NewCustomer): Promise<Customer> {
  const institution = expectInstitution(wanted.institution);
  // ログインID of the credit union: half-width letters and digits, 6 to 12.
  const contract = wanted.contract ?? (institution.platform === 'parasol' ? `ak${randomDigits(8)}` : randomDigits(10));
  const firstPassword = wanted.firstPassword ?? `kagi${randomInt(1000, 10_000)}`;
  const digits = wanted.digits ?? newSecret(institution.secondSecret);
  const row = {
    institution: institution.code,
    contract,
    name: wanted.name ?? '鍵札 花子',
    kana: wanted.kana ?? 'カギフダ ハナコ',
    password: hashPassword(wanted.password ?? firstPassword),
    must_change: wanted.password === undefined && institution.platform === 'shinkin',
    inquiry_only: wanted.inquiryOnly ?? false,
    mail: institution.platform === 'parasol' ? (wanted.mail ?? `${contract}@mail.localhost`) : null,
    papers: seal.close(`${institution.code} ${contract}`, Buffer.from(JSON.stringify({ firstPassword, digits } satisfies Papers))),
  };
  await store.transaction((tables) => insert(tables, row, () => newAccounts(institution)));
  const kept = { ...row, challenge: null, serial: null, code_at_login: false, day_limit: 0, released_on: null };
  return { ...(await describeCustomer({ seal }, store, kept)), password: wanted.password ?? null };
}
