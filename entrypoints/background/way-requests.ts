/** Answers about the ways to open the vault: listed, added, changed, removed; and the session PIN. */
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { LockRequests } from '../../lib/messages/ways.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { withKey } from './with-key.ts';

type Names = 'ways' | 'addWay' | 'replaceWay' | 'removeWay' | 'setPin' | 'dropPin';

export function wayRequests(vault: Vault): Pick<Handlers<LockRequests, OwnPage>, Names> {
  return {
    async ways() {
      const [ways, there] = [await vault.listWays(), await vault.ways()];
      if (!there) throw new Refusal('vault-damaged');
      return { ways, opening: there };
    },
    async addWay({ proof, way, key }) {
      await withKey(key, (bytes) => vault.addWay(proof, way, bytes));
      return {};
    },
    async replaceWay({ proof, slotId, way, key }) {
      await withKey(key, (bytes) => vault.replaceWay(proof, slotId, way, bytes));
      return {};
    },
    async removeWay({ proof, slotId }) {
      await vault.removeWay(proof, slotId);
      return {};
    },
    async setPin({ proof, stretching, stretched }) {
      await withKey(stretched, (bytes) => vault.setPin(proof, stretching, bytes));
      return {};
    },
    async dropPin() {
      await vault.dropPin();
      return {};
    },
  };
}
