const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an id, in upper or lower case. */
export const isId = (text: string): boolean => UUID.test(text);

/**
 * Contract: UUIDs are written in lower case and compared without regard to it.
 * @returns the id as this platform writes it; whatever is no id as it is
 */
export const asWritten = <T>(given: T): T | string =>
  typeof given === 'string' && isId(given) ? given.toLowerCase() : given;
