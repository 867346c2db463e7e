/** Longer than a frame takes; a page that nobody sees has none. */
const NO_FRAME_MS = 100;

/** Resolves once the next frame is on its way to the screen; soon also where there is none. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // Called before that frame is drawn, in which nothing else is to be done.
      setTimeout(resolve);
    });
  });

/**
 * Resolves once what was just drawn can be seen. In Chromium the first frame is not: it tells the browser
 * how large its panel has to be.
 */
export const afterTwoFrames = async (): Promise<void> => {
  await afterFrame();
  await afterFrame();
};
