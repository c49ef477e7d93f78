/**
 * Whether a page may hold something for the reader: a field to type into, and words without which no field is ever found.
 * Says yes too often rather than once too seldom; it must be cheap, for every page of a bank pays for it.
 */
import { attributeOf } from './attribute.ts';
import { hasTypedField, treesIn } from './typed-fields.ts';

/** What each completion page says (receipt.ts): it has no field, and the reader looks closer. */
const COMPLETED = ['完了しました', '開始しました', '解除しました'];

/** What a person reads, and `textContent` leaves out. */
const TOLD = 'input[placeholder],input[title],input[type=submit],input[type=button],img[alt],[aria-label]';
const TELLING = ['placeholder', 'title', 'aria-label', 'alt', 'value'];

/** What only programmers read: looked for by the browser itself. */
const DECLARED =
  'input:is([name*=otp i],[id*=otp i],[name*=token i],[id*=token i],[name*=onetime i],[id*=onetime i],[name*=one-time i],[id*=one-time i],[name*=one_time i],[id*=one_time i],[name*=factor i],[id*=factor i],[name*="2fa" i],[id*="2fa" i],[name*=mfa i],[id*=mfa i],[name*=tfa i],[id*=tfa i],[name*=authenticator i],[id*=authenticator i],[autocomplete*=one-time-code i])';

/**
 * A page for which `detect` finds anything has one of these: a name of the one-time password, a device or an app that shows one,
 * a second step, or the screen of the credit unions' platform whose only field is the code. See words.ts. Plain words, since a
 * regular expression of them all takes longer to make than the whole look. 「クン」 and 「ドカ」: the long vowel may be a hyphen.
 */
const CODES =
  'ワンタイム 1タイム 使い捨て クン ドカ 生成 認証アプリ 認証デバイス 認証端末 認証機器 2段階 二段階 2要素 二要素 多要素 bli023 onetime one-time one_time passcode otp token securid authenticat factor 2step 2-step twostep two-step 2fa mfa cardreader keyfob generator securityapp passwordcard securitydevice codeapp codedevice yourapp theapp anapp aapp yourdevice trusteddevice googleverif google認証 google確認 認証用アプリ センティケ mobileapp phoneapp authapp displayedcode faktor autentica authentif autentis suaplica tuaplica seuaplica votreapp tuapp suapp seuapp dinapp verifica verifik unsolouso usoúnico usageunique passeunique vérifica weryfikac doğrula otentik sekalipakai 一次性 动态口令 動態密碼 fromapp приложени monouso einmal engang engång eenmalig tekkullan аутентиф двухфактор 2фа одноразов 验证 驗證 인증 일회용 秒ごと 秒毎 秒間隔'.split(
    ' ',
  );

/** Width, case and spaces don't count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200d\ufeff\u00ad]+/g, '');

/** Programs speak of apps and tokens without asking for anything. */
function textIn(body: HTMLElement | null): string {
  const programs = [...(body?.querySelectorAll('script,style') ?? [])];
  return programs.reduce((rest, { textContent }) => rest.replace(textContent, ''), body?.textContent ?? '');
}

/** What the fields say of themselves, and pictures and buttons around them. */
const wordsBeside = (document: Document): string =>
  [...document.querySelectorAll(TOLD)].flatMap((one) => TELLING.map((name) => attributeOf(one, name))).join(' ');

const speaksOfCodes = (words: string): boolean =>
  CODES.some((one) => words.includes(one)) || /アプリ.{0,60}表示|ボタンを押.{0,24}表示さ.{0,8}(数字|\d桁)/.test(words);

export function isWorthReading(document: Document): boolean {
  const words = plain(`${textIn(document.body)} ${document.title} ${wordsBeside(document)}`);
  if (COMPLETED.some((one) => words.includes(one))) return true;
  // In an open shadow root may be a field, and its words.
  const [, shadow] = treesIn(document);
  return shadow !== undefined || (hasTypedField(document) && (document.querySelector(DECLARED) !== null || speaksOfCodes(words)));
}
