/** The bank's sentences about codes. 「同じパスワードは…」 is the manual's; the others are ours. */
import type { Verdict } from '../tokens.ts';

const SENTENCES: Record<Exclude<Verdict['kind'], 'accepted'>, string> = {
  wrong: 'ワンタイムパスワードに誤りがあります。トークンに表示されている6桁の数字を入力してください。',
  repeated: '同じパスワードは連続して使用できません。新しいパスワードが表示されてから、やり直してください。',
  paused: 'ワンタイムパスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: 'ワンタイムパスワードの誤りが続いたため、トークンをロックしました。お取引店またはカード裏面の連絡先へご連絡ください。',
  unusable: 'このトークンはご利用いただけません。お取引店またはカード裏面の連絡先へご連絡ください。',
};

export const SIX_DIGITS = 'ワンタイムパスワードは半角数字6桁で入力してください。';

export function sentenceFor(verdict: Verdict): string | null {
  return verdict.kind === 'accepted' ? null : SENTENCES[verdict.kind];
}

/** At 利用開始 an unknown serial and a wrong code read the same: nobody learns which serials exist. */
export const SERIAL_OR_CODE = 'シリアル番号またはワンタイムパスワードに誤りがあります。';
export const SERIAL_UNUSABLE = 'このシリアル番号のトークンは登録できません。利用開始の期限が過ぎているか、既に登録されています。';
