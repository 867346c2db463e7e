import type { ComponentChildren } from 'preact';
import { inSight } from '../in-sight.ts';

/** A text that stands out: what went wrong, what to think of, or what is done. It comes in sight. */
export const NoticeBox = ({
  kind,
  children,
}: {
  readonly kind: 'error' | 'warning' | 'info' | 'done';
  readonly children: ComponentChildren;
}) => (
  <div class={`notice ${kind}`} ref={inSight}>
    <div>{children}</div>
  </div>
);
