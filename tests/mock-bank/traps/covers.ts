/** Something lies over the offer and lets the click through. */
import { clickTrap, type Trap } from './trap.ts';

const covers = (name: string, title: string, trick: string): Trap => clickTrap('covers', name, title, trick);

export const COVERS: Trap[] = [
  covers('cover-full', '全面の覆い', '最前面の popover が案内を覆い、pointer-events: none でクリックを通します。'),
  covers('cover-part', '一部の覆い', '金庫の名前と説明だけを覆い、ボタンは見せておきます。'),
  covers('cover-edge', '端だけの覆い', '案内の上端だけを覆います。'),
  covers('cover-clear', '透明に近い覆い', '不透明度 0.02 の絵を案内に重ねます。'),
  covers('cover-fading', '薄れる覆い', '覆いの不透明度を動きで上げていきます。'),
  covers('cover-backdrop', '::backdrop の覆い', '大きさのない popover の ::backdrop で全面を覆います。'),
  covers('cover-modal', 'modal の ::backdrop', 'showModal で開いた空の dialog の ::backdrop で覆います。'),
  covers('cover-blur', 'backdrop-filter', '下にあるものをぼかす透明な覆いを重ねます。'),
  covers('cover-blend', '混色の覆い', 'mix-blend-mode の覆いで案内の色を消します。'),
  covers('cover-root', '閉じた影の根の覆い', '覆いは閉じた shadow root の中にあります。'),
  covers('cover-frame', '枠の覆い', '枠（iframe）を pointer-events: none で重ねます。'),
  covers('cover-svg', 'SVG の覆い', 'SVG の図形で覆います。'),
  covers('cover-canvas', 'canvas の覆い', 'canvas に描いた絵で覆います。'),
  covers('cover-shadow', '影の覆い', '離れた要素の box-shadow で覆います。'),
  covers('cover-outline', '輪郭の覆い', '離れた要素の太い outline で覆います。'),
  covers('cover-drop', 'drop-shadow の覆い', '離れた要素の filter: drop-shadow で覆います。'),
  covers('cover-border', 'border-image の覆い', '離れた要素の border-image-outset で覆います。'),
  covers('cover-underline', '下線の覆い', '離れた文字の太い下線で覆います。'),
  covers('cover-text-shadow', '文字の影の覆い', '離れた大きな文字の text-shadow で覆います。'),
  covers('cover-reflect', '反射の覆い', '離れた要素の -webkit-box-reflect で覆います。'),
  covers('cover-turned', '立体の覆い', '立体に回した要素で覆います。'),
  covers('cover-hole', '穴のある覆い', '中に穴のある clip-path の覆いで、ボタンだけを見せます。'),
  covers('cover-clone', '偽の案内', '案内と同じ見た目の偽物を重ね、クリックを通します。'),
  covers('view-transition', '画面切り替えの写し', '切り替えの間、古い画面の写しが案内の上に残ります。'),
  covers('full-screen', '全画面', 'クリックの前に画面全体を別の要素で覆います（全画面表示）。'),
];
