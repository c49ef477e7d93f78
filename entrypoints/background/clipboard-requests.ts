/** Answers about a copied code on the clipboard. */
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { ClipboardRequests } from '../../lib/messages/clipboard.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Desk } from './desk.ts';

/** Nothing ends the code of a counter but its use: it is cleared after the time that the slowest code has. Milliseconds. */
const COUNTED_LASTS = 60_000;

export function clipboardRequests({ vault, copied, now }: Desk): Handlers<ClipboardRequests, OwnPage> {
  return {
    async copyCounted({ digits }) {
      await vault.touch();
      const clearsAt = now() + COUNTED_LASTS;
      return { clearing: await copied.note(digits, clearsAt), clearsAt };
    },
    async clearingAsked() {
      await copied.asked();
      return {};
    },
  };
}
