/** What to start. */
export interface LaunchRequest {
  /** The unpacked extension to load. */
  extensionDir: string;
  headless: boolean;
  /** Language of pages (`navigator.language`), and of the browser itself where it has it installed. */
  language?: string;
  /** What pages are told that their user prefers. */
  colorScheme?: 'light' | 'dark';
  /** Whether tabs are in private windows, where the extension may run. */
  isPrivate?: boolean;
  /** Opens Firefox's own interface to WebDriver BiDi; tests of the popup need it, nobody else. */
  systemAccess?: boolean;
}
