/**
 * What a person is asked while a run waits for a page that the extension may not look at yet, in
 * words: the popup that draws it has none of its own.
 */
export interface GrantRequest {
  readonly said: string;
  /** What is asked of the browser, and what the button for it says; null where nothing is to be asked. */
  readonly allow: {
    readonly pattern: string;
    readonly label: string;
    /** What the box says that keeps it after the token; null where nothing is kept. */
    readonly keep: string | null;
  } | null;
  readonly stop: string;
}
