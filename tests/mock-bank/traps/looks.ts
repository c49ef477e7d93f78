/** The offer is there, but looks like something else, or like nothing: faded, cut, shrunk, repainted. */
import { html } from 'hono/html';
import { clickTrap, trapForm, trapPage, type Trap } from './trap.ts';

const looks = (name: string, title: string, trick: string): Trap => clickTrap('looks', name, title, trick);
/** Without any effect on the offer: what the customer sees, and clicks, is the offer itself. */
const paints = (name: string, title: string, trick: string): Trap => clickTrap('looks', name, title, trick, 'look');

/** The form stands in a layer of the page's own, so the offer does too. */
const layered = (name: string, title: string, trick: string): Trap =>
  trapPage({ address: `${name}.do`, title, trick }, 'looks', () => html`<dialog data-trick="${name}" data-layer="dialog">${trapForm()}</dialog>`);
const floating = (name: string, title: string, trick: string): Trap =>
  trapPage({ address: `${name}.do`, title, trick }, 'looks', () => html`<div popover="auto" data-trick="${name}" data-layer="popover">${trapForm()}</div>`);

export const LOOKS: Trap[] = [
  looks('host-opacity', '案内が透明', '案内の要素に opacity: 0 を書きます。'),
  looks('host-filter', '案内に filter', '案内の要素に filter: opacity(0) を書きます。'),
  looks('host-mask', '案内に mask', '案内の要素を mask で消します。'),
  looks('host-clip', '案内に clip-path', '案内の要素を clip-path で切り取ります。'),
  looks('host-transform', '案内を縮小', '案内の要素を transform で点にします。'),
  looks('host-class', '案内に class', '案内の要素に class を付け、様式で透明にします。'),
  looks('root-opacity', 'html が透明', 'html に opacity: 0.01 を書きます。'),
  looks('root-filter', 'html に filter', 'html に filter: opacity(0) を書きます。'),
  looks('root-mask', 'html に mask', 'html を mask で消します。'),
  looks('root-clip', 'html に clip-path', 'html を clip-path で切り取ります。'),
  looks('root-transform', 'html を縮小', 'html を transform で縮めます。'),
  looks('root-zoom', 'html の zoom', 'html の zoom で、案内を読めない大きさにします。'),
  looks('root-visibility', 'html が見えない', 'html に visibility: hidden を書きます。'),
  looks('root-content', 'html の content-visibility', 'html に content-visibility: hidden を書きます。'),
  looks('body-opacity', 'body が透明', '欄のある body を opacity: 0.01 にします。'),
  looks('body-filter', 'body に filter', '欄のある body を filter: opacity(0) にします。'),
  looks('body-mask', 'body に mask', '欄のある body を mask で消します。'),
  looks('body-clip', 'body に clip-path', '欄のある body を clip-path で切り取ります。'),
  looks('body-transform', 'body を縮小', '欄のある body を transform: scale(0.01) にします。'),
  looks('root-animated', 'html の動き', 'html の opacity を動きで 0 に近づけます。'),
  layered('dialog-opacity', '対話窓が透明', '案内を抱く dialog を opacity: 0.01 にします。'),
  layered('dialog-filter', '対話窓に filter', '案内を抱く dialog に filter: opacity(0) を書きます。'),
  layered('dialog-zoom', '対話窓の zoom', '案内を抱く dialog の zoom を 0.1 にします。'),
  floating('popover-clip', '浮かぶ窓に clip-path', '案内を抱く popover を clip-path で切り取ります。'),
  paints('registered-colours', '色の名前を登録', 'カスタムプロパティを継承しないものとして登録し、案内の色をすべて透明にします。'),
  paints('font-face', '書体の差し替え', '案内の書体と同じ名前の書体を、字の幅が零のものとして定義します。'),
  paints('host-before', '案内の ::before', '案内の要素の ::before を、案内の上に絵として重ねます。'),
  paints('host-after', '案内の ::after', '案内の要素の ::after を、案内の上に絵として重ねます。'),
  paints('host-first-line', '案内の ::first-line', '案内の要素の ::first-line と ::first-letter の字を消します。'),
  paints('host-backdrop', '案内の ::backdrop', '案内の要素の ::backdrop で、画面全体を塗ります。'),
  paints('root-direction', '字の向き', 'html の字を右から左へ並べます。'),
  paints('selected', '選択の色', '画面全体を選択し、選択された文字を透明にします。'),
];
