/**
 * The few words of other languages that pages use around a field for a code, as the English ones that the rules read: imported tokens belong to
 * sites in any language. None of them is Japanese; those that are English, too (handy), count only in a text that has another language's sign.
 */

/** Whole words; Chinese and Korean have no spaces. */
const word = (...words: string[]): RegExp => new RegExp(`(?<!\\p{L})(${words.join('|')})(?!\\p{L})`, 'gu');

/** In this order: what is longer comes before its parts. */
const WORDS: [RegExp, string][] = [
  [/图[形片]验证码|圖[形片]驗證碼/g, 'captcha'],
  [/一次性(密码|验证码|代码|密碼|驗證碼)|动态(口令|密码|验证码)|動態(密碼|驗證碼)|일회용 ?(비밀번호|코드)/g, 'one-time password'],
  [
    word(
      'mot de passe (à usage unique|unique)', 'code à usage unique', '(contraseña|c[oó]digo|clave) de (un solo|[uú]nico) uso', '(senha|c[oó]digo) de uso [uú]nico', 'codice (monouso|usa e getta)', 'password monouso',
      'einmal-?(passwort|kennwort|code)', 'eng[aå]ngs-?(kode|koden|kod|passord|lösenord)', 'eenmalige? (code|wachtwoord)', 'одноразов[а-я]+ (код|пароль)[а-я]*', 'jednorazow[a-zęą]+ (kod|hasło)', 'tek kullanımlık (şifre|kod|parola)[a-zıü]*', '(kata sandi|kode) sekali pakai',
    ),
    'one-time password',
  ],
  [/验证器|驗證器/g, 'authenticator'],
  [word('autenticador', 'authentificateur', 'autenticatore', 'аутентификатор[а-я]*', 'doğrulayıcı', 'autentiserings-?app(en)?', 'authentifizierungs-?app'), 'authenticator'],
  [/(两步|双重|双因素|雙重|兩步驟?)(身份)?(验证|驗證|認證|认证)?(?!码|碼)|2단계 ?인증/g, 'two-factor authentication'],
  [
    word(
      '(dos|2) (factores|pasos)', '(dois|2) fatores', '(duas|2) etapas', '(deux|2) (facteurs|étapes)', '(due|2) (fattori|passaggi)', '(zwei|2)-?faktor(en)?', 'tvåfaktors?', '(to|2)-?faktors?', '(twee|2)-?factor',
      'двухфакторн[а-я]+', '2фа', 'dua (langkah|faktor)', 'iki (aşamalı|faktörlü|adımlı)', 'dwuskładnikow[a-zęą]+', '(zwei|2)-?faktor-?authentifizierung', 'tvåfaktorsautentisering', '(to|2)-?faktor-?autentisering',
    ),
    'two-factor',
  ],
  [/验证码|驗證碼|认证码|인증 ?(번호|코드)/g, 'verification code'],
  [/(\d)(位)(数字|數字)?(?=的|[a-z])/g, '$1 digits '],
  [word('(bestätigungs|verifizierungs|verificatie|authentifizierungs|prüf|verifierings|verifikasjons|bekreftelses|autentiserings)-?(code|kode|koden|kod)'), 'verification code'],
  [word('(login|anmelde|zugangs|tilgangs|inloggnings)-?(code|kode|koden|kod)'), 'login code'],
  [word('(sicherheits|säkerhets|sikkerhets)-?(code|kode|kod)'), 'security code'],
  [word('verificaci[oó]n', 'verificação', 'vérification', 'verifikation', 'verifikasi', 'verifica', 'doğrulama', 'weryfikacj[a-zię]+', 'подтвержден[а-я]+', '[uw]eryfikacyjny'), 'verification'],
  [word('autenticaci[oó]n', 'autenticação', 'autenticazione', 'authentification', 'authentifizierung', 'autentisering', 'otentikasi', 'аутентификац[а-я]+'), 'authentication'],
  [/身份验证|身分驗證/g, 'authentication '],
  [word('c[oó]digos?', 'mã', 'codice', 'kode[nr]?', 'kod(en|u|unu|unuzu)?', 'код[а-я]?'), 'code'],
  [word('d[ií]gitos', 'chiffres', 'ziffern', 'stellige[nrs]?', 'cifre', 'cijfers?', 'siffror', 'siffrig[a-z]*', 'siffer', 'haneli', 'цифр[а-я]*', 'значный', 'cyfrowy'), 'digits'],
  // Not 「your app」, which the rules take for an authenticator: it may be the shop's. The bare noun is an investment, or a paragraph's.
  [
    word(
      '(su|tu|la|una) aplicaci[oó]n', 'aplicador', 'aplicaci[oó]n(?= de authentication)', '((seu|sua|o|do|um) )?aplicativo', 'aplicação(?= de authentication)', "applicazione(?= (di|per l')authentication)", 'aplikasi', 'приложени[а-я]+',
      'uygulama[a-zısn]*', 'aplikacj[a-zię]+', '(votre|ton|une) ?app(lication)?', "l'application(?= d'authentication)", "(?<=(par|de|dans|sur|depuis) )l'app(lication)?(?! d(u|e|es) )", '(su|tu|seu|ihrer?|deiner?|din|uw|je|jouw) app',
    ),
    'the app',
  ],
  [/应用(程序)?|應用程式/g, ' the app '],
  [word('reçue?s?', 'recev[a-z]+', 'recib[a-záó]+', 'receb[a-zá]+', 'nhận', 'ricev[a-z]+', 'erhalten', 'ontvangen', 'fått', 'mottatt', 'mottagit', 'получ[а-я]+', 'приш[её]л', 'gelen', 'iletti[ğg]imiz', 'otrzyma[a-zńł]+', 'terima'), 'received'],
  [/收到|받은/g, ' received '],
  [/获取|獲取/g, 'get '],
  [/看不清|换一[张个]/g, 'captcha'],
  [
    word(
      'llamada', 'ligação', 'ligar', 'tin nhắn', 'appel', 'anruf', 'rufen', 'chiamata', 'telefonata', 'звон[а-я]+', 'courrier', 'письм[а-я]+', 'mektup[a-z]*', '(per|mit der|im) (post|brief)', 'cellulare', 'celular', 'handy', 'bandeja de entrada',
    ),
    'text message',
  ],
  [/전화/g, ' text message '],
  [word('enviad[oa]s?', 'enviamos', 'envoyée?s?', 'inviato', 'gesendet', 'geschickt', 'verzonden', 'gestuurd', 'skickat', 'sendt', 'dikirim', 'wysłan[a-zy]+', 'отправ[а-я]+', 'gönder[a-zıiüş]+', 'mandad[oa]', 'mandamos', 'enviaremos', 'transmise?', 'adressée?', 'mandato', 'übermittelt', 'gemaild', 'mejla[a-z]*', 'skickade', 'kirim', 'communiquée?', 'gửi'), 'sent'],
  [/发送|發送|寄送|傳送|已发|전송/g, ' sent '],
  [word('correo( electr[oó]nico)?', 'courriel', 'почт[а-я]+', 'e-posta', 'surel'), 'e-mail'],
  [/邮箱|邮件|郵箱|郵件|이메일/g, ' e-mail '],
  [word('mensaje de texto', 'mensagem de texto', 'смс'), 'sms'],
  [/短[信讯]|微信|簡訊|문자/g, ' sms '],
  [word('recuperaci[oó]n', 'recuperação', 'récupération', 'secours', 'recupero', 'wiederherstellungs', 'резервн[а-я]+'), 'recovery'],
  [word('wiederherstellungs-?code'), 'recovery code'],
  [word('seguridad', 'segurança', 'sécurité', 'sicurezza'), 'security'],
  [word('ingres[ae]', 'introduzca', 'escriba', 'digite', 'insira', 'saisissez', 'entrez', 'inserisci', 'eingeben', 'masukkan', 'wprowadź', 'введите', 'girin', 'ange', 'skriv inn', 'voer'), 'enter'],
  [/请?输入/g, ' enter '],
  [word('generad[oa] por', 'gerad[oa] (por|pel[oa])', 'générée? par', 'generato da', 'generiert(en)? (von|durch)', 'сгенерированн[а-я]+'), 'generated by'],
  [word('ici', 'aqu[ií]', 'hier', 'här', 'здесь', 'sini'), 'here'],
  [/enter (?:el|la|le|o|il|den|det|votre|su|tu|seu|ditt|ваш) (?=[a-z\d])/g, 'enter '],
  [/code (?:de |à |mit |с |med |com )(?=(\d+|six|seis|sechs)[- ]?digits)/g, 'code '],
  [/code (2fa|mfa|totp)\b/g, '$1 code'],
  // Their order: 「code de verification」, 「your app de authentication」.
  [/code (?:de |di |do |da |du |d')?(?:la |l')?(verification|authentication|security|recovery|two-factor)\b/g, '$1 code'],
  [/verification (?:de |di |em |en |da |do )?(?:la )?two-factor\b/g, 'two-factor verification'],
  [/(?:the|your) app (?:de |di |per l'|d')?(?:authentication|authenticator)\b/g, 'authenticator app'],
  [/code (?:de |da |dell'|de l'|с )(?:la )?(?:imagen|imagem|immagine|image|картинк[а-я]+)/g, 'captcha'],
  [/(?<!\p{L})(?:de|del|du|di|dari|av|från|fra|dans|из|aus) (?=(?:the|your|authenticator|google|totp|app)\b)/gu, 'from '],
];

/** A letter that neither English nor Japanese has, or one of the words that are written without any. */
const FOREIGN =
  /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9\u0400-\u04ff\uac00-\ud7a3验证码碼驗应发请动两兩雙图邮简]|双[重因]|郵[箱件]|簡訊|(?<![a-z])(codig|codice|kod|aplica|applicaz|autentic|authentif|autentis|otentik|verifica(?!tion)|verifik|einmal|engang|eenmal|cifre|stellig|ziffer|chiffre|digito|cijfer|siff|haneli|dua |courriel|correo|votre |ingres|entrez|gesend|geschickt|verzonden|skickat|sendt|envi|envoy|inviato|dikirim|erhalten|recev|recib|receb|ricev|(tu|su|seu) app)/;

/** `text` in lower case and one width. Unchanged where nothing in it is of another language. */
export function inEnglish(given: string): string {
  // Of İ in lower case.
  const text = given.replaceAll('i\u0307', 'i');
  if (!FOREIGN.test(text)) return text;
  return WORDS.reduce((said, [found, english]) => said.replace(found, english), text).replace(/ +/g, ' ').trim();
}

/** Said in another language and not in Japanese beside it. */
export function isForeign(texts: string[]): boolean {
  const all = texts.join(' | ').normalize('NFKC').toLowerCase();
  return !/[ぁ-ヶ]/.test(all) && FOREIGN.test(all) && inEnglish(all) !== all.replace(/ +/g, ' ').trim();
}
