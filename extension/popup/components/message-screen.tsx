import type { ComponentChildren } from 'preact';

/** A screen that says what happened and offers what to do. */
export const MessageScreen = ({
  title,
  children,
  actions,
}: {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}) => (
  <>
    <h1 tabIndex={-1} data-focus>
      {title}
    </h1>
    {children}
    {actions ? <div class="actions">{actions}</div> : null}
  </>
);
