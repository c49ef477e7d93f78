/** The guide's own address: which token, and what the customer wants to do with it at the bank. */
import type { TokenLook } from '../lib/messages/protocol.ts';

export const GUIDES = ['start', 'exchange', 'stop', 'release'] as const;
export type GuideErrand = (typeof GUIDES)[number];

export function guideAddress(tokenId: string, errand: GuideErrand): string {
  return `/guide.html?token=${encodeURIComponent(tokenId)}&errand=${errand}`;
}

export interface GuideWanted {
  tokenId: string | null;
  errand: GuideErrand;
}

/** `search` of the page's address. Without an errand that is known: the beginning. */
export function guideWantedFrom(search: string): GuideWanted {
  const asked = new URLSearchParams(search);
  return { tokenId: asked.get('token'), errand: GUIDES.find((one) => one === asked.get('errand')) ?? 'start' };
}

/** 交換 and 利用中止 are a shinkin's, 利用解除 is a credit union's: an address may say either, the bank knows one. */
export function errandOf(kind: TokenLook['kind'], errand: GuideErrand): GuideErrand {
  if (errand === 'start') return 'start';
  if (kind === 'credit-union') return 'release';
  return errand === 'release' ? 'stop' : errand;
}
