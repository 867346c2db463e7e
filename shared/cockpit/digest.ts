/**
 * A short digest of a text, by which it is known again and not told: of a token's 256 bits it holds 64.
 * @param salt keeps the digests of two runs apart
 */
export const digest = (text: string, salt: string): string => {
  let [one, two] = [1, 2];
  for (const letter of salt + text) {
    const code = letter.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code ^ (one >>> 15), 1597334677);
  }
  return [one, two].map((half) => (half >>> 0).toString(36)).join('');
};
