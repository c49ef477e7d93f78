/** The model of model-sk.test.ts and model-cu.test.ts would see a promise broken: each kind of failure that it looks for is made here, and found. */
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import type { Store } from '../../mock-bank/store.ts';
import type { Computer } from './model/computer.ts';
import { newGround } from './model/ground.ts';
import type { Account } from './model/scene.ts';
import { runAll, runsOf, type Story, sweepBrowser, sweepIssuer } from './model/runs.ts';
import { shinkinAccount } from './model/shinkin.ts';
import { unionAccounts } from './model/union.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();

type Ground = Awaited<ReturnType<typeof newGround>>;
type Opens = () => Promise<Account>;

const WELL: Story = { name: 'all goes well', deeds: ['enrol', 'go on'], fate: () => 'delivered' };

async function atShinkin(use: (ground: Ground, open: Opens) => Promise<unknown>, faulty: Parameters<typeof newGround>[1] = {}): Promise<void> {
  const ground = await newGround(abukuma.issuerOrigin, faulty);
  await use(ground, async () => shinkinAccount(ground.issuer, abukuma)).finally(() => ground.issuer.close());
}

async function atUnion(use: (ground: Ground, open: Opens) => Promise<unknown>, faulty: Parameters<typeof newGround>[1] = {}): Promise<void> {
  const ground = await newGround(akagi.issuerOrigin, faulty);
  const open = await unionAccounts(ground.issuer, akagi, () => undefined);
  await use(ground, () => open('4711')).finally(() => ground.issuer.close());
}

/** A database whose transactions are none: what was done before a power cut stays. */
const withoutTransactions = (store: Store): Store => ({ ...store, transaction: (work) => work(store) });

/** A database that says it was done and forgets what matters. */
const without = (statement: RegExp) => (store: Store): Store => ({
  ...store,
  transaction: (work) => store.transaction((tables) => work({
    rows: (sql, values) => (statement.test(sql) ? tables.rows(sql.replace(/WHERE/, 'WHERE false AND'), values) : tables.rows(sql, values)),
  })),
});

/** A disk that says "written" before it is: what is really there is one write behind. */
function hasty({ disk, ...rest }: Computer): Computer {
  let behind = disk.content();
  return {
    ...rest,
    disk: {
      ...disk,
      content: () => behind,
      async write(write) {
        const before = disk.content();
        const written = await disk.write(write);
        if (written) behind = before;
        return written;
      },
    },
  };
}

/** A disk that loses every token at the next write. */
const leaky = ({ disk, ...rest }: Computer): Computer => ({
  ...rest,
  disk: { ...disk, write: (write) => disk.write({ ...write, drops: [...write.drops, ...disk.content().records.filter(({ store }) => store === 'tokens')] }) },
});

describe('the model finds', { timeout: 300_000 }, () => {
  it('an issuer at a shinkin that is cut off between token and reply', async () => {
    await atShinkin((ground, open) => expect(sweepIssuer(ground, open, WELL)).rejects.toThrow(/^I2: SKTS\d+ is good and nobody's/), { storeAround: withoutTransactions });
  });
  it('an issuer at a credit union that is cut off between token and reply', async () => {
    await atUnion((ground, open) => expect(sweepIssuer(ground, open, WELL)).rejects.toThrow(/^I2: AKGS|never settle/), { storeAround: withoutTransactions });
  });
  it('an issuer that leaves the former token good', async () => {
    const takeover: Story = { name: 'taken over', deeds: ['enrol', 'lose the disk', 'enrol'], fate: (path, n) => (path === '/v1/status' && n === 0 ? 'request lost' : 'delivered') };
    await atUnion((ground, open) => expect(sweepIssuer(ground, open, takeover)).rejects.toThrow('the issuer refused a right password'), { storeAround: without(/SET state = 'REVOKED' WHERE serial = \$1 AND state IN/) });
  });
  it('a browser whose PENDING is not on disk when the message leaves', async () => {
    await atShinkin((ground, open) => expect(sweepBrowser(ground, open, WELL, 0)).rejects.toThrow(/^I0: \/v1\/sk\/provision leaves before/), { computerAround: hasty });
  });
  it('a disk that loses a token', async () => {
    await atShinkin((ground, open) => expect(sweepBrowser(ground, open, { ...WELL, deeds: ['enrol', 'enrol'] }, 0)).rejects.toThrow(/^I3/), { computerAround: leaky });
  });
  it('none of it where nothing is wrong', async () => {
    await atShinkin((ground, open) => runAll(ground, runsOf(20), open));
  });
});
