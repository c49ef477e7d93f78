/** What a text around a field names, asks for or says, a question each; what it means as a label is told by `words.ts`. */
import { normalise, PERSON } from './words.ts';

/** What another device shows that asks for this sign-in: no token makes it. */
const OTHER_DEVICE = /\b(device|user) code\b|yubi ?key (§|code)|デバイスコード|ユーザーコード|装置コード/;
const IDENTITY = new RegExp(
  `${PERSON}|(ログ[イオ]ン|ユーザー?|user|login|member|customer) ?(id|名|name|コード)|^id$|e-?mail|携帯番号|\\bphone\\b|mobile`,
);

/** Not 「QRコードの画像を認証アプリで読み取り」, which asks for a code of the app. */
export const asksPicture = (text: string): boolean => /画像([内中の]+|に[^。]{0,6})(文字|英?数字|番号)|captcha|characters you see|(characters|digits|numbers|letters|text|(?<!qr |bar|scan (the|this) )code) (shown |displayed )?(in|on) the (image|picture)/.test(normalise(text));
/** 「Confirm with your card token」, and not 「How much?」 */
export const namesProof = (heading: string): boolean => /confirm|verif|authenti|secur|sign.?in|log.?in|認証|本人|確定/.test(normalise(heading));
/** A name of the app or the token at the end of a label: of a device in a list, too. */
export const endsInMaker = (label: string): boolean => /(authenticator|認証アプリ)$|^(initial|current) token$/.test(normalise(label));
/** Of an unknown label: it speaks of a code at least. */
export const namesCode = (text: string): boolean => /§|認証|コード|キー|\d桁|code|digits?\b|token|authentic|verif/.test(normalise(text));
/** 「ワンタイムパスワードの入力」 and not only the name of the service. */
export const asksToType = (text: string): boolean => /入力|認証|\benter\b/.test(normalise(text));
/** A link that is a whole sentence of this kind is more than a menu's. */
export const saysToType = (text: string): boolean => /入力|\benter\b/.test(normalise(text));
/** What one presses to see, fetch or change something: no label. */
export const namesAction = (text: string): boolean => /qr|コピー|表示|見る|こちら|とは|ヘルプ|詳細|更新|変更|忘れ|[?？]|\b(copy|show|view|see|help|details?|what|why|change|edit|forgot|scan)\b/.test(normalise(text));
/** The button right after the field says that it searches. */
export const headsSearch = (text: string): boolean => /^(検索|search|go\b|登録|subscribe)/.test(normalise(text));
/** The button right after the field copies what is in it. */
export const headsCopy = (text: string): boolean => /^[^。]{0,10}コピー|^copy\b/.test(normalise(text));
/** Whatever a field is called that only finds pages. */
export const isSearch = (text: string): boolean => /^(検索|search\b)/.test(normalise(text));
/** A page that links accounts held elsewhere asks for the codes of others. */
export const linksOthers = (heading: string): boolean => /他の?(金融機関|行|社)[^。]{0,12}(連携|登録|追加)/.test(normalise(heading));
export const isOfNamedBank = (label: string): boolean => /(銀行|金庫|組合|証券|カード|会社)の§/.test(normalise(label));
export const isOfOtherDevice = (text: string): boolean => OTHER_DEVICE.test(normalise(text));
export const isIdentity = (text: string): boolean => IDENTITY.test(normalise(text));
export const namesToken = (text: string): boolean => /§|トークン|token/.test(normalise(text));
/** 「認証アプリに表示中の6桁」: more than the name of a way in, which pages keep for the others, too. */
export const saysShownByApp = (text: string): boolean => /(アプリ|トークン|生成[機器])[^。]{0,12}表示|(shown|displayed|generated)[^.]{0,30}authenticator/.test(normalise(text));
/** 「ワンタイムパスワードで認証」: the button of another way in. */
export const headsOtherWay = (text: string): boolean => /で(認証|ログ[イオ]ン)(する|へ)?$/.test(normalise(text));
/** An app that many banks take, whose code it calls セキュリティコード beside its クレデンシャルID. */
export const namesVip = (text: string): boolean => /\bvip ?access\b|クレデンシャルid/.test(normalise(text));
/** The standard by its name: whatever else is offered, the field is for a code that is made here. */
export const namesStandard = (text: string): boolean => /\btotp\b/i.test(text);
/** By its label a field for what an app makes, among those for what was sent. */
export const namesAuthenticator = (text: string): boolean => /認証アプリ|authenticator|google ?((認証|確認)コード|verification code)/.test(normalise(text));
/** 「セキュリティコード」 and nothing else: of a card, if the page doesn't say that an app shows it. */
export const isCardCode = (text: string): boolean => /^。*セキュリティ(コード|番号)(?=$|[。(])/.test(normalise(text)) && !/カード|裏面|cv[vc]/.test(normalise(text));
/** 「STEP3 表示された6桁の数字を入力」, and nobody is named who shows it: no picture, message or card. */
export const asksForShown = (heading: string): boolean => /^((手順|ステップ|step) ?)?\d*[.:、]? ?表示され[^。]{0,8}(\d桁|数字|番号|コード)[^。]{0,10}入力/.test(normalise(heading));
/** 「液晶に表示されている6桁の数字」 beside a field that is called after its token. */
export const saysShownDigits = (text: string): boolean => /表示(さ?れ[^。]{0,4}|中の?)(\d桁|数字|番号)/.test(normalise(text));
/** 「「見本トークン」を起動します」 as a step of its own */
export const startsMaker = (text: string): boolean => /(アプリ|トークン|生成[機器])」?[のを]?[^。]{0,4}(起動|開[いきく]|ボタンを押)/.test(normalise(text));
/** 「次の画面で…入力します」, 「…とは異なります」, 「…と同じものは」, "append", "we will then ask": a code is spoken of that this field isn't for. */
const ELSEWHERE =
  /(次|つぎ|別|後|あと)の(画面|ページ|手順|ステップ)|後ほど|次に|その後|続けて|加えて|も(必要|ご?入力)|異な|ではな[くい]|ではありません|と同じ|(使わ|用い)ない|\b((next|following) (screen|page|step)|then|later|afterwards|append|followed by|not|different|same as)\b/;
export const isOfElsewhere = (sentence: string): boolean => ELSEWHERE.test(normalise(sentence));
export const namesTwoSteps = (text: string): boolean =>
  /[二2](段階|要素)|多要素|(two|2)[- ]?(factor|step)|\b[2mt]fa\b/.test(normalise(text));
export const namesApp = (text: string): boolean => /認証アプリ|google ?(認証|[2二]段階認証)システム|トークン|パスワードカード|authenticator|(authentication|factor|mfa|2fa|your) (app(lication)?|device)\b|(the|your|a|security|authentication|digital|software|hardware) token\b/.test(normalise(text));
