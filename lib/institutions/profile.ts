/** What the extension must know of an institution to enrol at it and fill its pages. */

export interface IssuerKey {
  /** Named in M1, so that the issuer can rotate. */
  keyId: string;
  /** X25519 public key, base64url, 32 bytes. */
  publicKey: string;
}

export interface Institution {
  code: string;
  name: string;
  /** Full-width katakana. */
  kana: string;
  kind: 'shinkin' | 'credit-union';
}

export interface InstitutionProfile extends Institution {
  /** Exact origin of the bank's pages. */
  bankOrigin: string;
  loginAddress: string;
  issuerOrigin: string;
  /** Two slots, for rotation. */
  issuerKeys: IssuerKey[];
  serialPattern: RegExp;
  digits: number;
  /** Seconds. */
  period: number;
  /** How long a token may wait for 利用開始, milliseconds. */
  startWithin: number;
  /** How long a token lives after its issue, milliseconds; null where the institution states no end. */
  lifetime: number | null;
  telephone: string;
  hours: string;
  /** What the customer must have at hand, in the manual's words. */
  needs: string[];
  /** Named by the organisation that manages this browser (lib/managed.ts), not by this build. */
  fromPolicy: boolean;
}
