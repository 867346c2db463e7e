import type { ComponentChildren } from 'preact';

/** A text that stands out: what went wrong, what to think of, or what is done. */
export const NoticeBox = ({
  kind,
  children,
}: {
  readonly kind: 'error' | 'warning' | 'info' | 'done';
  readonly children: ComponentChildren;
}) => (
  <div class={`notice ${kind}`}>
    <div>{children}</div>
  </div>
);
