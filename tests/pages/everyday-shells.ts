/** The shells, rows and fields of which the everyday pages are made. */

/** Old frames: what stands in the frame with the form, without headings. */
export const frame = (title: string, body: string): string => `<title>${title}</title><table width="100%" bgcolor="#336699"><tr><td><font color="white"><b>${title}</b></font></td><td align="right"><font size="1">画面番号 B0210</font></td></tr></table>${body}`;
/** A shinkin's page: breadcrumb, heading, a form. */
export const shinkin = (title: string, body: string): string => `<title>${title}｜しんきんインターネットバンキング</title><div id="header"><img src="l.gif" alt="見本信用金庫"><a href="#">文字サイズ</a><a href="#">ヘルプ</a><a href="#">ログアウト</a></div>
<ul class="gnav"><li><a href="#">口座情報</a></li><li><a href="#">振込・振替</a></li><li><a href="#">ペイジー</a></li><li><a href="#">ご利用サービスの変更</a></li></ul><h1>${title}</h1><form method="post" action="#"><input type="hidden" name="tk" value="1">${body}</form><div id="footer">Copyright 見本信用金庫</div>`;
/** Bootstrap of a regional bank, with the warnings of these years over every page. */
export const boot = (title: string, body: string, warning = ''): string => `<title>${title} | 見本銀行ダイレクト</title><header><a href="#">見本銀行</a><button type="button">メニュー</button></header>${warning ? `<div class="alert alert-danger">${warning}</div>` : ''}<main class="container"><h1 class="h4">${title}</h1><form class="row g-3" method="post" action="#">${body}</form></main><footer><small>© 見本銀行</small></footer>`;
export const tr = (label: string, field: string): string => `<tr><th scope="row">${label}</th><td>${field}</td></tr>`;
export const six = '<input type="password" maxlength="6" autocomplete="off">';
export const one = '<input type="tel" inputmode="numeric" maxlength="1">';

/** Marks the fields in document order, hidden ones and buttons too: one role for each, `-` for none. */
export function wants(roles: string, html: string): string {
  const each = roles.split(' ').values();
  return html.replaceAll('<input', () => {
    const role = each.next().value ?? '-';
    return role === '-' ? '<input' : `<input data-want="${role}"`;
  });
}
