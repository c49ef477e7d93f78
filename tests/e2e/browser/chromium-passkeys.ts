/** A fingerprint reader for each page, over CDP. What one page's reader made is unknown to all others: the driver cannot carry a PRF over. */
import type { BrowserContext, Page } from 'playwright';

/** Always a finger on it, and always the right one. */
const READER = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  hasPrf: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** What the pages are given, so that they can wait. */
declare const untilReader: () => Promise<void>;

/** The reader goes when its session ends, that is with its page. */
async function addReader(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  await session.send('WebAuthn.addVirtualAuthenticator', { options: READER });
}

/** For documents from now on. A window may ask as soon as it is there, and a browser without a screen dies of a request that finds no reader. */
export async function giveReaders(context: BrowserContext): Promise<void> {
  const given = new WeakMap<Page, Promise<void>>();
  await context.exposeBinding('untilReader', async ({ page }) => {
    const reader = given.get(page) ?? addReader(page);
    given.set(page, reader);
    await reader;
  });
  await context.addInitScript(() => {
    if (!isSecureContext) return;
    const { credentials } = navigator;
    const [create, get] = [credentials.create.bind(credentials), credentials.get.bind(credentials)];
    credentials.create = async (options) => {
      await untilReader();
      return await create(options);
    };
    credentials.get = async (options) => {
      await untilReader();
      return await get(options);
    };
  });
}
