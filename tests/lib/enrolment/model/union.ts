/** A credit union's customer: both IDs and a password, and the bank's counter when even the right password is refused. */
import { toBase64url } from '../../../../lib/bytes.ts';
import type { InstitutionProfile } from '../../../../lib/institutions/profile.ts';
import { MOST_SUPERSEDED } from '../../../mock-bank/activation-tries.ts';
import { issueActivation } from '../../../mock-bank/activations.ts';
import { openContract } from '../../../mock-bank/customers.ts';
import { tokenOf } from '../../../mock-bank/tokens.ts';
import type { Issuer } from './issuer.ts';
import type { Account, Known } from './scene.ts';

interface Row {
  state: string;
  fails: number;
  superseded: number;
  serial: string | null;
}

const ALIVE = `('UNBOUND', 'ACTIVE', 'SUSPENDED')`;

/** Customers are made once; each run gets an activation of its own. */
export async function unionAccounts({ world, tables }: Issuer, profile: InstitutionProfile, count: (what: string) => void): Promise<(password: string) => Promise<Account>> {
  const { institution, contract } = await openContract(world, { institution: profile.code });

  const issue = (password: string) =>
    tables.transaction((inner) => issueActivation(world, inner, { institution, contract }, { password, mail: 'model@mail.localhost' }));

  async function live(): Promise<{ serial: string; id: string }[]> {
    const rows = await tables.rows<{ serial: string; sid: Uint8Array }>(
      `SELECT t.serial, a.sid FROM tokens t JOIN attempts a ON a.serial = t.serial WHERE t.state IN ${ALIVE} AND t.contract = $1`, [contract]);
    return rows.map(({ serial, sid }) => ({ serial, id: toBase64url(sid) }));
  }

  /** Why the newest activation may refuse its own password; undefined when it may not. */
  async function excuse(userId: string, { lost, here }: Known): Promise<'superseded' | 'lost' | 'here' | undefined> {
    const [row] = await tables.rows<Row>('SELECT state, fails, superseded, serial FROM activations WHERE user_id = $1', [userId]);
    const token = row?.serial ? await tokenOf(tables, row.serial) : undefined;
    if (row?.state !== 'TAKEN' || !token) return undefined;
    const [one] = (await live()).filter(({ serial }) => serial === token.serial);
    if (token.acknowledged_at !== null && one && lost.has(one.id)) return 'lost';
    if (token.acknowledged_at !== null && one && here.has(one.id)) return 'here';
    return row.superseded >= MOST_SUPERSEDED ? 'superseded' : undefined;
  }

  return async (password) => {
    let issued = await issue(password);
    return {
      enrol: (drive) => drive.enrolUnion(profile, { serviceId: issued.serviceId, userId: issued.userId, password }),
      live,
      async refused(known) {
        const why = await excuse(issued.userId, known);
        if (!why) throw new Error('the issuer refused a right password');
        count(why);
        if (why !== 'here') issued = await issue(password);
      },
      orphansStay: false,
    };
  };
}
