/** A request as it left, byte by byte. */
export interface SentRequest {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}
