/** The customers' mailbox: what the bank has sent to an address. Nothing leaves the machine. */
import type { Tables } from './store.ts';

export interface NewMail {
  address: string;
  /** Milliseconds since 1970. */
  at: number;
  subject: string;
  /** Plain text; lines end in \n. */
  body: string;
}

export interface Mail extends NewMail {
  id: number;
}

const MOST = 200;

/** Letters of either size are one mailbox, and nobody sees the spaces that were pasted with an address. */
const mailboxOf = (address: string): string => address.trim().toLowerCase();

/** To be called within the transaction that the mail tells of: an issue that is taken back sends none. */
export async function sendMail(tables: Tables, { address, at, subject, body }: NewMail): Promise<void> {
  await tables.rows('INSERT INTO mails (address, at, subject, body) VALUES ($1, $2, $3, $4)', [mailboxOf(address), at, subject, body]);
}

/** The newest first, at most 200. */
export function mailsFor(tables: Tables, address: string): Promise<Mail[]> {
  return tables.rows<Mail>('SELECT id, address, at, subject, body FROM mails WHERE address = $1 ORDER BY id DESC LIMIT $2',
    [mailboxOf(address), MOST]);
}

export async function mailOf(tables: Tables, address: string, id: number): Promise<Mail | undefined> {
  const [mail] = await tables.rows<Mail>('SELECT id, address, at, subject, body FROM mails WHERE address = $1 AND id = $2', [mailboxOf(address), id]);
  return mail;
}

export interface Mailbox {
  address: string;
  /** Null for an address that no contract names: a customer may have トークン発行のご案内 sent to any. */
  name: string | null;
  mails: number;
}

/** Of the customers, and of whoever else was sent a mail; the latest mail first. */
export function mailboxes(tables: Tables): Promise<Mailbox[]> {
  return tables.rows<Mailbox>(
    `SELECT address, max(name) AS name, count(id)::int AS mails FROM (
       SELECT lower(mail) AS address, name, NULL::bigint AS id FROM customers WHERE mail IS NOT NULL
       UNION ALL SELECT address, NULL, id FROM mails) AS known
     GROUP BY address ORDER BY max(coalesce(id, 0)) DESC, address LIMIT 20`);
}
