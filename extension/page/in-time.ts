/**
 * What a page answers, or something else where it keeps silent for too long: it may be busy for ever.
 * @param ms for how long it is waited for
 */
export const inTime = async <Answer, Otherwise>(
  answer: Promise<Answer>,
  ms: number,
  otherwise: Otherwise,
): Promise<Answer | Otherwise> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
};
