/** Answers about an import of standard tokens: what is in it, and keeping it. */
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { FoundLook, ImportRequests, ImportSource } from '../../lib/messages/imports.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import { wipeEntries } from '../../lib/transfer/found.ts';
import type { TokenRecord } from '../../lib/vault/token-record.ts';
import type { Desk } from './desk.ts';
import { type Found, lookAtFound, readSources, recordOf } from './imports.ts';
import { localRequests } from './local-requests.ts';
import { expectLastingContext } from './private-context.ts';
import { tellPages } from './tell-pages.ts';

/** What the popup found is handed over within this time. Milliseconds. */
const HANDED_OVER_WITHIN = 60_000;

/** Refuses 'import-nothing'; 'import-changed' for what was added meanwhile in another window, or is not what the customer saw. */
function chosenRecords({ entries }: Found, looks: FoundLook[], chosen: readonly number[], { now, random }: Desk): TokenRecord[] {
  const wanted = new Set(chosen);
  if (wanted.size === 0) throw new Refusal('import-nothing');
  // In the order of the source: each a millisecond later than the one before.
  return [...wanted].map((index, place) => {
    const entry = entries[index];
    if (looks[index]?.state !== 'new' || !entry?.ok) throw new Refusal('import-changed');
    return recordOf(entry.token, now() + place, random);
  });
}

export function importRequests(desk: Desk): Handlers<ImportRequests, OwnPage> {
  const { vault, now } = desk;
  let handedOver: { texts: string[]; at: number } | null = null;

  async function withFound<T>(sources: ImportSource[], use: (found: Found) => Promise<T>): Promise<T> {
    await vault.touch();
    const found = await readSources(sources);
    try {
      return await use(found);
    } finally {
      wipeEntries(found.entries);
    }
  }

  const lookAt = ({ entries }: Found): Promise<FoundLook[]> => vault.lendAll((kept) => lookAtFound(entries, kept));

  return {
    readImport: ({ sources }) =>
      withFound(sources, async (found) => ({ found: await lookAt(found), sources: found.sources, missing: found.missing })),
    importTokens: ({ sources, chosen }) =>
      withFound(sources, async (found) => {
        expectLastingContext();
        const records = chosenRecords(found, await lookAt(found), chosen, desk);
        await vault.addLocals(records);
        await tellPages();
        return { added: records.length };
      }),
    ...localRequests(desk),
    async keepFound({ texts }) {
      const found = { texts, at: now() };
      handedOver = found;
      // It may be a secret: nobody who comes later finds it. What was handed over since has a minute of its own.
      setTimeout(() => {
        if (handedOver === found) handedOver = null;
      }, HANDED_OVER_WITHIN);
      return {};
    },
    async takeFound() {
      const found = handedOver;
      handedOver = null;
      return { texts: found && Math.abs(now() - found.at) <= HANDED_OVER_WITHIN ? found.texts : [] };
    },
  };
}
