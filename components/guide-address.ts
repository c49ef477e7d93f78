/** The guide's own address: which token, and what the customer wants to do with it at the bank. */
import { type Errand, ERRANDS } from '../lib/errand.ts';
import type { TokenLook } from '../lib/messages/looks.ts';

export function guideAddress(tokenId: string, errand: Errand): string {
  return `/guide.html?token=${encodeURIComponent(tokenId)}&errand=${errand}`;
}

export interface GuideWanted {
  tokenId: string | null;
  errand: Errand;
}

/** `search` of the page's address. Without an errand that is known: the beginning. */
export function guideWantedFrom(search: string): GuideWanted {
  const asked = new URLSearchParams(search);
  return { tokenId: asked.get('token'), errand: ERRANDS.find((one) => one === asked.get('errand')) ?? 'start' };
}

/** 交換 and 利用中止 are a shinkin's, 利用解除 is a credit union's: an address may say either, the bank knows one. */
export function errandOf(kind: TokenLook['kind'], errand: Errand): Errand {
  if (errand === 'start') return 'start';
  if (kind === 'credit-union') return 'release';
  return errand === 'release' ? 'stop' : errand;
}
