/** What the customer typed from the bank's notice: サービスID, ユーザーID, 利用開始パスワード. */
import { Refusal } from '../refusal.ts';

export interface Activation {
  serviceId: string;
  userId: string;
  /** 4–8 ASCII digits. A string in the language of the machine: it can't be wiped, only let go. */
  password: string;
}

/** Full-width letters and digits, spaces, hyphens of any kind and marks that nobody sees: people copy from mails and paper. */
function plain(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}\u2212ー]/gu, '');
}

const ID = /^[A-Z0-9]{4,32}$/;

/** Refuses 'service-id-garbled', 'user-id-garbled', 'activation-password-garbled'. */
export function readActivation(typed: Activation): Activation {
  const serviceId = plain(typed.serviceId).toUpperCase();
  const userId = plain(typed.userId).toUpperCase();
  const password = plain(typed.password);
  if (!ID.test(serviceId)) throw new Refusal('service-id-garbled');
  if (!ID.test(userId)) throw new Refusal('user-id-garbled');
  if (!/^[0-9]{4,8}$/.test(password)) throw new Refusal('activation-password-garbled');
  return { serviceId, userId, password };
}
