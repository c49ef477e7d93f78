/** Answers about the imported tokens in the vault: exporting, naming and binding them, and the next code of one that counts. */
import { wipe } from '../../lib/bytes.ts';
import { nextCode } from '../../lib/codes.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { readSite } from '../../lib/institutions/site.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { ImportRequests } from '../../lib/messages/imports.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { FoundToken } from '../../lib/transfer/found.ts';
import { nameText } from '../../lib/transfer/label.ts';
import { sealFile } from '../../lib/transfer/sealed-file.ts';
import type { Desk } from './desk.ts';
import { asFound } from './imports.ts';
import { followSites } from './own-sites.ts';
import { report } from './report.ts';
import { tellPages } from './tell-pages.ts';
import { dropUnneeded } from './unneeded-permissions.ts';
import { withKey } from './with-key.ts';

/** A copy that outlives the loan; the caller wipes it. */
function lentCopies(desk: Desk, tokenIds: readonly string[]): Promise<FoundToken[]> {
  return desk.vault.lendAll((records) => {
    const lent = tokenIds.map((wanted) => {
      const record = records.find(({ token }) => token.id === wanted && token.removedAt === null);
      if (!record) throw new Refusal('token-unknown');
      const found = asFound(record);
      if (!found) throw new Refusal('token-bound');
      return found;
    });
    // Not before all of them are known to be lent: nobody would wipe the copies that one refusal leaves.
    return lent.map((found) => ({ ...found, secret: found.secret.slice() }));
  });
}

/** Refuses 'site-garbled', 'site-insecure', 'site-listed'. */
function expectSite(typed: string): string {
  const read = readSite(typed, profiles());
  if ('problem' in read) throw new Refusal(read.problem);
  return read.origin;
}

type Names = 'exportTokens' | 'editLocal' | 'bindLocal' | 'nextCode';

export function localRequests(desk: Desk): Pick<Handlers<ImportRequests, OwnPage>, Names> {
  const { vault, random } = desk;
  return {
    async exportTokens({ proof, tokenIds, stretching, stretched }) {
      if (tokenIds.length === 0) throw new Refusal('import-nothing');
      await vault.prove(proof);
      const tokens = await lentCopies(desk, tokenIds);
      try {
        return { file: await withKey(stretched, (key) => sealFile(tokens, stretching, key, random)), count: tokens.length };
      } finally {
        wipe(...tokens.map(({ secret }) => secret));
      }
    },
    async editLocal({ tokenId, issuer, account }) {
      await vault.touch();
      await vault.change(tokenId, (kept) => {
        if (!kept.local) throw new Refusal('token-unusable');
        return { ...kept, local: { ...kept.local, issuer: nameText(issuer), account: nameText(account) } };
      });
      await tellPages();
      return {};
    },
    async bindLocal({ tokenId, site }) {
      await vault.touch();
      const origin = site === null ? null : expectSite(site);
      const { local } = await vault.change(tokenId, (kept) => {
        if (!kept.local) throw new Refusal('token-unusable');
        return { ...kept, local: { ...kept.local, site: origin } };
      });
      await followSites(desk);
      // It is bound, whenever the browser says what policy holds; a leave that stays is dropped at the next unlock.
      void dropUnneeded(desk).catch((failure: unknown) => report('dropping permissions', failure));
      await tellPages();
      return { site: local?.site ?? null };
    },
    async nextCode({ tokenId }) {
      await vault.touch();
      return await nextCode(vault, tokenId, desk.now());
    },
  };
}
