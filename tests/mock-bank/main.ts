/** `npm run bank`: the mock bank alone, with its state in `.bank/`. */
import { HOSTS } from './app.ts';
import { DEMO_CUSTOMERS } from './demo-customers.ts';
import { startBank, type MockBank } from './start.ts';

const DEFAULT_PORT = 8790;

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`KAGIFUDA_BANK_PORT must be a port number, not "${text}"`);
  return port;
}

function greet(bank: MockBank): string {
  const login = (code: string): string =>
    bank.address(HOSTS.platform, `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(Buffer.from(code).toString('base64'))}`);
  const customers = DEMO_CUSTOMERS.map(({ institution, contract, firstPassword, digits, name }) =>
    `  ${institution}  ${contract}  first password ${firstPassword}  card ${digits}  ${name}`);
  return [
    'The mock bank is open. Everything here is a mock; no real bank is involved.',
    `  demo page     ${bank.address('localhost', '/')}`,
    `  あぶくま 1188   ${login('1188')}`,
    `  北伊勢上野 1581 ${login('1581')}`,
    `  phishing copy ${bank.address(HOSTS.phishing, '/')}`,
    `  issuer        ${bank.address(HOSTS.issuer, '/healthz')}`,
    'Customers:',
    ...customers,
    'Ctrl+C closes it; its state stays in .bank/.',
    '',
  ].join('\n');
}

function sentenceFor(error: unknown, port: string): string {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (taken) return `Port ${port} is taken: close the other program or set KAGIFUDA_BANK_PORT to another port.`;
  return `The mock bank could not start: ${error instanceof Error ? error.message : String(error)}`;
}

async function run(): Promise<void> {
  const { KAGIFUDA_BANK_PORT, KAGIFUDA_ISSUER_SEAL_KEY } = process.env;
  const bank = await startBank({ port: portFrom(KAGIFUDA_BANK_PORT), folder: '.bank', sealKey: KAGIFUDA_ISSUER_SEAL_KEY });
  process.stdout.write(greet(bank));
  if (!KAGIFUDA_ISSUER_SEAL_KEY)
    process.stderr.write('KAGIFUDA_ISSUER_SEAL_KEY is not set: seeds are sealed under the published development key.\n');
  const close = (): void => void bank.close().then(() => process.exit(0));
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

run().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error, process.env['KAGIFUDA_BANK_PORT'] ?? String(DEFAULT_PORT))}\n`);
  process.exit(1);
});
