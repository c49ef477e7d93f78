/** The mock bank in a process of its own, on a folder: for tests that kill it. Asked and answering by IPC. */
import { startBank } from '../../mock-bank/start.ts';

const [port = '', folder = ''] = process.argv.slice(2);
const bank = await startBank({ port: Number(port), folder, quiet: true, provisionLimit: 100_000 });

process.on('message', (password: string) => {
  const answer = async (): Promise<void> => {
    const customer = await bank.newCustomer({ institution: '2143', password: 'kagi2026fuda' });
    process.send?.(await bank.issue(customer, password));
  };
  void answer();
});
process.once('SIGTERM', () => void bank.close().then(() => process.exit(0)));
process.send?.('open');
