/** The mess around the form of a page: headers, navigation, banners, search boxes, footers. Each takes a heading and the main part. */
type Shell = (heading: string, main: string) => string;

/** A bank of the year 2005: tables in tables, images as buttons, hidden fields. */
export const tableBank: Shell = (heading, main) => `<title>${heading}|インターネットバンキング</title>
<table width="760" border="0" cellpadding="0"><tr><td colspan="2"><img src="logo.gif" alt="みずうみ銀行"><font size="2">みずうみダイレクト</font></td>
<td align="right"><font size="1">前回ログイン 2025年11月03日 08時12分</font> <a href="#">ログアウト</a></td></tr>
<tr><td width="150" valign="top"><table border="0"><tr><td><a href="#">残高照会</a></td></tr><tr><td><a href="#">入出金明細照会</a></td></tr><tr><td><a href="#">振込・振替</a></td></tr>
<tr><td><a href="#">定期預金</a></td></tr><tr><td><a href="#">税金・各種料金</a></td></tr><tr><td><a href="#">ワンタイムパスワード</a></td></tr><tr><td><a href="#">各種お手続き</a></td></tr></table>
<a href="#"><img src="bn.gif" alt="フィッシング詐欺にご注意ください"></a></td>
<td valign="top" colspan="2"><table width="100%" bgcolor="#003366"><tr><td><font color="#ffffff"><b>${heading}</b></font></td></tr></table>
<form name="mainForm" method="post" action="#"><input type="hidden" name="_SEQ" value="0007"><input type="hidden" name="TRNID" value="DA10">
${main}</form></td></tr>
<tr><td colspan="3" align="center"><font size="1">Copyright (C) Mizuumi Bank. 画面の印刷は必ず行ってください。</font></td></tr></table>`;

/** A bank of today: Bootstrap, breadcrumbs, notices, a help drawer. */
export const gridBank: Shell = (heading, main) => `<title>${heading} - しおかぜ銀行ダイレクト</title>
<header class="navbar navbar-expand-lg"><a class="navbar-brand" href="#"><img src="l.svg" alt="しおかぜ銀行"></a><span class="navbar-text">潮風 太郎 様</span>
<button type="button" class="btn btn-outline-light">ログアウト</button></header>
<nav aria-label="パンくずリスト"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="#">ホーム</a></li><li class="breadcrumb-item"><a href="#">お手続き</a></li><li class="breadcrumb-item active">${heading}</li></ol></nav>
<div class="alert alert-warning" role="alert"><strong>重要なお知らせ</strong> 当行を装った不審なメール・SMSにご注意ください。メールでワンタイムパスワードや暗証番号をおたずねすることはありません。</div>
<main class="container"><h1 class="h3">${heading}</h1><form method="post" action="#" class="needs-validation" novalidate><input type="hidden" name="_csrf" value="6d1a">
${main}</form></main>
<aside class="card"><div class="card-header">お困りのときは</div><ul><li><a href="#">ワンタイムパスワードとは</a></li><li><a href="#">トークンを紛失したとき</a></li><li><a href="#">よくあるご質問</a></li></ul></aside>
<footer class="footer"><ul class="list-inline"><li><a href="#">セキュリティについて</a></li><li><a href="#">個人情報保護方針</a></li></ul><small>© しおかぜ銀行 登録金融機関</small></footer>`;

/** A bank's smartphone site. */
export const phoneBank: Shell = (heading, main) => `<title>${heading}</title>
<div class="sp-wrap"><div class="sp-header"><button type="button" class="sp-menu" aria-label="メニュー"></button><p class="sp-logo">あかね銀行</p></div>
<div class="sp-drawer" hidden><input type="search" placeholder="キーワードで探す"></div>
<h2 class="sp-ttl">${heading}</h2><form action="#" method="post">${main}</form>
<div class="sp-bnr"><a href="#">アプリならもっと便利に</a></div><p class="sp-note">※ブラウザの「戻る」ボタンは使用しないでください。</p>
<div class="sp-footer"><a href="#">▲ページの先頭へ</a><p>(C) Akane Bank, Ltd.</p></div></div>`;

/** A corporate banking screen of JSF, with steps and a screen number. */
export const corporateBank: Shell = (heading, main) => `<title>法人インターネットバンキング</title>
<div id="j_idt3:head"><span class="brand">きりしま銀行 ビジネスWEB</span><span id="j_idt3:usr">企業名:有限会社霧島製茶 利用者名:データ太郎</span><a id="j_idt3:out" href="#">ログオフ</a></div>
<div id="j_idt9:tabs"><ul class="ui-tabs-nav"><li>ホーム</li><li>明細照会</li><li>資金移動</li><li>データ伝送</li><li>承認</li><li>管理</li></ul></div>
<div class="scr"><h1>${heading}</h1><span class="scrid">BSMK012</span><a href="#">ヘルプ</a></div>
<ol class="steps"><li>内容入力</li><li class="current">内容確認</li><li>完了</li></ol>
<form id="j_idt20" name="j_idt20" method="post" action="#"><input type="hidden" name="javax.faces.ViewState" value="-811:42">${main}</form>
<div id="j_idt99:foot">お問い合わせ:EBサービスセンター 0120-000-000(平日9:00~17:00)</div>`;

/** A page of a public Japanese site: search on top, members' box at the side, mail magazine at the foot. */
export const publicSite: Shell = (heading, main) => `<title>${heading}|公式サイト</title>
<header><p class="logo">くらしの窓口</p><form role="search" class="hd-search"><input type="text" name="q" placeholder="サイト内検索"><button>検索</button></form>
<ul class="gnav"><li><a href="#">はじめての方へ</a></li><li><a href="#">ご利用ガイド</a></li><li><a href="#">お問い合わせ</a></li><li><a href="#">ログイン</a></li></ul></header>
<div class="l-cols"><div class="l-main"><p class="topicpath">トップ &gt; ${heading}</p><h1>${heading}</h1><form method="post" action="#">${main}</form></div>
<div class="l-side"><h3>お知らせ</h3><ul><li>2025.10.01 二段階認証(認証アプリ)に対応しました</li><li>2025.09.12 システムメンテナンスのお知らせ</li></ul></div></div>
<footer><h4>メールマガジン</h4><form><input type="email" name="mm" placeholder="メールアドレス"><button>登録</button></form><p>© くらしの窓口株式会社</p></footer>`;

/** A single-page application with generated class names. */
export const app: Shell = (heading, main) => `<title>${heading} · Northbeam</title>
<div id="root"><div class="sc-1a2b3c jXkPqR"><div class="css-1q8w header"><a class="css-9a1" href="#">Northbeam</a><button class="css-77x" aria-label="Language">EN</button></div>
<div class="css-0"><div class="MuiPaper-root css-12f"><h1 class="MuiTypography-h5">${heading}</h1><form novalidate class="css-fm1">${main}</form></div>
<p class="css-l9">Having trouble? <a href="#">Contact support</a></p></div>
<div class="css-ft2"><a href="#">Terms</a> <a href="#">Privacy</a> <a href="#">Cookies</a><span>© 2025 Northbeam Inc.</span></div></div></div>`;

/** An English site with search, navigation and a newsletter. */
export const site: Shell = (heading, main) => `<title>${heading} | Harrow &amp; Finch</title>
<a class="skip" href="#m">Skip to main content</a><header class="site-header"><a href="/">Harrow &amp; Finch</a><form role="search"><label class="vh" for="s">Search</label><input id="s" type="search" name="s" placeholder="Search…"></form>
<nav><ul><li><a href="#">Products</a></li><li><a href="#">Pricing</a></li><li><a href="#">Help: two-factor authentication</a></li><li><a href="#">Sign in</a></li></ul></nav></header>
<div class="banner">We will never ask for your verification code by phone or e-mail.</div>
<main id="m"><h1>${heading}</h1><form method="post" action="#"><input type="hidden" name="authenticity_token" value="zz">${main}</form></main>
<footer><form class="nl"><label for="nl">Get our newsletter</label><input id="nl" type="email" placeholder="you@example.com"><button>Subscribe</button></form><p>© Harrow &amp; Finch Ltd</p></footer>`;

/** A plain sign-on page as universities and offices have it. */
export const signOn: Shell = (heading, main) => `<title>Web Login Service</title><div class="wrapper"><div class="container"><header><img src="crest.png" alt="University of Eastmoor"></header>
<div class="content"><div class="column one"><h2>${heading}</h2><form action="#" method="post">${main}</form></div>
<div class="column two"><ul><li><a href="#">Forgot your password?</a></li><li><a href="#">Need help with two-step verification?</a></li></ul></div></div>
<footer><p>IT Services, University of Eastmoor. Log out of all services when you have finished.</p></footer></div></div>`;
