export interface BrowserKind {
  name: string;
  variable: string;
  commands: string[];
  places: string[];
  debianPackage: string;
}
export const CHROMIUM: BrowserKind;
export const FIREFOX: BrowserKind;
export function findBrowser(kind: BrowserKind): string | undefined;
