/** The longest that is passed on of a link: longer than any, so that what is cut off is no request. */
export const MAX_LINK = 5000;

/** A link as it is passed on to be read. */
export const asLink = (text: string): string => text.trim().slice(0, MAX_LINK);
