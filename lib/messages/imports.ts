/** Imported (standard) tokens: what is found in a text, and what our own pages ask about it. */
import type { Algorithm } from '../token.ts';
import type { EntryProblem, SourceProblem } from '../transfer/problems.ts';
import type { SlotKey } from './ways.ts';
import type { Stretching } from '../stretching.ts';

type Nothing = Record<string, never>;

/** One token of an import, before anything is kept. */
export interface FoundLook {
  /** Names it in `importTokens`. */
  index: number;
  issuer: string;
  account: string;
  /** Null when it can't be read; `problem` says why. */
  token: { counts: boolean; algorithm: Algorithm; digits: number; period: number } | null;
  /** `kept`: in the vault already; `removed`: deleted, but to be brought back for a while; `twice`: named before in this import. */
  state: 'new' | 'kept' | 'removed' | 'twice' | 'unreadable';
  problem: EntryProblem | null;
}

/** One text (a file's, a code's, a typed one) and, for a sealed file, its stretched passphrase. */
export interface ImportSource {
  text: string;
  stretched: string | null;
}

export interface ImportLook {
  found: FoundLook[];
  /** By the order of the sources: what each was. `missing`: parts of a migration in several codes that are not here yet. */
  sources: (
    | { kind: 'read'; count: number }
    | { kind: 'sealed'; stretching: Stretching }
    | { kind: 'problem'; problem: SourceProblem }
  )[];
  missing: number;
}

/** Asked by our own pages. */
export interface ImportRequests {
  /** Of an imported token. */
  editLocal: { ask: { tokenId: string; issuer: string; account: string }; answer: Nothing };
  /**
   * The one site that an imported token may be filled in, as typed; null takes it away. Answers with its exact origin.
   * Refuses 'site-garbled', 'site-insecure', 'site-listed', 'token-unusable'. The browser's permission is another matter.
   */
  bindLocal: { ask: { tokenId: string; site: string | null }; answer: { site: string | null } };
  /** HOTP: the next code; its counter is on disk as used before the digits leave. */
  nextCode: { ask: { tokenId: string }; answer: { digits: string; counter: number } };
  readImport: { ask: { sources: ImportSource[] }; answer: ImportLook };
  /** `chosen`: indices of the look that the same sources gave. */
  importTokens: { ask: { sources: ImportSource[]; chosen: number[] }; answer: { added: number } };
  /** Text that the popup found in the visible tab, for the import page that it opens. In memory, for a minute, once. */
  keepFound: { ask: { texts: string[] }; answer: Nothing };
  takeFound: { ask: Nothing; answer: { texts: string[] } };
  /** Refuses 'token-bound' when one of them is an issuer's. `file` is sealed. */
  exportTokens: { ask: { proof: SlotKey; tokenIds: string[]; stretching: Stretching; stretched: string }; answer: { file: string; count: number } };
}
