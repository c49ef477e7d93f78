/** Nobody clicks: events and messages made by the page, focus that is stolen, a page that lies about the browser. */
import { clickTrap, type Trap } from './trap.ts';

const alone = (name: string, title: string, trick: string): Trap => clickTrap('alone', name, title, trick, 'keys');

export const SCRIPTED: Trap[] = [
  alone('synthetic', '作られたイベント', 'クリック、押下、キー、焦点の出来事をすべてスクリプトで作ります。'),
  alone('synthetic-host', '案内へのイベント', '開いている案内の要素に、作られた出来事を送ります。'),
  alone('stolen-focus', '焦点を奪う', 'ゲームのキーを押すたびに、焦点を欄へ移します。'),
  alone('messages', '作られた通知', '拡張機能の言葉をまねて、ページから知らせを送ります。'),
  alone('prototypes', '土台の書き換え', 'ページの世界の組み込み関数をすべて偽物に替えます。'),
  alone('named-elements', '名前の横取り', 'id や name で、文書やフォームの性質を隠します。'),
  alone('storm', '出来事の嵐', '案内のような要素を千個作り、出しては消します。'),
];
