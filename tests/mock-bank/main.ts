/** `npm run bank`: the mock bank alone. Its state is in `.bank/`, or in the PostgreSQL of DATABASE_URL. */
import { greeting } from './greeting.ts';
import type { LogLine } from './log.ts';
import { startBank, type MockBank } from './start.ts';

const DEFAULT_PORT = 8790;
const FOLDER = '.bank';

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`KAGIFUDA_BANK_PORT must be a port number, not "${text}"`);
  return port;
}

/** Forms per address and minute; a load test comes from one address. */
function limitFrom(text: string | undefined): { formLimit?: number } {
  if (text === undefined || text === '') return {};
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`KAGIFUDA_BANK_FORM_LIMIT must be a number, not "${text}"`);
  return { formLimit: Number(text) };
}

const greet = (bank: MockBank, state: string): string => [
  'The mock bank is open. Everything here is a mock; no real bank is involved.',
  ...greeting((host, path) => bank.address(host, path)),
  `Ctrl+C closes it; its state stays in ${state}. The log follows, one JSON object per line.`,
  '',
].join('\n');

function sentenceFor(error: unknown, port: string): string {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (taken) return `Port ${port} is taken: close the other program or set KAGIFUDA_BANK_PORT to another port.`;
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `The mock bank could not start: ${error instanceof Error ? error.message : String(error)}${cause}`;
}

const log = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function run(): Promise<void> {
  const { KAGIFUDA_BANK_PORT, KAGIFUDA_BANK_FORM_LIMIT, KAGIFUDA_ISSUER_SEAL_KEY, KAGIFUDA_ISSUER_ORIGIN, DATABASE_URL } = process.env;
  const databaseUrl = DATABASE_URL === '' ? undefined : DATABASE_URL;
  const bank = await startBank({
    port: portFrom(KAGIFUDA_BANK_PORT), databaseUrl, sealKey: KAGIFUDA_ISSUER_SEAL_KEY, quiet: true, log,
    ...limitFrom(KAGIFUDA_BANK_FORM_LIMIT),
    ...(databaseUrl === undefined ? { folder: FOLDER } : {}),
    // Several processes are one issuer to their clients: all must be told the same origin.
    ...(KAGIFUDA_ISSUER_ORIGIN ? { issuerOrigin: KAGIFUDA_ISSUER_ORIGIN } : {}),
  });
  const close = (): void => void bank.close().then(() => process.exit(0));
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  if (!KAGIFUDA_ISSUER_SEAL_KEY)
    process.stderr.write('\n*** WARNING: KAGIFUDA_ISSUER_SEAL_KEY is not set. ***\n*** Seeds are sealed under the published development key: whoever has the database has every seed. ***\n\n');
  process.stdout.write(greet(bank, databaseUrl === undefined ? `${FOLDER}/` : 'the database of DATABASE_URL'));
}

run().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error, process.env['KAGIFUDA_BANK_PORT'] ?? String(DEFAULT_PORT))}\n`);
  process.exit(1);
});
