/**
 * Makes one press one press: a key held down repeats itself, and the second click of a double click
 * may land on what the first one brought. Either could answer a question that nobody has read yet,
 * or go from Next to Save in one breath.
 * @param root holds all that can be pressed
 */
export const onePressAtATime = (root: HTMLElement): void => {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && event.key === 'Enter') swallow(event);
    },
    true,
  );
  root.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      if (event.detail > 1 && target instanceof Element && target.closest('.actions')) {
        swallow(event);
      }
    },
    true,
  );
};
