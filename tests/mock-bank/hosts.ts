/** The names that the bank answers to; browsers resolve `*.localhost` to the loopback by themselves. */
export const HOSTS = {
  platform: 'ib.shinkin.localhost',
  parasol: 'parasol.localhost',
  issuer: 'issuer.localhost',
  mail: 'mail.localhost',
  phishing: 'ib-shinkin.localhost',
} as const;
