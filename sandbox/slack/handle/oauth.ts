/** The app as its own page describes it to Slack, where workspaces install it. */
export interface OauthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where codes may go: these addresses, and what begins as one of them does. */
  readonly redirectUrls: readonly string[];
  /** In seconds: tokens rotate where it is said. */
  readonly tokenLifetime?: number;
}
