/** What the desk did, for whom and with what result: rows are only ever added. */
import type { Tables } from './store.ts';

export type Act = 'reissue' | 'loss' | 'unlock' | 'resync' | 'ship' | 'day-switch' | 'unlock-login' | 'unlock-card' | 'lock';

export interface AuditLine {
  at: number;
  act: Act;
  institution: string | null;
  contract: string | null;
  serial: string | null;
  outcome: 'done' | 'refused';
  /** A sentence without secrets. */
  remark: string;
}

/** Within the transaction of the act itself: what is done is written down, or not done. The line's number. */
export async function writeDown(tables: Tables, line: AuditLine): Promise<number> {
  const [row] = await tables.rows<{ id: number }>(
    `INSERT INTO audit (at, act, institution, contract, serial, outcome, remark)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [line.at, line.act, line.institution, line.contract, line.serial, line.outcome, line.remark],
  );
  if (!row) throw new Error('the act was not written down');
  return row.id;
}

export async function auditLine(tables: Tables, id: number): Promise<AuditLine | undefined> {
  const [line] = await tables.rows<AuditLine>(
    'SELECT at, act, institution, contract, serial, outcome, remark FROM audit WHERE id = $1', [id]);
  return line;
}

/** The newest first. */
export function auditLines(tables: Tables, limit = 200): Promise<AuditLine[]> {
  return tables.rows<AuditLine>(
    'SELECT at, act, institution, contract, serial, outcome, remark FROM audit ORDER BY id DESC LIMIT $1',
    [limit],
  );
}
