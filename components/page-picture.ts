/** Pictures of QR codes, as the screens know them: read elsewhere, in a worker. */
import type { PictureProblem } from '../lib/transfer/problems.ts';

/** The texts of all QR codes in a picture. */
export type ReadPicture = (picture: Blob) => Promise<{ codes: string[] } | { problem: PictureProblem }>;

/** `not-shown`: the browser gave no picture of the tab. */
export type PageProblem = PictureProblem | 'not-shown';

export interface PageEyes {
  /** What the active tab shows now; rejects where the browser does not allow it. */
  captureTab: () => Promise<Blob>;
  readPicture: ReadPicture;
}

export async function codesOnPage({ captureTab, readPicture }: PageEyes): Promise<{ codes: string[] } | { problem: PageProblem }> {
  let picture: Blob;
  try {
    picture = await captureTab();
  } catch {
    return { problem: 'not-shown' };
  }
  return readPicture(picture);
}
