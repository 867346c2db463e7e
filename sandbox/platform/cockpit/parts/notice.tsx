import type { ComponentChildren } from 'preact';

type NoticeKind = 'info' | 'success' | 'problem';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly children: ComponentChildren;
}

/** A sentence about what happened; a problem is read out at once, the others when there is time. */
export const Notice = ({ kind, children }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
    {children}
  </div>
);
