export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** What a method answers, as its JSON. */
export type Outcome =
  | ({ readonly ok: true } & Readonly<Record<string, unknown>>)
  | ({ readonly ok: false; readonly error: string } & Readonly<Record<string, unknown>>);

/** An error of the Web API. @param messages what exactly is wrong */
export const fail = (error: string, messages?: readonly string[]): Outcome => ({
  ok: false,
  error,
  ...(messages ? { response_metadata: { messages } } : {}),
});
