/** Who is asking: read from the browser's `sender`, never from the message. */

/** The part of `runtime.MessageSender` that the browser fills in. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
}

type Caller =
  | { kind: 'own-page'; windowId: number | null }
  | { kind: 'bank-page'; tabId: number; origin: string; document: string };

export type OwnPage = Extract<Caller, { kind: 'own-page' }>;
export type BankPage = Extract<Caller, { kind: 'bank-page' }>;

function originOf(sender: Sender): string | null {
  // Firefox has had no `origin` for long; the address says the same.
  if (sender.origin !== undefined) return sender.origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : null;
}

/**
 * Our own pages, or the top frame of a tab; null for anything else (another extension, a frame).
 * `own.address` is `runtime.getURL('/')`.
 */
export function callerOf(sender: Sender, own: { id: string; address: string }): Caller | null {
  if (sender.id !== own.id) return null;
  if (sender.url?.startsWith(own.address)) return { kind: 'own-page', windowId: sender.tab?.windowId ?? null };
  const origin = originOf(sender);
  const tabId = sender.tab?.id;
  if (origin === null || tabId === undefined || sender.frameId !== 0) return null;
  return { kind: 'bank-page', tabId, origin, document: sender.documentId ?? '' };
}
