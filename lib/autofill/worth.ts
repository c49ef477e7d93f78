/**
 * Whether a page may hold something for the reader: a field to type into, and words without which no field is ever found.
 * Says yes too often rather than once too seldom; it must be cheap, for every page of a bank pays for it.
 */
import { mayBeReceipt } from './receipt.ts';
import { attributeOf } from './text.ts';
import { treesIn, typedFields } from './typed-fields.ts';

/** What a person reads, and `textContent` leaves out. */
const TOLD = 'img[alt],[aria-label],input[type=submit],input[type=button]';
const TELLING = ['placeholder', 'title', 'aria-label', 'autocomplete', 'name', 'id', 'alt', 'value'];

/**
 * In a page for which `detect` finds anything there is one of these: a name of the one-time password, a device or an app that shows
 * one, a second step, or the screen of the credit unions' platform whose only field is the code. See words.ts.
 */
const CODES =
  /ワンタイム|1タイム|使い捨て|ト[ー‐-―−-]クン|パスワ.ドカ.ド|生成|認証アプリ|アプリ.{0,40}表示|[二2](段階|要素)|多要素|bli023|one[-_]?time|otp|token|securid|authenticat|(two|2)-?(factor|step)|[2m]fa|cardreader|keyfob|(factor|security|code)(app|device|generator)|(the|your|an?)app|yourdevice/;

/** Width, case and spaces don't count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200d\ufeff\u00ad]+/g, '');

/** Programs speak of apps and tokens without asking for anything. */
function withoutPrograms(text: string, body: HTMLElement): string {
  return [...body.querySelectorAll('script,style')].reduce((rest, { textContent }) => rest.replace(textContent, ''), text);
}

/** What the fields say of themselves, and pictures and buttons around them. */
function wordsBeside(document: Document, fields: Element[]): string {
  return [...fields, ...document.querySelectorAll(TOLD)].flatMap((one) => TELLING.map((name) => attributeOf(one, name))).join(' ');
}

export function isWorthReading(document: Document): boolean {
  const raw = document.body?.textContent ?? '';
  // In an open shadow root may be a field, and its words.
  const [, shadow] = treesIn(document);
  if (mayBeReceipt(raw) || shadow) return true;
  const fields = typedFields([document]);
  if (fields.length === 0) return false;
  const texts = [() => withoutPrograms(raw, document.body), () => document.title, () => wordsBeside(document, fields)];
  return texts.some((text) => CODES.test(plain(text())));
}
