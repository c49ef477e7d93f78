/**
 * What a piece of a bank page's text says about the field beside it. Vetoes are
 * tested after every name of a one-time password was replaced by one sign, so
 * that パスワード inside ワンタイムパスワード never trips them.
 */

/** Stands for any name of a one-time password. */
const CODE = '§';

const ONE_TIME =
  /(ワンタイム|1タイム)・?(パス(ワード|コード)?|pw|コード|キー|pass(word|code)?|認証(番号|コード)?|暗証番号|pin)|使い捨ての?パスワード|one[- ]?time[- ]?(pass ?(word|code)?|code|pin|key)|\bt?otp(コード|番号| code\b|\b)|トークンの?(パスワード|コード)|token (passcode|code|password)/g;

/** Where a code comes from that we can make. */
const SOURCE = /トークン|アプリ|生成|パスワードカード|authenticator|token|\bapp\b/;
const DISPLAYED =
  /(トークン|パスワードカード|生成[機器]|認証アプリ|authenticator|token)[^。]{0,14}(表示|生成|shown|displayed)[^。]{0,14}(数字|番号|コード|パスワード|桁|code|digit)|アプリ[^。]{0,14}(表示|生成)[^。]{0,8}(\d桁|数字|パスワード|認証|確認コード)|(認証アプリ|authenticator( app)?)の?(\d+桁の?)?(認証)?(コード|番号|数字| code)|(code|digits|number|passcode|password)[^.。]{0,30}(authenticator|token\b)|authenticator[^.。]{0,40}\bcode/;

/** Another channel: a code that was sent is never ours to give. */
const CHANNEL =
  /sms|ショート(メッセージ|メール)|テキストメッセージ|(?<!ショート)メール(?!アドレス)|e-?mail(?! address)|音声|(?<!携帯)電話(認証|で|に[てよ])|着信|郵送|はがき|ハガキ|text message|texted|phone call/;
const DELIVERED =
  /送信(しまし|した|いた|され|済|中)|お送り|送付(しまし|した|いた|され)|配信|お届け[しいす]|届[いきかく]|受信|通知(しまし|した|いた|され)|再送|\bre-?sen[dt]\b|\bsent\b|texted|e-?mailed|(?:get|receive) (it|the|a|your) code/;
const RESEND = /再送|届かない|届きません|\bre-?send\b|didn'?t (get|receive)/;
const CODE_WORD = /§|(認証|確認|暗証)(番号|コード)|コード|キー|\d+桁|\bcode\b|passcode|\bpin\b/;
/** Warnings against phishing talk of mails and codes without sending any. */
const DENIAL = /装[うっ]|とは異な|ではありません|ではなく|不審|詐欺|フィッシング|(こと|一切|絶対|決して)[^。]{0,12}(ありません|ございません|ない)|will never|never ask/;

/** The token signs the payee: a plain time-based code is no answer to that. */
const TRANSACTION =
  /トランザクション(認証|署名)|取引署名|transaction sign|トークンに[^。]{0,12}(口座番号|金額)[^。]{0,4}入力|(口座番号|金額)[^。]{0,4}トークンに入力/;
const OTHER_SECRET =
  /(ログ[イオ]ン|確認用?|資金移動用?|取引用?|振込用?|承認用?|実行用?|利用開始|新しい|新|旧|現在の)パスワード|(login|log-?in|new|confirm|current) password|暗証|合言葉|秘密の質問|画像|captcha|characters you see|乱数|第[2二]/;
const VETO =
  /契約者|(契約|利用者|お客[様さ]ま?|会員|顧客)(番号|id)|(ログ[イオ]ン|ユーザー?|サービス)id|口座|支店|店番|金額|限度額|電話番号|生年月日|郵便番号|メールアドレス|納付|収納|確認番号|クーポン|coupon|promo|gift|ギフト|検索|search|リカバリ|recovery|backup|バックアップ|\d桁目|受付番号|招待|紹介|応募|カード番号|card number|cv[vc]|取引認証/;
const CARD_CODE = /セキュリティ(コード|番号)|security code/;
const SERIAL = /シリアル(番号|ナンバー|no)|serial (number|no)/;
const IDENTITY =
  /契約者|(契約|利用者|お客[様さ]ま?|会員|顧客|加入者)(番号|id)|(ログ[イオ]ン|ユーザー?|user|login|member|customer) ?(id|名|name|コード)|^id$|口座番号|店番|メールアドレス|e-?mail/;

const DECORATION =
  /必須|任意|半角|全角|英?数字?|英字|記号|\d+[〜~-]?\d*(桁|文字)(以[内上下])?|required|optional|numeric|\d*[- ]?digits?|ご?入力|(して|を)?(ください|下さい)|please|\benter\b|\binput\b|欄|次の|以下の|\b(your|the|an?)\b|help|ヘルプ|[のをにでは]|[^\p{L}\p{N}§]/gu;
const GENERIC = /^(パス(ワード|コード)|pass(word|code)?|pw)$/;
const BARE =
  /^((本人|[二2]段階|[二2]要素|多要素|追加)?(認証|確認)(コード|番号|キー)|コード|(verification|authentication|security|confirmation|auth|login|2fa|mfa)?code)$/;
/** What may follow the name of the code in a label of the field itself. */
const TAIL = /^((認証)?(番号|コード|値)|認証|code)?$/;
const TYPE_IT = /^(\([^)]*\))?(を|欄に)?ご?入力(?!して?も|され|が|画面)/;

/** `code`: of a token; `mixed`: of a token or another channel; `bare`: some code; `generic`: some password; `none`: says nothing. */
export type Meaning = 'none' | 'generic' | 'bare' | 'code' | 'mixed' | 'serial' | 'veto' | 'other';

/** One form for all the ways a label can be written: width, case, spaces, a hyphen for the long vowel sign. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/(?<=[ァ-ヶ])[‐-―−-]/g, 'ー')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^ -~]) | (?=[^ -~])/g, '')
    .trim()
    .replace(ONE_TIME, CODE);
}

const bare = (text: string): string => text.replace(DECORATION, '');

function judge(piece: string): Meaning {
  const core = bare(piece);
  if (!core) return 'none';
  const displayed = DISPLAYED.test(piece);
  if (OTHER_SECRET.test(piece) || VETO.test(piece) || TRANSACTION.test(piece)) return 'veto';
  if (CARD_CODE.test(piece) && !displayed && !piece.includes(CODE)) return 'veto';
  const named = piece.lastIndexOf(CODE);
  if (CHANNEL.test(piece)) return SOURCE.test(piece) && (displayed || named >= 0) ? 'mixed' : 'veto';
  if (SERIAL.test(piece)) return 'serial';
  if (named >= 0) {
    const after = piece.slice(named + 1);
    const tail = bare(after.replace(/\([^)]*\)|「[^」]*」|【[^】]*】|\[[^\]]*\]/g, ''));
    return TAIL.test(tail) || TYPE_IT.test(after) || DISPLAYED.test(CODE_NAME + after) ? 'code' : 'other';
  }
  if (displayed) return 'code';
  if (GENERIC.test(core)) return 'generic';
  return BARE.test(core.replaceAll(' ', '')) ? 'bare' : 'other';
}
/** So that 「§ shown on your token」 reads as a displayed code. */
const CODE_NAME = 'password';

const SENTENCE = /(ください|下さい|ます|です|ました|ません)$|[.!?]$/;
const DENYING_BRACKET = /\([^)]*(ではありません|ではなく|異なり|異なる)[^)]*\)/g;

/** The meaning of a label or row text: its first telling piece decides; a whole sentence that tells nothing is passed over. */
export function meaning(text: string): Meaning {
  let found: Meaning = 'none';
  for (const piece of normalise(text).replace(DENYING_BRACKET, '').split(/[。※]|(?<=[.!?]) /)) {
    const one = judge(piece);
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
  /利用開始|利用登録|申請|申込|交換|中止|解除|発行|停止|とは|案内|について|よくある|管理|設定|表示名|faq|help|settings|about|manage/;

/** What a heading says of the unlabelled fields under it: `code`, `veto` (another secret) or nothing. */
export function headingMeaning(text: string): 'code' | 'veto' | 'none' {
  const plain = normalise(text);
  if (OTHER_SECRET.test(plain) || TRANSACTION.test(plain)) return 'veto';
  if (plain.includes(CODE) && (!SERVICE.test(plain) || /§(\([^)]*\))?(の|を)(ご)?入力|enter/.test(plain))) return 'code';
  return DISPLAYED.test(plain) || /(トークン|認証アプリ)(による|で|の)?(認証|の?入力)/.test(plain) ? 'code' : 'none';
}

/** How far sentences around a field say that its code was sent: `delivered`, `mixed` (or made by a token), `none`. */
export function channel(text: string, sentencesOnly = false): 'delivered' | 'mixed' | 'none' {
  let found: 'mixed' | 'none' = 'none';
  for (const sentence of normalise(text).split(/。|(?<=[.!?]) /)) {
    if (DENIAL.test(sentence)) continue;
    const resend = RESEND.test(sentence);
    if (!resend && !CODE_WORD.test(sentence)) continue;
    const byChannel = CHANNEL.test(sentence) && !sentencesOnly;
    if (!byChannel && !DELIVERED.test(sentence) && !resend) continue;
    if (!SOURCE.test(sentence)) return 'delivered';
    if (CHANNEL.test(sentence)) found = 'mixed';
  }
  return found;
}

/** A heading like SMS認証 or Check your email. */
export function headsOtherChannel(text: string): boolean {
  const plain = normalise(text);
  return CHANNEL.test(plain) && /認証|確認|§|コード|verif|check|code/.test(plain) && !SOURCE.test(plain);
}

/** 「ワンタイムパスワードの入力」 and not only the name of the service. */
export const asksToType = (text: string): boolean => /入力|認証|\benter\b/.test(normalise(text));
/** The button right after the field says that it searches. */
export const headsSearch = (text: string): boolean => /^(検索|search|go\b|登録|subscribe)/.test(normalise(text));
export const isTransaction = (text: string): boolean => TRANSACTION.test(normalise(text));
export const isIdentity = (text: string): boolean => IDENTITY.test(normalise(text));
export const namesToken = (text: string): boolean => /§|トークン|token/.test(normalise(text));
export const namesTwoSteps = (text: string): boolean =>
  /[二2]段階|[二2]要素|多要素|two-?(factor|step)|2-step|\b[2m]fa\b/.test(normalise(text));
export const namesApp = (text: string): boolean => /認証アプリ|トークン|authenticator|token/.test(normalise(text));
export const isExchange = (text: string): boolean =>
  /交換|切り?替え?|機種変更|exchange|replace/.test(normalise(text));

/** Which of the two tokens of a 交換 a text speaks of. `現在表示されている` is no old token. */
export function oldOrNew(text: string, exchange: boolean): 'old' | 'new' | null {
  const plain = normalise(text);
  if (/(旧|現|現在の|[変交][更換]前の?|これまでの)(§|(ソフト|ハード)?(ウェア)?トークン)|(old|previous) (§|token)/.test(plain)) return 'old';
  if (exchange && /現在(ご)?(利用|使用)中|ご利用中のトークン|current (§|token)/.test(plain)) return 'old';
  return /(新しい|新|[変交][更換]後の?)(§|(ソフト|ハード)?(ウェア)?トークン)|new (§|token)/.test(plain) ? 'new' : null;
}
