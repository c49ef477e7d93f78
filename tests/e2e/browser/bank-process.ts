/** A bank that can be killed: SIGKILL in the middle of whatever it does, and started again on the same folder and port. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface KillableBank {
  /** A new customer of あかぎ信用組合 and a トークン発行 with this 利用開始パスワード. */
  issue(password: string): Promise<{ serviceId: string; userId: string }>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

const CHILD = fileURLToPath(new URL('bank-child.ts', import.meta.url));

async function open(port: number, folder: string): Promise<ChildProcess> {
  const child = fork(CHILD, [String(port), folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = once(child, 'exit').then(() => {
    throw new Error('the bank did not open');
  });
  await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  return child;
}

export async function startKillableBank(port: number, folder: string): Promise<KillableBank> {
  let child = await open(port, folder);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    async issue(password) {
      const answered = once(child, 'message');
      child.send(password);
      const [ids]: { serviceId: string; userId: string }[] = await answered;
      if (!ids) throw new Error('no answer');
      return ids;
    },
    kill: () => end('SIGKILL'),
    async restart() {
      child = await open(port, folder);
    },
    close: () => end('SIGTERM'),
  };
}
