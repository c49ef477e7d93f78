/** A shinkin's customer: nothing is agreed beforehand, and what they lose stays good at the issuer until it expires. */
import { toBase64url } from '../../../../lib/bytes.ts';
import type { InstitutionProfile } from '../../../../lib/institutions/profile.ts';
import type { Issuer } from './issuer.ts';
import type { Account } from './scene.ts';

export function shinkinAccount({ tables }: Issuer, profile: InstitutionProfile): Account {
  return {
    enrol: (drive) => drive.enrol(profile),
    async live() {
      const rows = await tables.rows<{ serial: string; request_id: Uint8Array }>(
        `SELECT t.serial, p.request_id FROM tokens t JOIN provisionings p ON p.serial = t.serial WHERE t.state IN ('UNBOUND', 'ACTIVE', 'SUSPENDED')`,
      );
      return rows.map(({ serial, request_id: id }) => ({ serial, id: toBase64url(id) }));
    },
    refused: () => Promise.reject(new Error('a shinkin refuses no request')),
    orphansStay: true,
  };
}
