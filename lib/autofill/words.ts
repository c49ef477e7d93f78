/**
 * What a piece of a bank page's text says about the field beside it. Vetoes are
 * tested after every name of a one-time password was replaced by one sign, so
 * that パスワード inside ワンタイムパスワード never trips them.
 */

import { LINK, LONGEST } from './text.ts';

/** Stands for any name of a one-time password. */
const CODE = '§';

const ONE_TIME =
  /パスワード\(ワンタイム\)|(ワンタイム|1タイム)・?(パス(ワード|コード)?|pw|コード|キー|pass(word|code)?|認証(番号|コード)?|暗証番号|pin)|使い捨ての?(パスワード|pw)|one[- ]?time[- ]?(pass ?(word|code)?|code|pin|key)|\bt?otp\b|トークンの?(パスワード|コード|パスコード)|(トークン|パスワードカード|認証アプリ)の((\d桁の)?数字|\d桁(?=\)|$))|(パスワード|pw|(認証|確認)(番号|コード))\((ソフトウェア)?(トークン|認証アプリ)(アプリ)?\)|token ?(passcode|code|password)|securid( passcode)?/g;

/** Where a code comes from that we can make. */
export const SOURCE = /トークン|アプリ|生成|パスワードカード|認証システム|authenticator|token|securid|\bapp(lication)?\b/;
const DEVICE = '([\\w-]+ ){0,2}(authenticator|authenticat(ion|or) app|token\\b|(factor|security|mfa|2fa|code|otp|trusted) (app|device|generator)|card reader|key ?fob)';
/** 「your TOTP application」, 「your mobile app」 */
const OWN_APP = "(your|the|an?) ((§|mobile|phone|virtual|auth|security|verification|mfa|2fa|two-factor) ){0,2}app(lication)?\\b";
const DIGITS = '(code|digits|number|passcode|password)';
const DISPLAYED = new RegExp(
  [
    '(トークン|パスワードカード|生成[機器]|認証(アプリ|デバイス|端末|機器)|authenticator)[^。]{0,20}(表示|生成)[^。]{0,14}(数字|番号|コード|パスワード|桁)',
    'アプリ[^。]{0,14}(表示|生成)[^。]{0,8}(\\d桁|数字|パスワード|認証|確認コード)',
    'アプリ」?を(起動|開)[^。]{0,40}表示[^。]{0,14}(数字|番号|コード|パスワード|\\d桁)',
    '\\d+秒(ごと|毎|間隔)[^。]{0,6}(変わ|更新|表示)[^。]{0,8}(パスワード|番号|数字|コード)',
    'ボタンを押[^。]{0,24}表示さ[^。]{0,8}(数字|\\d桁)',
    'トークン(アプリ)?の[^。]{0,14}欄の(数字|番号|コード)',
    '認証アプリの?(\\d+桁の?)?(認証)?(コード|番号|数字)',
    `(authenticator|(the|your|an?) (${DEVICE}))[^.。]{0,60}\\b(code|passcode|digits)`,
    `(${DIGITS}|コード|番号|数字)[^.。]{0,20}(authenticator|認証アプリ)`,
    `${DIGITS}[^.。]{0,30} (from|on|by|in|with|using) [^.。]{0,30}(${DEVICE}|${OWN_APP})`,
    `${OWN_APP} (will )?(generate|show|display|give)s?\\b[^.。]{0,20}(code|digits|number)`,
    '\\b(generated|displayed) (token|code)',
    '生成された(トークン|(認証|確認)?コード|番号|数字)',
    '認証アプリ(から|が)[^。]{0,12}(?<!qr|バー)コード',
    '認証アプリ[での](最新|現在|今)の[^。]{0,8}(コード|番号|数字)',
    'authenticator(アプリ)?(を開|の|から)[^。]{0,20}(?<!qr|バー)コード',
    'google ?(認証|[2二]段階認証)システム(アプリ)?(の|に|が|から)[^。]{0,16}(?<!qr|バー)(コード|番号|数字)',
    'google ?((authenticat(ion|or)|verification|2fa) ?code|(認証|確認)コード)',
  ].join('|'),
);

/** Another channel: a code that was sent is never ours to give. */
export const CHANNEL =
  /sms|(ショート|テキスト)メッセージ|メール(?!アドレス)|e-?mail(?! address)|音声|(?<!携帯)電話(認証|で|に[てよ])|着信|郵送|郵便物|fax|はがき|ハガキ|text message|texted|phone call|(calling|will call) (you|your)\b|you hear\b|聞こえ|(will|'ll) (get|receive) an? (automated |voice )?call|whatsapp|(?<![\w-])line[のにでへ公]|\+メッセージ|プッシュ(通知)?[のに][^。]{0,8}(番号|コード|§)/;

/** Codes kept on paper, for when the token is lost. */
const SPARE = /((recovery|back-?up|scratch|emergency)\/?)+( pass)? ?(code|token)s?|(リカバリー?|バックアップ|緊急用?|予備|回復)の?コード/g;
const TYPE_SPARE = /^(?!or\b)(?!.*(instead|または|もしくは|(コード|番号)(か| ?\/))).*(入力(?!する)|\b(enter(ing)?|typ(e|ing))\b)/;

/** The token signs the payee: a plain time-based code is no answer to that. */
const TRANSACTION =
  /トランザクション(認証|署名)(?!(を?ご?利用)?(で|では)ない|とは|の?ご?案内)|取引署名|transaction sign|トークンに[^。]{0,12}(口座番号|金額)[^。]{0,4}入力|(口座番号|金額)[^。]{0,4}トークンに入力/;
const OTHER_SECRET =
  /(ログ[イオ]ン|(確認|資金移動|取引|振込|承認|実行)用?|利用開始|新しい|[新旧]|現在の)パスワード|(log-?in|new|confirm|current) password|暗証|合言葉|秘密の質問|画像|captcha|characters you see|乱数|第[2二]/;
export const PERSON = '契約者|(契約|利用者|お客[様さ]ま?|会員|顧客|加入者)(番号|id)|口座番号|店番|メールアドレス|電話番号';
const VETO = new RegExp(
  `(${PERSON})(?!の?ご?(認証|確認|照合)用)|(ログ[イオ]ン|ユーザー?|サービス)id|口座|支店|金額|限度額|生年月日|郵便番号|納付|収納|確認番号|クーポン|coupon|promo|gift|ギフト|検索|search|リカバリ|recovery|backup|バックアップ|(secret|set-?up|authenticator|api|license|product) ?key|シークレット|\\d桁目|受付番号|招待|紹介|応募|カード番号|card number|cv[vc]|取引認証`,
);
/** A name that the person gives: of themselves, or of a token that is added. */
const NAME = /^(お?名前|氏名|名称|表示名|ニックネーム|(トークン|端末|デバイス)の?(名称?|名前)|((display|device|token|nick|full|first|last|authenticator) ?)?name)$/;
/** How long a code is to be: on pages that make them. */
const LENGTH = /^(digits|桁数|(number of|code) digits|(code )?length)$/;
const CARD_CODE = /セキュリティ(コード|番号)/;
/** Where on the token the code stands. */
const BESIDE_SERIAL = /シリアル(番号|ナンバー)の(すぐ)?[上下左右横隣]/g;
const SERIAL = /シリアル(番号|ナンバー|no)|serial (number|no)/;

const DECORATION =
  /(two|2|multi)[- ]?(step|factor)|[二2](段階|要素)|多要素|追加|本人|必須|任意|半角|全角|英?数字?|英字|記号|\d+つの(?=数字)|\d+[〜~-]?\d*(桁|ケタ|けた|文字)(以[内上下])?|required|optional|numeric|(half|full)-?width|\d*[- ]?digits?|ご?入力(して)?|(して|を)?(ください|下さい)|please|\b(enter|here)\b|\binput\b|欄|次の|以下の|\b(your|the|an?)\b|help|ヘルプ|[のをにでは]|[^\p{L}\p{N}§]/gu;
const GENERIC = /^(パスワード|password|pw|pass)$/;
const BARE =
  /^(番号|([12]回目)?表示(され(た|ている))?(番号|コード)|表示され(た|ている)|([旧新]|新しい|現在|いま)?(スマート(フォン|ホン)|スマホ|端末|アプリ)コード|(mfa|2fa|識別)コード|((認証|確認|検証)用?(コード|番号|キー)|コード|パスコード)(確認)?|(認証)?トークン|passcode|((2fa|mfa)?(verification|verify|authentication|security|confirmation|access|auth|login|current)|2fa|mfa)?code[12]?|(verification|verify|authentication|auth|security|2fa|mfa)?token)$/;
/** What may follow the name of the code in a label of the field itself. */
const TAIL = /^((認証|検証|確認)?(番号|コード|値)|認証|(access|auth|login|security|verification)?(code|token)|value)?([1-3](回目)?)?((is)?(currently|now)?(displayed|shown))?((お?持ち|ご?利用|お使い|ご?契約)[^。]{0,8}(方|かた|お客[様さ]ま?|場合)み)?$/;
/** 「アプリの「§」をタップして表示されるコードを入力」 */
const SHOWN_THERE = /(アプリ|トークン|生成[機器])[^。]{0,20}表示され(る|た|ている)§(\([^)]*\))?(のこと)?です|(アプリ|トークン)[^。]*§[^。]{0,20}表示さ(れ(た|る|ている)番号|[^。]{0,14}(コード|パスワード|数字|桁))[^。]{0,8}を?ご?入力/;
/** A field for the login password or a code is left to the person. */
const OR_CODE = /(パスワード|password|passcode|pin)( ?\/ ?|または|もしくは| or )(パスワード\+|password ?\+ ?)?§/;
const TYPE_IT = /^(\([^)]*\))?(を|欄に)?ご?入力(?!して?も|され|が|画面)/;

/** `code`: of a token; `mixed`: of a token or another channel; `bare`: some code; `generic`: some password; `none`: says nothing. */
export type Meaning = 'none' | 'generic' | 'bare' | 'code' | 'mixed' | 'serial' | 'veto' | 'other';

/** One form for all the ways a label can be written: width, case, spaces, a hyphen for the long vowel sign. */
function inOneForm(text: string): string {
  return text
    .replaceAll(LINK, '')
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[〔〈《〖]/g, '(')
    .replace(/[〕〉》〗]/g, ')')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/(?<=[ァ-ヶ])[‐-―−-]/g, 'ー')
    .replace(/認証用アプリ(ケーション)?|認証アプリケーション|オーセンティケーター?(アプリ)?/g, '認証アプリ')
    .replace(/(?<=\d)(ケタ|けた)/g, '桁')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^ -~]) | (?=[^ -~])/g, '')
    .trim()
    .replace(/^([①-⑳]|\(?\d{1,2}[.)] ?(?!\d))/, '')
    .replace(/((アプリ|トークン)[^。]{0,60}(ください|下さい|ます))。(?=表示され)/g, '$1、')
    .replace(ONE_TIME, CODE)
    .replace(/§ ((mobile|phone|smartphone) )?app(lication)?\b/g, 'authenticator app');
}

/** Every question below is asked of the same few texts around a field, one after the other. */
const lately = new Map<string, string>();
const MOST_LATELY = 100;

export function normalise(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  if (lately.size >= MOST_LATELY) lately.clear();
  const plain = inOneForm(text);
  lately.set(text, plain);
  return plain;
}

/** The secret itself, as pages show it for apps that can't read pictures: no word at all. */
const SETUP_KEY = /^((secret|set-?up)?( ?key)?|(シークレット|セットアップ|手動入力)?キー)[: ]*(?=.*[2-7])([a-z2-7]{4} ?){4,}$/;

const bare = (text: string): string => text.replace(DECORATION, '');

/** 「認証コード Authentication code」; none where it is in one. */
const inTwoLanguages = (piece: string): string[] => /^([^ -~]{2,20})\/? ?([a-z][a-z -]{3,30})$/.exec(piece)?.slice(1) ?? [];

/** What follows the name of the code: nothing of weight, or what to do with it. 「§ §とは?」 is a label with a link. */
function endsLabel(after: string): boolean {
  const tail = bare(after.replace(/\([^)]*\)|「[^」]*」|【[^】]*】|\[[^\]]*\]/g, ''));
  return TAIL.test(tail) || TYPE_IT.test(after) || DISPLAYED.test(CODE_NAME + after);
}

/** 「§ or a recovery code」: the other way in is no reason against ours. */
const OR_SPARE = new RegExp(`\\(?( ?\\/ ?|、|((または|もしくは|あるいは|か)([^。、]{0,24}表示[^。、]{0,8})?)|(^| |(?<=\\())or )(an? |one of |your |\\d+-character |\\d+桁の)*(${SPARE.source})\\)?`, 'g');

function judge(said: string): Meaning {
  if (/(入力し|使わ|使用し)ないで|(メール|sms|電話)では?(届き|送られ|お送りし)ません/.test(said)) return 'other';
  // Of 「確認用パスワード(ワンタイムパスワード)」 the bracket says which one is meant.
  const piece = said.replace(/[^()。]{0,12}パスワード\(§\)/g, CODE).replace(OR_SPARE, '').replace(BESIDE_SERIAL, '');
  if (LENGTH.test(piece)) return 'veto';
  const core = bare(piece);
  if (/^(認証|verification|authentication)?$/.test(core) || SETUP_KEY.test(piece)) return 'none';
  const displayed = DISPLAYED.test(piece) || DISPLAYED.test(piece.replace(/\([^)]*\)/g, ''));
  if (OTHER_SECRET.test(piece) || VETO.test(piece) || TRANSACTION.test(piece) || NAME.test(core)) return 'veto';
  const named = piece.includes(CODE);
  if (CARD_CODE.test(piece) && !displayed && !named) return 'veto';
  if (CHANNEL.test(piece)) return SOURCE.test(piece) && (displayed || named) ? 'mixed' : 'veto';
  if (SERIAL.test(piece)) return 'serial';
  if (named) return !OR_CODE.test(piece) && (piece.split(CODE).slice(1).some(endsLabel) || SHOWN_THERE.test(piece)) ? 'code' : 'other';
  if (displayed) return 'code';
  if (GENERIC.test(core)) return 'generic';
  return BARE.test(core) || inTwoLanguages(piece).some((one) => BARE.test(bare(one))) ? 'bare' : 'other';
}
/** So that 「§ shown on your token」 reads as a displayed code. */
const CODE_NAME = 'password';

const SENTENCE = /(ください|下さい|ます|です|ました|ません)(\([^)]*\))?$|[.!?]$/;
const DENYING_BRACKET = /\([^)]*(ではありません|ではなく|異なり|異なる)[^)]*\)/g;

/** The meaning of a label or row text: its first telling piece decides; a whole sentence that tells nothing is passed over. */
export function meaning(text: string): Meaning {
  const all = meaningOf(text.replaceAll(LINK, ''));
  const [label = '', link] = text.split(LINK);
  // A link behind a label is no part of it, unless it goes on with the sentence: 「§の再発行」.
  if (all !== 'other' || link === undefined || /^\s*([のをがはにでへや・、]|と(?!は))/.test(link)) return all;
  const first = meaningOf(label);
  return first === 'none' ? all : first;
}

function meaningOf(text: string): Meaning {
  let found: Meaning = 'none';
  for (const piece of normalise(text).replace(DENYING_BRACKET, '').split(/[。※]|(?<=[.!?]) /)) {
    // What is said of other codes, and doesn't ask for one.
    const one = SENTENCE.test(piece) && piece.search(SPARE) >= 0 && !TYPE_SPARE.test(piece) ? 'other' : judge(piece);
    if (one !== 'none' && one !== 'other') return one;
    if (one === 'other' && !SENTENCE.test(piece)) return found === 'none' ? 'other' : found;
    if (one === 'other') found = 'other';
  }
  return found;
}

/** True when the text is a sentence that explains, rather than a label that names. */
export function explains(text: string): boolean {
  return SENTENCE.test(normalise(text).replace(/[。!?.]+$/, '')) || text.length > 40;
}

const SERVICE =
  /利用(の|される)?(お客|方|かた)|お持ちの|利用開始|利用登録|申請|申込|交換|中止|解除|発行|停止|とは|案内|について|よくある|管理|設定|表示名|faq|help|settings|about|manage|generator/;

/** What a heading says of the unlabelled fields under it: `code`, `veto` (another secret) or nothing. */
export function headingMeaning(text: string): 'code' | 'veto' | 'none' {
  const plain = normalise(text);
  if (OTHER_SECRET.test(plain) || TRANSACTION.test(plain)) return 'veto';
  if (plain.includes(CODE) && (!SERVICE.test(plain) || /§(\([^)]*\))?(の|を)(ご)?入力|enter/.test(plain))) return 'code';
  return DISPLAYED.test(plain) || /(トークン|認証アプリ)(による|で|の)?(認証|の?入力)/.test(plain) ? 'code' : 'none';
}

/** A heading that names 「バックアップコード」 and the like. */
export const namesSpare = (text: string): boolean => normalise(text).search(SPARE) >= 0;
/** A sentence that asks to type one here, not as another way. */
export const asksSpare = (text: string): boolean =>
  normalise(text).split(/。|(?<=[.!?]) /).some((sentence) => sentence.search(SPARE) >= 0 && TYPE_SPARE.test(sentence));
/** Asks for a code of the token, whatever it says of spare ones. */
export const asksOurs = (text: string): boolean => meaning(normalise(text).replace(SPARE, '')) === 'code';

/** A bank's own name for the code, as far as it sounds like one: 「ワンパス」, 「可変パスワード(半角数字)」. Undefined for any other label. */
export const secretName = (text: string): string | undefined =>
  /^。*([^。(]{0,20}(パス|パスワード|パスコード|コード|番号|キー|pw|code))(?=$|[。(])/.exec(normalise(text))?.[1];
/** 「可変パスワードとは、トークンに表示されるパスワードです」 */
export const explainsName = (name: string, text: string): boolean =>
  normalise(text).split('。').some((sentence) => sentence.includes(name) && DISPLAYED.test(sentence) && meaning(sentence) === 'code');

export const isTransaction = (text: string): boolean => TRANSACTION.test(normalise(text));
/** 「トークン」 over a field says no more than that a token has to do with it. */
export const isTokenAlone = (text: string): boolean => normalise(text).split('。').every((piece) => /^(トークン|token)?$/.test(bare(piece)));
