/** Answers about the lock: making the vault, opening and shutting it. */
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { LockRequests } from '../../lib/messages/ways.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Desk } from './desk.ts';
import { expectLastingContext } from './private-context.ts';
import { tellPages } from './tell-pages.ts';
import { wayRequests } from './way-requests.ts';
import { withKey } from './with-key.ts';

/** `afterOpening` runs when the vault has just been opened: what waited for it goes on. */
export function lockRequests({ vault, copied }: Desk, afterOpening: () => void): Handlers<LockRequests, OwnPage> {
  async function opening<T>(text: string, use: (key: Uint8Array) => Promise<T>): Promise<T> {
    const answer = await withKey(text, use);
    afterOpening();
    // A view beside the page may wait, locked.
    void tellPages();
    return answer;
  }

  return {
    draftWays: async () => vault.draft(),
    async makeVault({ way, key }) {
      expectLastingContext();
      await opening(key, (bytes) => vault.make(way, bytes));
      return {};
    },
    unlock: async ({ slotId, key }) => ({ renew: await opening(key, (bytes) => vault.unlock(slotId, bytes)) }),
    async unlockPin({ stretched }) {
      await opening(stretched, (bytes) => vault.unlockByPin(bytes));
      return {};
    },
    async lock() {
      await vault.lock();
      // The screen shuts without waiting for the clipboard.
      void copied.clearNow();
      await tellPages();
      return {};
    },
    ...wayRequests(vault),
  };
}
