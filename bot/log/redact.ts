import type { Secret } from '../../shared/secret.ts';

const REDACTED = '[redacted]';

/**
 * What is a secret by its form alone: an API token (44 characters of base64), Slack's tokens, and a
 * `response_url`, with which anyone may write to a person for half an hour.
 */
const FORMS: readonly RegExp[] = [
  /[A-Za-z0-9+/]{43}=/g,
  // The same, percent-encoded.
  /(?:[A-Za-z0-9]|%2[bBfF]){43}%3[dD]/g,
  /xox[a-z]-[\w-]+|xapp-[\w-]+/g,
  /https?:\/\/[^\s"'<>]*\/(?:commands|actions|services)\/[^\s"'<>]*/g,
];

/**
 * Takes secrets out of a text before it is written anywhere.
 * @param known the secrets that this process was given; short ones are left to their forms
 */
export const createRedaction = (known: readonly Secret[]): ((text: string) => string) => {
  const values = known.map((each) => each.reveal()).filter((value) => value.length >= 8);
  return (text) => {
    let clean = text;
    for (const value of values) clean = clean.replaceAll(value, REDACTED);
    for (const form of FORMS) clean = clean.replace(form, REDACTED);
    return clean;
  };
};
