/** The offer, or its field, is somewhere else at the moment of the click. */
import { clickTrap, type Trap } from './trap.ts';

const moves = (name: string, title: string, trick: string): Trap => clickTrap('moves', name, title, trick);

export const MOVES: Trap[] = [
  moves('follow-mouse', 'マウスを追う', '欄をマウスに付いて動かし、案内のボタンを常に指の下に置きます。'),
  moves('jump', '直前に飛び込む', '案内を、クリックの直前に指の下へ飛び込ませます。'),
  moves('jitter', '震える', '欄を毎回1画素ずつ動かします。'),
  moves('reparent', '別の親へ', '案内の要素を、隠れた別の親の中へ移します。'),
  moves('reparent-back', '移して戻す', '案内の要素を別の親へ移し、クリックの直前に戻します。'),
  moves('move-before', 'moveBefore', '案内の要素を、開いたまま透明な親の中へ移します。'),
  moves('removed', '取り去る', '案内の要素を取り去り、もう一度入れます。'),
  moves('hidden-shown', '閉じて開く', '案内を閉じ、クリックの直前にもう一度開きます。'),
  moves('root-replaced', 'html の入れ替え', '文書の根の要素を入れ替え、案内を連れて行きます。'),
  moves('scrolled', '巻き上げ', 'クリックの直前に画面を巻き上げます。'),
  moves('vanishing', '欄を消す', '案内が出たあとで、欄だけを見えなくします。'),
  moves('swapped', '欄の入れ替え', 'クリックの瞬間に、欄を見えない欄と入れ替えます。'),
  moves('redirected', '送り先の差し替え', 'クリックの瞬間に、フォームの送り先を他のサイトに変えます。'),
];
