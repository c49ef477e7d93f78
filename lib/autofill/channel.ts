/** Whether the code that a page asks for was sent another way: by mail, SMS, telephone or on paper. It is never ours to give then. */
import { CHANNEL, normalise, SOURCE, SPARE } from './words.ts';

const DELIVERED =
  /(送信|送付|通知)(しまし|した|いた|され|して[おい]り?ます|済|中)|お送り|送りま[しす]|(§|コード|(?<!受付|整理)番号)を(?![^。]{0,8}入力)[^。]{0,24}お(知らせ|伝え)(し|いたし|致し)ま[しす]|お(知らせ|伝え)(し|いたし|致し)た(§|\d|番号|コード|認証|確認|数字)|(電話|電話番号|スマートフォン|メールアドレス)(あて|宛て?)?[にへ][^。]{0,20}(送信|送付|通知|発行)します|(issued|delivered|provided|pushed|messaged)\b[^.。]{0,40}(mobile|phone|handset|e-?mail|inbox|text|@|\*\*|••)|in the (text|message) (we|you)\b|配信|届[いきかくけ]|受信|\bsent\b|\bwe( will|'ll)? (send|text|e-?mail)\b(?! you (push|notif))|texted|e-?mailed|receive (it|the|a|your) code|\breceived\b|^(send|get|request|generate)\b.{0,12}(§|code\b)|(§|(認証|確認)コード|^コード)を?(取得|発行|送信)(する)?$|(§|コード)(コード)?の(要求|リクエスト)$/;
/** With the name of a channel enough, even if no code is spoken of. */
const SENT = /(送信|お送り)しました|\bsent\b|texted/;
const RESEND = /再送|もう一度(メール|sms|コード|番号|§)を?(お?送|受)|届(かない|きません)|\bre-?sen[dt]\b|^(please )?send (it |code |the code )?again\b|didn'?t (get|receive)/;
const CODE_WORD = /§|届いたもの|(記載|書か)(の|(さ?れ)(た|ている))(\d桁の)?(数字|番号)|([しいれ]た|される)番号|(認証|確認|暗証)(番号|コード)|コード|キー|\d+桁|\b(code|digits)\b|passcode|\bpin\b/;
/** An app that is only told of a code makes none. */
const PUSHED = /アプリ(あて|宛て?)?[にへ][^。]{0,10}(プッシュ|通知|送|届|配信)|プッシュ[^。]{0,10}アプリ/g;
/** What some pages call a token is the code itself. */
const SENT_TOKEN = /\btokens?\b(?=[^.。]{0,20}\bsent\b)|(?<=\bsent\b[^.。]{0,20})\btokens?\b/g;
/** A device or a thing that is none of ours shows the code. */
const ELSEWHERE =
  /(認証|ログイン)済みの?(デバイス|端末)[でに](発行|表示|生成)された|(atm|テレビ|店頭|フロント|ロッカー)(の?(画面|端末|アプリ))*[にで](表示|印字)[^。]{0,12}(§|コード|番号|数字|\d桁)|(用紙|書面|明細書?|通知書)に(記載|印字|印刷)(の|された|されている)(§|(認証|確認)コード)|(パッケージ|賞品|商品)(の[^。]{0,6})?に(記載|印字|印刷)|(§|\b(code|digits|number|shown|displayed)\b)[^.。]{0,40} (on|from|in) ((your|the|an?) )?(tv|television|atm|kiosk|packag(e|ing)|voucher)\b/;
/** Tells to look into the mails, or heads a page that checks an address. */
const CHECK = /^(ご登録の)?メールをご?確認|(verify|confirm|check) your (e-?mail|phone|mobile|inbox|messages)/;
/** Another way, to be chosen: says nothing of this field. */
const OTHER_WAY = /^§ ?(sms|メール|e-?mail|電話|音声|phone)$|(方式|認証|§)を?(ご?利用|お使い|ご?希望)(される|の)(方|かた|お客[様さ]ま?)は?(こちら)?$/;
/** Warnings against phishing talk of mails and codes without sending any. */
const DENIAL =
  /(メール|sms|電話)では(届き|送られ|お送りし)ません|手口|被害|名乗|[をと]かた[るりっ]|騙|だまし|聞き出|偽(の|メール|サイト|画面|sms)|(聞き|尋ね|たずね|伺い|求め|(お?願い|お尋ね|お聞き)し)(いたし|てい|ており)?ません|装[うっ]|とは異な|ではありません|ではなく|不審|詐欺|フィッシング|(こと|一切|絶対|決して)[^。]{0,12}(ありません|ございません|ない)|(通知|送信|配信|送付|§|サービス|認証)[^。]{0,6}[はを][^。]{0,6}(終了|廃止|取り?やめ)(いた|し|と|さ)|will never|never ask|\b(sms|text messages?|e-?mail|phone|voice)[^.]{0,30} no longer (available|supported|sent)|no longer (be )?(sen[dt]|text|e-?mail)/;

/** Care to be taken; of a code that was sent it also says that it was. */
const CAUTION = /入力しないで|盗[みむま]/;
const SENT_CODE = /(お送り|送信|送付|通知|お届け|お知らせ)(いたし|致し|し|され)(まし)?た[^。]{0,6}(§|コード|番号)|届いた(§|認証|確認|コード|番号)/;

/** Says how to reach the bank, what it tells afterwards, or how the token came: no code is sent. */
const ASIDE = new RegExp(
  [
    '(電話|メール|fax|フリーダイヤル)[^。、§]{0,12}(問い?合わ?せ|連絡(ください|下さい|先|願)|申し?出|相談|手続)(?![^。、]{0,20}(§|コード|番号))',
    '(受付|完了|結果)(の|お?知らせ|通知|確認){0,3}e?メール[がをは][^。、]{0,14}(送|届|配信|受信)',
    '(郵送|お送り|お届け|送付)(で|により)?(お届け|お送り)?(した|しました|された|する)?(?=((ハード|ソフト)(ウェア)?)?トークン)',
  ].join('|'),
  'g',
);

/** How far sentences around a field say that its code was sent: `delivered`, `mixed` (or made by a token), `none`. */
export function channel(text: string, sentencesOnly = false): 'delivered' | 'mixed' | 'none' {
  let found: 'mixed' | 'none' = 'none';
  for (const whole of normalise(text).split(/[。|▶►▷]|(?<=[.!?])(?<!\b(?:etc|e\.g|i\.e)\.) /)) {
    if (OTHER_WAY.test(whole.trim()) || DENIAL.test(whole) || (CAUTION.test(whole) && !SENT_CODE.test(whole))) continue;
    const sentence = whole.replace(ASIDE, '').replace(SPARE, '');
    if (ELSEWHERE.test(sentence)) return 'delivered';
    const made = SOURCE.test(sentence.replace(PUSHED, '').replace(SENT_TOKEN, ''));
    const resend = RESEND.test(sentence);
    const told = !sentencesOnly && (CHECK.test(sentence) || (SENT.test(sentence) && CHANNEL.test(sentence)));
    if (!resend && !told && !CODE_WORD.test(sentence)) continue;
    const byChannel = told || (CHANNEL.test(sentence) && !sentencesOnly);
    if (!byChannel && !DELIVERED.test(sentence) && !resend) continue;
    if (!made) return 'delivered';
    if (CHANNEL.test(sentence)) found = 'mixed';
  }
  return found;
}

/** A heading like SMS認証 or Check your email. */
export function headsOtherChannel(text: string): boolean {
  const plain = normalise(text);
  if (CHECK.test(plain) || /^(メールアドレス|電話番号)の?(確認|認証)|^(sms|e?メール|e-?mail|電話|音声|ショートメッセージ|text message|phone|voice( call)?)$/.test(plain)) return true;
  return CHANNEL.test(plain) && /認証|(本人|メール|sms|電話|メッセージ|番号|コード|受信)(の|を|による|での?)?ご?確認|確認メール|§|コード|verif|check|code|\bsent\b|送信しました/.test(plain) && !SOURCE.test(plain);
}
