/** What a journey may do in a browser: one description, two drivers (`chromium.ts`, `firefox.ts`). */

/** One page. Places are XPath from `find.ts`; every act waits until its place is there. */
export interface View {
  go(address: string): Promise<void>;
  address(): Promise<string>;
  /** As a click on its tab; Firefox slows down pages in the background. */
  front(): Promise<void>;
  click(place: string): Promise<void>;
  /** Clicks into the field and types, after emptying it. */
  type(place: string, text: string): Promise<void>;
  /** A key of the keyboard by its DOM name. */
  press(key: string): Promise<void>;
  waitFor(place: string, seconds?: number): Promise<void>;
  waitGone(place: string): Promise<void>;
  isThere(place: string): Promise<boolean>;
  value(place: string): Promise<string>;
  textOf(place: string): Promise<string>;
  /** In the page's own world; the function must not use anything from outside. */
  run<T>(script: () => T | Promise<T>): Promise<T>;
  /** Waits until the script gives true, at most so many seconds (15 unless told). */
  until(script: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  /** Runs in every page that this view loads from now on, before the page's own scripts. */
  beforeEveryPage(script: () => void): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Clicks a button inside a closed shadow root, by the mouse, where the browser draws it. Chromium only. */
  clickWithin(host: string, name: string): Promise<void>;
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with the built extension in it. */
export interface Stage {
  readonly name: 'chromium' | 'firefox';
  newView(): Promise<View>;
  /** A page of the extension as a tab, e.g. `/popup.html`. */
  ownPage(path: string): Promise<View>;
  /** The real toolbar popup over the tab in front. */
  openPopup(): Promise<PopupPanel>;
  /** As the keyboard shortcut would. */
  command(name: string): Promise<void>;
  /** The next page that opens by itself, while `act` runs. */
  opened(act: () => Promise<void>): Promise<View>;
  /** Ends the background worker as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** As if somebody had set the PC's clock by so many milliseconds, for the running worker. Chromium only. */
  setClock(by: number): Promise<void>;
  /** Extension's address without the path. */
  readonly ownOrigin: string;
  close(): Promise<void>;
}

/** The toolbar popup: in Firefox no driver reaches it but by the browser's own scripts. */
export interface PopupPanel {
  click(place: string): Promise<void>;
  waitFor(place: string): Promise<void>;
  close(): Promise<void>;
}
