/** One fault of one member or parameter, with a stable code. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  readonly max?: number;
}

/** Why a call is refused, in the contract's terms. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 421 | 422 | 428 | 429;
  /** One sentence, without anything that the caller sent. */
  readonly error: string;
  /** With a 422. */
  readonly fields?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

// More than any client reads of a refusal.
const MAX_FIELDS = 50;
const MAX_FIELD_NAME = 100;

/** 422: which fields are wrong, each with its first fault. */
export const invalid = (faults: readonly Fault[]): Refusal => ({
  status: 422,
  error: 'The request has invalid fields.',
  fields: faults
    .filter(({ field }, index) => faults.findIndex((each) => each.field === field) === index)
    .slice(0, MAX_FIELDS)
    .map(({ field, ...rest }) => ({ field: field.slice(0, MAX_FIELD_NAME), ...rest })),
});

export const NOT_SIGNED_IN: Refusal = {
  status: 401,
  error: 'Sign in, or send a valid API token in the api-key header.',
};

export const WRONG_SIGN_IN: Refusal = {
  status: 401,
  error: 'The e-mail address or the password is wrong.',
};

export const NOT_FOUND: Refusal = { status: 404, error: 'There is no such thing here.' };

export const CROSS_SITE: Refusal = {
  status: 403,
  error: 'A call with a session must come from a page of this origin.',
};

/** 403, for a reason. */
export const forbidden = (error: string): Refusal => ({ status: 403, error });

/** 409, for a reason. */
export const conflict = (error: string): Refusal => ({ status: 409, error });

/** 429. @param seconds until the next attempt */
export const tooMany = (seconds: number): Refusal => ({
  status: 429,
  error: 'There were too many attempts. Wait, then try again.',
  headers: { 'retry-after': String(seconds) },
});
