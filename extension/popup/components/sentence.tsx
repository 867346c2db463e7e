import type { ComponentChildren } from 'preact';

/**
 * A text with values in its `{name}` places. Each value stands apart from the text's direction and
 * is never read as markup: a page may have supplied it.
 */
export const Sentence = ({
  text,
  values,
}: {
  readonly text: string;
  readonly values: Readonly<Record<string, ComponentChildren>>;
}) => (
  <>
    {text
      .split(/\{(\w+)\}/)
      .map((part, index) => (index % 2 ? <bdi class="value">{values[part]}</bdi> : part))}
  </>
);
