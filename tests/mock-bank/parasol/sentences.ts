/** The platform's sentences about codes. 「同じパスワードは…」 is the manuals'; the others are ours. */
import type { Verdict } from '../tokens.ts';

const SENTENCES: Record<Exclude<Verdict['kind'], 'accepted'>, string> = {
  wrong: 'ワンタイムパスワードに誤りがあります。表示されている6桁の数字を入力してください。',
  repeated: '同じパスワードは連続して使用できません。新しいワンタイムパスワードが表示されてから、やり直してください。',
  paused: 'ワンタイムパスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: 'ワンタイムパスワードの誤りが続いたため、ご利用を停止しています。お取引店へご連絡ください。',
  unusable: 'このワンタイムパスワードはご利用いただけません。お取引店へご連絡ください。',
};

export const INQUIRY_ONLY = '照会のみのご契約のため、このお手続きはご利用いただけません。';

export function sentenceFor(verdict: Verdict): string | null {
  return verdict.kind === 'accepted' ? null : SENTENCES[verdict.kind];
}
