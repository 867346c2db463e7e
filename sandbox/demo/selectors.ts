/** A button by its name. */
export const button = (name: string): string => `::-p-aria([name="${name}"][role="button"])`;

/** A field for text by its name. */
export const textbox = (name: string): string => `::-p-aria([name="${name}"][role="textbox"])`;
