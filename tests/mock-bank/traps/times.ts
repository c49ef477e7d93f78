/** The click was begun, aimed or asked for before the customer could see what it hits. */
import { clickTrap, type Trap } from './trap.ts';

const times = (name: string, title: string, trick: string, path?: Trap['path']): Trap => clickTrap('times', name, title, trick, path);

export const TIMES: Trap[] = [
  times('at-once', 'すぐに押させる', '案内が出た瞬間に、同じ場所をもう一度押させます。', 'double'),
  times('uncovered', '直前に覆いを取る', '覆いは、マウスが近づいたときに取り去られます。'),
  times('uncovered-press', '押した瞬間に取る', '覆いは、ボタンが押し下げられた瞬間に取り去られます。'),
  times('pressed-long', '押し続けさせる', '覆いの上から押させ、押されたままの間に覆いを取り、離させます。', 'hold'),
  times('covered-after', '押した後で覆う', 'クリックの直後に覆いを戻します。'),
  times('blinking', '点滅する覆い', '覆いを点けたり消したりして、見えている時間を数えさせません。'),
  times('stalled', '画面を止める', '覆いを描いてからページを止め、覆いがあったことを気付かせません。', 'told'),
  times('stalled-first', '描く前に止める', '案内が描かれる前にページを止め、その間に押させます。', 'told'),
];
