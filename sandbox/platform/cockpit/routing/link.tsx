import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { navigate, type Path } from './path.ts';

interface LinkProps {
  readonly to: Path;
  readonly class?: string;
  readonly label?: string;
  readonly title?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

const isPlainClick = (event: TargetedMouseEvent<HTMLAnchorElement>): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to a page of the cockpit: without a reload, unless a new tab or window is asked for. */
export const Link = ({ to, class: className, label, title, current, children }: LinkProps) => (
  <a
    href={to}
    class={className}
    aria-label={label}
    title={title}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      navigate(to);
    }}
  >
    {children}
  </a>
);
