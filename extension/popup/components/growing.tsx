import type { ComponentChildren } from 'preact';

/**
 * Makes a text area as high as its text: an unseen copy of the text gives the height, at any width.
 * Not for a token, of which the page holds no second copy.
 */
export const Growing = ({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ComponentChildren;
}) => (
  <div class="growing" data-text={text}>
    {children}
  </div>
);
