/** Where a handshake takes what it does not make itself. */
export interface Origins {
  /** Epoch milliseconds of this PC. */
  now: number;
  /** Fresh random bytes. */
  random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Who we are, for the issuer's log. */
  app: string;
  version: string;
}
