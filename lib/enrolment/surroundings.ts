/** What the drive of an enrolment is given from outside. */
import type { InstitutionProfile } from '../institutions/profile.ts';
import type { Token } from '../token.ts';
import type { Vault } from '../vault/vault.ts';
import type { Post } from './issuer.ts';

export interface Surroundings {
  vault: Vault;
  post: Post;
  profileOf: (code: string) => InstitutionProfile | undefined;
  /** Epoch milliseconds of this PC. */
  now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  monotonic: () => number;
  /** The issuer has told this token's state and its clock. `began`: when it was asked, by `monotonic`; a clock set after that was set since. */
  asked?: (tokenId: string, began: number) => void;
  /** It was not when the issuer was asked before: others of its institution may have ended with that (交換). */
  started?: (token: Token) => void;
  random: (length: number) => Uint8Array<ArrayBuffer>;
  version: string;
}
