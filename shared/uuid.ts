/** Whether a text is a UUID, in either case: the contract compares them without regard to it. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** An id in the one form in which ids are compared: a UUID in lower case, any other as it is. */
export const plainId = (id: string): string => (isUuid(id) ? id.toLowerCase() : id);
