/**
 * Whether a page may hold something for the reader: a field to type into, and words without which no field is ever found.
 * Says yes too often rather than once too seldom; it must be cheap, for every page of a bank pays for it.
 */
import { mayBeReceipt } from './receipt.ts';
import { attributeOf } from './text.ts';
import { hasTypedField, treesIn } from './typed-fields.ts';

/** What a person reads, and `textContent` leaves out. */
const TOLD = 'input[placeholder],input[title],input[type=submit],input[type=button],img[alt],[aria-label]';
const TELLING = ['placeholder', 'title', 'aria-label', 'alt', 'value'];

/** What only programmers read: looked for by the browser itself. */
const NAMED = ['otp', 'token', 'onetime', 'one-time', 'one_time'].flatMap((word) => [`input[name*=${word} i]`, `input[id*=${word} i]`]);
const DECLARED = [...NAMED, 'input[autocomplete*=one-time-code i]'].join();

/**
 * A page for which `detect` finds anything has one of these: a name of the one-time password, a device or an app that shows one,
 * a second step, or the screen of the credit unions' platform whose only field is the code. See words.ts. Plain words, since a
 * regular expression of them all takes longer to make than the whole look. 「クン」 and 「ドカ」: the long vowel may be a hyphen.
 */
const CODES =
  'ワンタイム 1タイム 使い捨て クン ドカ 生成 認証アプリ 2段階 二段階 2要素 二要素 多要素 bli023 onetime one-time one_time otp token securid authenticat factor 2step 2-step twostep two-step 2fa mfa cardreader keyfob generator securityapp securitydevice codeapp codedevice yourapp theapp anapp aapp yourdevice'.split(
    ' ',
  );

/** Width, case and spaces don't count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200d\ufeff\u00ad]+/g, '');

/** Programs speak of apps and tokens without asking for anything. */
function withoutPrograms(text: string, body: HTMLElement): string {
  return [...body.querySelectorAll('script,style')].reduce((rest, { textContent }) => rest.replace(textContent, ''), text);
}

/** What the fields say of themselves, and pictures and buttons around them. */
const wordsBeside = (document: Document): string =>
  [...document.querySelectorAll(TOLD)].flatMap((one) => TELLING.map((name) => attributeOf(one, name))).join(' ');

function speaksOfCodes(text: string): boolean {
  const words = plain(text);
  return CODES.some((one) => words.includes(one)) || (words.includes('アプリ') && /アプリ.{0,40}表示/.test(words));
}

export function isWorthReading(document: Document): boolean {
  const raw = document.body?.textContent ?? '';
  // In an open shadow root may be a field, and its words.
  const [, shadow] = treesIn(document);
  if (mayBeReceipt(raw) || shadow) return true;
  if (!hasTypedField(document)) return false;
  const texts = [() => withoutPrograms(raw, document.body), () => document.title, () => wordsBeside(document)];
  return document.querySelector(DECLARED) !== null || texts.some((text) => speaksOfCodes(text()));
}
