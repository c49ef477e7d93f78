/** What was typed on the enrolment page, kept over a lock in the middle and over a step back; a password never. */
interface ActivationDraft {
  serviceId: string;
  userId: string;
  agreed: boolean;
}

export interface Drafts {
  /** By institution code. */
  activations: Map<string, ActivationDraft>;
  /** 変更後の追加文言 by token id. */
  suffixes: Map<string, string>;
  /** What was typed to find the institution: going back leads to the same list. */
  query: string;
}

export function newDrafts(): Drafts {
  return { activations: new Map(), suffixes: new Map(), query: '' };
}
