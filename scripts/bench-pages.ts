/** Pages to measure in: ordinary ones without a field and with those of a login, one with a code's field, large ones, and one that never rests. */
const page = (title: string, body: string, script = ''): string => `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title>
<style>table{border-collapse:collapse}td,th{border:1px solid #999;padding:4px}</style></head><body><h1>${title}</h1>${body}<script>${script}</script></body></html>`;

const LABELS = ['振込金額', '支店名', '口座番号', '受取人名', '電話番号', '住所', '備考', '数量', '郵便番号', '摘要'];
const row = (index: number): string => `<tr><th>${LABELS[index % LABELS.length]}(${index})</th><td>任意</td><td><input type="text" name="f${index}"></td></tr>`;
const fields = (count: number): string => `<form><table>${Array.from({ length: count }, (_, index) => row(index)).join('')}</table></form>`;
const code = '<h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード(半角数字)</th><td>必須</td><td><input type="password" maxlength="6"></td></tr></table>';
const lines = Array.from({ length: 60 }, (_, index) => `<tr><td>2026年11月${(index % 28) + 1}日</td><td>振込 カ）ミホン${index}</td><td>${index * 1234}円</td></tr>`).join('');

/** 20,000 nodes in 100 lots, a turn of the event loop between them. */
const STORM = `window.storm = async () => {
  const place = document.body.appendChild(document.createElement('div'));
  for (let lot = 0; lot < 100; lot++) {
    for (let one = 0; one < 200; one++) {
      const line = document.createElement('p');
      line.textContent = '残高 ' + lot * one + '円';
      place.append(line);
    }
    await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
  }
};`;

export const benchPages: Record<string, string> = {
  top: page('トップページ', `<p>前回ログイン日時 2026年11月20日</p><table>${lines}</table>`),
  login: page('ログイン', `<p><a href="#">初めてご利用のお客様</a></p><form><table><tr><th>ご契約者番号</th><td><input type="text" maxlength="10"></td></tr><tr><th>ログインパスワード</th><td><input type="password" maxlength="12"></td></tr></table><p><button>ログイン</button></p></form><table>${lines}</table>`),
  transfer: page('振込', `<table>${lines}</table><form>${code}<p><button>振込実行</button></p></form>`),
  'fields-100': page('一括登録', fields(100) + code),
  'fields-3000': page('一括登録', fields(3000)),
  storm: page('残高の一覧', `<table>${lines}</table><form>${code}</form>`, STORM),
};
