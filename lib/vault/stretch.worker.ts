/** A process of its own: one question from `stretcher.ts`, one answer, then it is ended. */
import { toBase64url, wipe } from '../bytes.ts';
import type { Stretching } from '../stretching.ts';
import { stretch } from './stretch.ts';

export type StretchQuestion = { passphrase: string; stretching: Stretching };
type StretchAnswer = { stretched: string } | { failed: string };

async function answerTo({ passphrase, stretching }: StretchQuestion): Promise<StretchAnswer> {
  try {
    const stretched = await stretch(passphrase, stretching);
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
