import * as z from 'zod';
import { type Secret, secret } from '../../shared/secret.ts';

/** What an API key is made of: what a header of HTTP takes. */
export const KEY = /^[\x21-\x7E]+$/;

/** A variable that has to be set. @param what it is to be set to, as the end of a sentence */
export const needed = (what: string) =>
  z.string({
    error: ({ input }) => (input === undefined ? `is not set. Set it to ${what}` : what),
  });

/** A variable that has to be set to what has a form. */
export const form = (test: RegExp, what: string) =>
  needed(what).refine((text) => test.test(text), { error: `is not ${what}` });

/** For a transformation: hides a value. */
export const hidden = (value: string): Secret => secret(value);
