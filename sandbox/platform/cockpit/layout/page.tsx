import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PageProps {
  readonly title: string;
  /** Stands in the browser's title after the page's own. */
  readonly within: string;
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

let firstPage = true;

/** A page with its heading; coming to it from another, the heading takes the focus and is read out. */
export const Page = ({ title, within, above, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // At once: who sees the page reads its title, and so does the browser's history.
  useLayoutEffect(() => {
    document.title = `${title} · ${within}`;
  }, [title, within]);
  // At once, or it would take the focus from where a quick person has put it meanwhile.
  useLayoutEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  return (
    <main class="page" id="content">
      {above}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
};
