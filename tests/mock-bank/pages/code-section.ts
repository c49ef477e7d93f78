/** ワンタイムパスワードの入力: the section under a confirmation, and where to read serial and code. */
import { html } from 'hono/html';
import { codeInput, entryTable, row } from './fields.ts';
import type { Html } from './frame.ts';
import type { Sheet } from './look.ts';

/** The manual's own label: of the field itself only 「パスワード(半角数字)」. */
export const codeSection = (sheet: Sheet): Html => html`<section><h2>ワンタイムパスワードの入力</h2>
${entryTable(sheet, [row('パスワード(半角数字)', codeInput(sheet, { id: 'pswd001', name: 'BPW0010' }))])}
<div class="notes"><p><b>ワンタイムパスワード</b><br>表示された6桁の数字をパスワード入力欄に入力してください</p>
<p>※同じパスワードは連続して使用できませんので、新たなパスワードを使用してください。</p>
<p>※ソフトウェアトークンの画面については、アプリのバージョンアップ等で変更となる場合があります。</p></div></section>`;

export const whereToRead = (): Html => html`<section class="notes"><h3>【シリアル番号およびワンタイムパスワードの確認方法】</h3>
<ul><li>ハードウェアトークンの場合：シリアル番号は裏面を参照、ワンタイムパスワードはボタンを押して表示</li>
<li>ソフトウェアトークンの場合：シリアル番号は画面下を参照、ワンタイムパスワードは画面中央に表示されている</li></ul>
<p>※アプリの画面については、バージョンアップ等で変更となる場合があります。</p></section>`;
