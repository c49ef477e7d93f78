/** トークン表示名: the institution's name, one space, the 追加文言 as typed. */
import type { TokenLook } from '../lib/messages/looks.ts';

export function displayName({ institution, suffix }: Pick<TokenLook, 'institution' | 'suffix'>): string {
  return suffix === '' ? institution : `${institution} ${suffix}`;
}
