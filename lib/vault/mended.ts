/** What was put right with the two copies: kept in clear beside them, newest first, until the customer has read it and longer. */
import type { Mended } from '../messages/ways.ts';
import { flag, integer, list, oneOf, record } from '../parse.ts';
import type { Area } from './means.ts';

const KEY = 'vaultMended';
const MOST = 20;

interface Notes {
  /** Those at that time or before were read. */
  seenAt: number;
  mended: Mended[];
}

const readNotes = record<Notes>({
  seenAt: integer(0),
  mended: list(
    record<Mended>({
      at: integer(0),
      what: oneOf('primary', 'copy'),
      why: oneOf('damaged', 'missing', 'older'),
      spent: flag,
    }),
    MOST,
  ),
});

async function find(local: Area): Promise<Notes> {
  try {
    return readNotes((await local.get(KEY))[KEY], 'mended');
  } catch {
    // None yet, or damaged themselves: what they told of is over.
    return { seenAt: 0, mended: [] };
  }
}

export async function listMended(local: Area): Promise<Mended[]> {
  return (await find(local)).mended;
}

/** A copy that was one write behind is what a crash leaves: put right in silence, listed for the curious. */
const isNews = ({ what, why }: Mended): boolean => what === 'primary' || why !== 'older';

export async function unseenMended(local: Area): Promise<Mended | null> {
  const { seenAt, mended } = await find(local);
  const unseen = mended.filter((one) => one.at > seenAt && isNews(one));
  // What became of the tokens themselves is told before what became of their copy.
  return unseen.find(({ what }) => what === 'primary') ?? unseen[0] ?? null;
}

export async function noteMended(local: Area, one: Mended): Promise<void> {
  const { seenAt, mended } = await find(local);
  // A clock that was set back must not hide the news.
  await local.set({ [KEY]: { seenAt: Math.min(seenAt, one.at - 1), mended: [one, ...mended].slice(0, MOST) } });
}

/** What was noted before it was done, and then could not be. */
export async function dropMended(local: Area, one: Mended): Promise<void> {
  const { seenAt, mended } = await find(local);
  await local.set({ [KEY]: { seenAt, mended: mended.filter(({ at, what }) => at !== one.at || what !== one.what) } });
}

export async function seeMended(local: Area): Promise<void> {
  const { mended } = await find(local);
  await local.set({ [KEY]: { seenAt: Math.max(0, ...mended.map(({ at }) => at)), mended } });
}
