import { fill } from '../../../../shared/messages/fill.ts';
import type { Page } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { ChevronIcon } from './icons.tsx';

interface PagerProps {
  readonly page: Page<unknown>;
  readonly onPage: (pageNumber: number) => void;
}

/** Which part of a long list is shown, and the way to the others; nothing for a short list. */
export const Pager = ({ page, onPage }: PagerProps) => {
  const { own } = useTexts();
  const { items, pageNumber, pageSize, total } = page;
  if (total <= pageSize) return null;
  const from = (pageNumber - 1) * pageSize + 1;
  return (
    <nav class="pager" aria-label={own.pager.label}>
      <button
        type="button"
        class="icon-button previous"
        aria-label={own.pager.previous}
        title={own.pager.previous}
        disabled={pageNumber <= 1}
        onClick={() => onPage(pageNumber - 1)}
      >
        <ChevronIcon />
      </button>
      <span role="status">
        {fill(own.pager.where, { from, to: from + items.length - 1, total })}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={own.pager.next}
        title={own.pager.next}
        disabled={pageNumber * pageSize >= total}
        onClick={() => onPage(pageNumber + 1)}
      >
        <ChevronIcon />
      </button>
    </nav>
  );
};
