/** ワンタイムパスワードの入力: the section under a confirmation, and where to read serial and code. */
import { html } from 'hono/html';
import { codeInput, entryTable, row } from './fields.ts';
import type { Html } from './frame.ts';
import type { Look } from './look.ts';
import { tokenPicture } from './token-picture.ts';

/** The manual's own label: of the field itself only 「パスワード(半角数字)」. */
export const codeSection = (look: Look): Html => html`<section><h2>ワンタイムパスワードの入力</h2>
${entryTable(look, [row('パスワード(半角数字)', codeInput(look, { id: 'pswd001', name: 'BPW0010' }))])}
<div class="notes reading">${tokenPicture(look)}
<div><p><b>ワンタイムパスワード</b><br>表示された6桁の数字をパスワード入力欄に入力してください</p>
<p>※同じパスワードは連続して使用できませんので、新たなパスワードを使用してください。</p>
<p>※ソフトウェアトークンの画面については、アプリのバージョンアップ等で変更となる場合があります。</p></div></div></section>`;

/** The manuals without a name show the picture alone. */
const appMayChange = ({ code }: Look): Html | string =>
  code === '1998' || code === '1999' ? '' : html`<p>※アプリの画面については、バージョンアップ等で変更となる場合があります。</p>`;

export const whereToRead = (look: Look): Html => html`<section class="notes"><h3>【シリアル番号およびワンタイムパスワードの確認方法】</h3>
<div class="reading">${tokenPicture(look)}
<ul><li>ソフトウェアトークンの場合：アプリの画面に、シリアル番号とワンタイムパスワードが表示されています。</li>
<li>ハードウェアトークンの場合：シリアル番号は裏面に記載されています。ワンタイムパスワードはボタンを押すと表示されます。</li></ul></div>
${appMayChange(look)}</section>`;
