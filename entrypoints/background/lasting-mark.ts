/**
 * The mark that a vault was made, in a third place. A browser throws away a database or an area whose files are damaged, and tells
 * nobody: where both have gone at once, an empty first run would hide that there were tokens. Nothing else is kept there.
 */
import { MARK } from '../../lib/vault/marker.ts';
import type { Area } from '../../lib/vault/means.ts';

const CACHE = 'kagifuda';
/** A cache wants an address, and in Chromium not one of ours (`Cache.put` of the Service Worker specification). Nobody ever fetches it. */
const ADDRESS = 'https://mark.kagifuda.invalid/';

/** What the window of a browser calls `caches`. */
type Caches = Pick<CacheStorage, 'open'>;

async function find(caches: Caches): Promise<unknown> {
  const kept = await (await caches.open(CACHE)).match(ADDRESS);
  return await kept?.json();
}

async function put(caches: Caches, mark: unknown): Promise<void> {
  await (await caches.open(CACHE)).put(ADDRESS, new Response(JSON.stringify(mark)));
}

/** As `area`, whose mark is also found when the area has lost it. A third place that fails is none: then the area alone counts. */
export function withLastingMark(area: Area, caches: Caches): Area {
  /** As this process last put it there. */
  let known = '';
  const keep = async (mark: unknown): Promise<void> => {
    if (JSON.stringify(mark) === known) return;
    await put(caches, mark).then(() => (known = JSON.stringify(mark)), () => {});
  };
  return {
    async get(key) {
      const found = await area.get(key);
      if (key !== MARK) return found;
      if (found[MARK] !== undefined) await keep(found[MARK]);
      const mark = found[MARK] ?? (await find(caches).catch(() => undefined));
      return mark === undefined ? found : { [MARK]: mark };
    },
    async set(items) {
      await area.set(items);
      if (items[MARK] !== undefined) await keep(items[MARK]);
    },
    async remove(key) {
      await area.remove(key);
      if (key !== MARK) return;
      known = '';
      await (await caches.open(CACHE)).delete(ADDRESS);
    },
  };
}
