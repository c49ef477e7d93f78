/** A process of its own: one question from `stretcher.ts`, one answer, then it is ended. */
import { toBase64url, wipe } from '../bytes.ts';
import type { WayIn } from '../messages/protocol.ts';
import { stretch } from './stretch.ts';

export type StretchQuestion = { passphrase: string; wayIn: WayIn };
export type StretchAnswer = { stretched: string } | { failed: string };

async function answerTo({ passphrase, wayIn }: StretchQuestion): Promise<StretchAnswer> {
  try {
    const stretched = await stretch(passphrase, wayIn);
    const answer = { stretched: toBase64url(stretched) };
    wipe(stretched);
    return answer;
  } catch (failure) {
    return { failed: failure instanceof Error ? failure.name : 'unknown' };
  }
}

globalThis.addEventListener('message', (event: MessageEvent<StretchQuestion>) => {
  void answerTo(event.data).then((answer) => globalThis.postMessage(answer, { transfer: [] }));
});
