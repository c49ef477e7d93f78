/** What a page says of the two tokens of a 交換. */
import { normalise } from './words.ts';

/** Of tokens, or of what they live on: not of points, cards or passbooks. */
export const isExchange = (text: string): boolean =>
  /(トークン|§|端末|機種|スマート(フォン|ホン)|アプリ|デバイス|生成[機器]|パスワードカード)[^。]{0,8}(交換|切り?替え?|移行|更新(登録|の?お?手続))|機種変更|^(交換|切り?替え?)(の?(お?手続き?|お?申し?込み?|申請|登録|受付))?$|(exchange|replac)[^.]{0,20}(token|device|§)|(token|device|§)[^.]{0,20}(exchange|replac)/.test(normalise(text));

/** 「§(旧)」「【新】§」「新しくお届けした§」 as 「旧§」「新§」. */
const inOrder = (plain: string, exchange: boolean): string =>
  exchange
    ? plain
        .replace(/§[(【[]([旧新現])([^()【】[\]]{0,20})[)】\]]/, '$1$2§')
        .replace(/[(【[]([旧新現])[)】\]]/, '$1')
        .replace(/現在(ご?(登録|利用|使用)|お使い)((さ?れて|して|になって)?いる|の)(?=トークン|§|端末)|登録済み?の?(?=トークン|§|端末)/, '旧')
        .replace(/現行|(これまで|今まで)(お使い|ご利用|利用|使用)(の|していた)/, '旧')
        .replace(/新規|新しく[^。]{0,10}(した|された|届いた|なる|する)/, '新')
    : plain;

/** Which of the two tokens of a 交換 a text speaks of. `現在表示されている` is no old token. */
export function oldOrNew(text: string, exchange: boolean): 'old' | 'new' | null {
  const plain = inOrder(normalise(text), exchange);
  if (/(旧|現|現在の|[変交][更換]前の?|これまでの)(§|端末|機種|スマート|(ソフト|ハード)?(ウェア)?トークン)|(old|previous) (§|token)/.test(plain)) return 'old';
  if (exchange && /現在(ご)?(利用|使用)中|ご利用中のトークン|current (§|token)/.test(plain)) return 'old';
  return /(新しい|新|[変交][更換]後の?)(§|端末|機種|スマート|(ソフト|ハード)?(ウェア)?トークン)|new (§|token)/.test(plain) ? 'new' : null;
}
