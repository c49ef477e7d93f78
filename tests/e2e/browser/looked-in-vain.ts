/** What was on the page instead: a failed wait alone says too little, above all when it fails once in twenty runs. */
const ENOUGH = 600;
/** A page whose driver hangs has no text. Milliseconds. */
const PATIENCE = 2_000;

/** @param showing the page's text, asked for already */
export async function lookedInVain(place: string, failure: unknown, address: string, showing: Promise<string>): Promise<Error> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('(no answer)'), PATIENCE));
  const seen = await Promise.race([showing, late]).catch(() => '(not readable)');
  return new Error(`waited in vain for ${place}\nat ${address}\n${seen.slice(0, ENOUGH)}`, { cause: failure });
}
