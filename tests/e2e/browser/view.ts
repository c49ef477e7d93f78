/** What a journey may do in a browser: one description, two drivers (`chromium.ts`, `firefox.ts`). */
import type { Display } from './display.ts';

/** One page. Places are XPath from `find.ts`; every act waits until its place is there. */
export interface View {
  go(address: string): Promise<void>;
  address(): Promise<string>;
  /** As a click on its tab; Firefox slows down pages in the background. */
  front(): Promise<void>;
  click(place: string): Promise<void>;
  rightClick(place: string): Promise<void>;
  /** Clicks into the field and types, after emptying it. */
  type(place: string, text: string): Promise<void>;
  /** A key of the keyboard by its DOM name. */
  press(key: string): Promise<void>;
  /** Ctrl+V. */
  paste(): Promise<void>;
  /** Paths of files, into the field for files; as if chosen in the system's dialog. */
  choose(place: string, files: string[]): Promise<void>;
  waitFor(place: string, seconds?: number): Promise<void>;
  waitGone(place: string): Promise<void>;
  isThere(place: string): Promise<boolean>;
  value(place: string): Promise<string>;
  textOf(place: string): Promise<string>;
  /** In the page's own world; the function must not use anything from outside, but gets the text. */
  run<T>(script: (given: string) => T | Promise<T>, given?: string): Promise<T>;
  /** The same in the world of our own scripts in the page. Chromium only. */
  runInOurWorld(script: (given: string) => unknown, given?: string): Promise<unknown>;
  /** Gives the page a function of this name, to tell a text at once. (Firefox keeps the console of an extension's page to itself.) */
  expose(name: string, listen: (text: string) => void): Promise<void>;
  /** Waits until the script gives true, at most so many seconds (15 unless told). */
  until(script: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  /** Runs in every page that this view loads from now on, before the page's own scripts. */
  beforeEveryPage(script: () => void): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Clicks a button inside a closed shadow root, by the mouse, where the browser draws it; `again`: once more, so many milliseconds later. Chromium only. */
  clickWithin(host: string, name: string, again?: number): Promise<void>;
  /** Down so many times, as a held key repeats, and up once. Chromium only. */
  holdKey(key: string, repeats: number): Promise<void>;
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with the built extension in it. */
export interface Stage {
  readonly name: 'chromium' | 'firefox';
  newView(): Promise<View>;
  /** A page whose window, colours and text are chosen. */
  newDisplay(): Promise<Display>;
  /** A page of the extension as a tab, e.g. `/popup.html`. */
  ownPage(path: string): Promise<View>;
  /** The real toolbar popup over the tab in front. */
  openPopup(): Promise<PopupPanel>;
  /** The same by a click on the toolbar's button: only then may the popup look at that tab (`activeTab`). */
  clickToolbar(): Promise<PopupPanel>;
  /**
   * The same view beside the page. In Chromium by the popup's own button; no driver can press a button in Firefox's popup as a person
   * does, so there the sidebar is opened as from the browser's menu.
   */
  openBeside(): Promise<PopupPanel>;
  /** What a person does with the system around the browser. */
  readonly hand: Hand;
  /** As the keyboard shortcut would. */
  command(name: string): Promise<void>;
  /**
   * Our line in the menu that a right click opened. No driver reaches Chromium's own menu: there the background is
   * told of the choice as the browser would, with the tab in front.
   */
  chooseInMenu(): Promise<void>;
  /** The next page that opens by itself, while `act` runs. */
  opened(act: () => Promise<void>): Promise<View>;
  /** Ends the background worker as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** As if somebody had set the PC's clock by so many milliseconds, for the running worker. Chromium only. */
  setClock(by: number): Promise<void>;
  /** Each page that opens from now on has a fingerprint reader of its own, with the passkeys made in that page. Chromium only. */
  givePasskeys(): Promise<void>;
  /** As if the screen of the PC were locked. Chromium only: Firefox tells extensions nothing of it. */
  lockScreen(): Promise<void>;
  /** Extension's address without the path. */
  readonly ownOrigin: string;
  /** SIGKILL for all of the browser's processes at once; resolves when it is gone. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** The toolbar popup: in Firefox no driver reaches it but by the browser's own scripts. */
export interface PopupPanel {
  click(place: string): Promise<void>;
  waitFor(place: string): Promise<void>;
  close(): Promise<void>;
}

/** The clipboard, and what the browser saves. */
export interface Hand {
  copyText(text: string): Promise<void>;
  /** A PNG. Rejects in Firefox: without a screen its clipboard takes text only. */
  copyPicture(png: Uint8Array): Promise<void>;
  /** `act` makes the page ask for the clipboard; the customer allows it. */
  letRead(act: () => Promise<void>): Promise<void>;
  /** Name and text of the file that `act` makes the browser save. */
  saved(act: () => Promise<void>): Promise<{ name: string; text: string }>;
}
