/**
 * Waits for an answer, but no longer than the one who asks can wait.
 * @param late what to say instead; the question goes on, and nobody hears its answer
 */
export const inTime = async <T>(ms: number, asked: Promise<T>, late: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([asked, patience]);
  } finally {
    clearTimeout(timer);
  }
};
