/** What a person who opens the bank is told: where everything is, who the customers are, what is on their cards. */
import { loginAddress, type Address } from './demo/ways.ts';
import { DEMO_CUSTOMERS } from './demo-customers.ts';
import { HOSTS } from './hosts.ts';
import { expectInstitution, INSTITUTIONS } from './institutions.ts';

function papers({ institution, contract, firstPassword, digits, name }: (typeof DEMO_CUSTOMERS)[number]): string {
  const { platform, secondSecret } = expectInstitution(institution);
  const password = platform === 'shinkin' ? 'first password' : 'password      ';
  return `  ${institution}  ${contract.padEnd(10)}  ${password} ${firstPassword}  ${secondSecret.name} ${digits.padEnd(16)}  ${name}`;
}

/** Lines for a terminal. Everything in them is invented, or published in the repository. */
export const greeting = (address: Address): string[] => [
  `  demo page     ${address('localhost', '/')}`,
  ...INSTITUTIONS.map((institution) => `  ${institution.code} ${institution.name}  ${loginAddress(address, institution)}`),
  `  mailbox       ${address(HOSTS.mail, '/')}`,
  `  tokens, phone ${address(HOSTS.mail, '/tokens')}  ${address(HOSTS.mail, '/phone')}`,
  `  desk          ${address(HOSTS.mail, '/desk')}`,
  `  form variants ${address(HOSTS.platform, '/variants/')}`,
  `  phishing copy ${address(HOSTS.phishing, '/')}`,
  `  issuer        ${address(HOSTS.issuer, '/healthz')}`,
  'Customers:',
  ...DEMO_CUSTOMERS.map(papers),
];
