/** The bank's sentences about codes. 「同じパスワードは…」 is the manual's; the others are ours. */
import type { BankInstitution } from '../institutions.ts';
import type { Verdict } from '../tokens.ts';

const SENTENCES: Record<Exclude<Verdict['kind'], 'accepted'>, string> = {
  wrong: 'ワンタイムパスワードに誤りがあります。トークンに表示されている6桁の数字を入力してください。',
  repeated: '同じパスワードは連続して使用できません。新しいパスワードが表示されてから、やり直してください。',
  paused: 'ワンタイムパスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: 'ワンタイムパスワードの誤りが続いたため、トークンをロックしました。',
  unusable: 'このトークンはご利用いただけません。',
};

/** What only the institution can mend ends with whom to ask there, as the foot of its pages says it. */
export function sentenceFor(verdict: Verdict, { telephone }: BankInstitution): string | null {
  if (verdict.kind === 'accepted') return null;
  const toAsk = verdict.kind === 'locked' || verdict.kind === 'unusable' ? `${telephone}までお問い合わせください。` : '';
  return SENTENCES[verdict.kind] + toAsk;
}

/** At 利用開始 an unknown serial and a wrong code read the same: nobody learns which serials exist. */
export const SERIAL_OR_CODE = 'シリアル番号またはワンタイムパスワードに誤りがあります。';
export const SERIAL_UNUSABLE = 'このシリアル番号のトークンは登録できません。利用開始の期限が過ぎているか、既に登録されています。';
