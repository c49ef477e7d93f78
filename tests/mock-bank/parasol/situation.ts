/** 登録状況: how far a customer has come with the one-time password, and what may be done about it now. */
import { INQUIRY_ONLY } from './sentences.ts';
import { activationOf, type ActivationRow } from '../activations.ts';
import { businessDay } from '../business-day.ts';
import type { CustomerRow } from '../customers.ts';
import type { Tables } from '../store.ts';
import { stateNow, tokenOf, type TokenState } from '../tokens.ts';

export type Status =
  | 'none'
  /** Issued; no app has taken it up. */
  | 'issued'
  /** Taken up by an app; 利用開始 is next. */
  | 'ready'
  | 'locked'
  | 'expired'
  | 'in-use'
  | 'suspended'
  | 'lost'
  | 'released';

export interface Situation {
  status: Status;
  /** The issue that the customer is to take up or uses. */
  activation: ActivationRow | null;
  /** The token to be started or in use. */
  serial: string | null;
}

export const STATUS_NAMES: Record<Status, string> = {
  none: '未発行',
  issued: 'トークン発行済',
  ready: 'トークン発行済',
  locked: 'トークン発行済（ロック中）',
  expired: '未発行（有効期限切れ）',
  'in-use': 'ご利用中',
  suspended: 'ご利用停止中',
  lost: '失効',
  released: 'ご利用解除済',
};

const IN_USE: Partial<Record<TokenState, Status>> = { ACTIVE: 'in-use', SUSPENDED: 'suspended' };
/** Of a token that was made and is in nobody's use: the desk may have ended it. */
const TAKEN: Record<TokenState, Status> = {
  UNBOUND: 'ready', EXPIRED: 'expired', SUSPENDED: 'locked', REVOKED: 'lost', STOPPED: 'released', REPLACED: 'none', ACTIVE: 'none',
};
const ENDED: Partial<Record<TokenState, Status>> = { REVOKED: 'lost', STOPPED: 'released' };
const SHOWN: readonly Status[] = ['issued', 'ready', 'locked', 'in-use', 'suspended'];

async function statusOf(tables: Tables, customer: CustomerRow, activation: ActivationRow | undefined, now: number): Promise<Status> {
  const serial = customer.serial ?? activation?.serial ?? null;
  const token = serial === null ? undefined : await tokenOf(tables, serial);
  if (customer.serial !== null) return (token && IN_USE[stateNow(token, now)]) ?? 'lost';
  if (!activation) return 'none';
  if (activation.state === 'ENDED') return (token && ENDED[token.state]) ?? 'none';
  if (activation.state === 'TAKEN') return token ? TAKEN[stateNow(token, now)] : 'none';
  if (activation.state === 'LOCKED') return 'locked';
  return activation.expires_at <= now ? 'expired' : 'issued';
}

export async function situationOf(tables: Tables, customer: CustomerRow, now: number): Promise<Situation> {
  const activation = await activationOf(tables, customer);
  const status = await statusOf(tables, customer, activation, now);
  const live = activation && SHOWN.includes(status) ? activation : null;
  return { status, activation: live, serial: customer.serial ?? live?.serial ?? null };
}

const STOPPED = 'ワンタイムパスワードのご利用が停止されています。お取引店へご連絡ください。';

/** Why there is no トークン発行 now; null when there is. 「翌日以降に、新たに「トークン発行」…」 */
export async function objectionToIssue(tables: Tables, customer: CustomerRow, now: number): Promise<string | null> {
  if (customer.inquiry_only) return INQUIRY_ONLY;
  if (customer.serial !== null) {
    const { status } = await situationOf(tables, customer, now);
    return status === 'in-use' ? 'ワンタイムパスワードは既にご利用中です。新たに「トークン発行」を行う場合は、先に「ワンタイムパスワード利用解除」を行ってください。' : STOPPED;
  }
  if (customer.released_on !== null && (await businessDay(tables, now)) <= customer.released_on)
    return 'ワンタイムパスワード利用解除を行った当日は、トークン発行をお申込みいただけません。翌日以降にお手続きください。';
  return null;
}

const AGAINST_START: Partial<Record<Status, string>> = {
  none: 'トークンが発行されていません。先に「トークン発行」を行ってください。',
  released: 'トークンが発行されていません。先に「トークン発行」を行ってください。',
  lost: 'このトークンは失効しています。新たに「トークン発行」を行ってください。',
  issued: 'ワンタイムパスワードアプリの初期設定がお済みではありません。トークン情報のサービスIDとユーザIDをアプリに入力してください。',
  locked: '利用開始パスワードまたはワンタイムパスワードの誤りが続いたため、トークンをロックしました。もう一度「トークン発行」を行ってください。',
  expired: 'トークンの有効期限が過ぎています。もう一度「トークン発行」を行ってください。',
  'in-use': 'ワンタイムパスワードは既にご利用中です。',
  suspended: STOPPED,
};

/** Why there is no ワンタイムパスワード利用開始 now; null when there is. */
export function objectionToStart({ status }: Situation, { inquiry_only: inquiryOnly }: CustomerRow): string | null {
  return inquiryOnly ? INQUIRY_ONLY : (AGAINST_START[status] ?? null);
}

/** Why there is no ワンタイムパスワード利用解除 now. A lock or a loss report is the desk's to lift, not this button's. */
export function objectionToRelease({ status }: Situation): string | null {
  if (status === 'in-use') return null;
  return status === 'suspended' ? STOPPED : 'ワンタイムパスワードはご利用されていません。';
}
