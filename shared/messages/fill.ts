/**
 * Puts values into a text's `{name}` places.
 * @returns the text; a place without a value stays as it is, so that a fault is seen
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
