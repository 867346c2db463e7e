import type { Result } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { useTexts } from '../messages/texts.ts';
import { useLoad } from '../parts/use-load.ts';

interface FigureProps {
  readonly name: string;
  /** Must keep its identity, as `useLoad` wants it. */
  readonly count: () => Promise<Result<number, ApiError>>;
}

/** One number of the summary. */
export const Figure = ({ name, count }: FigureProps) => {
  const { own, language } = useTexts();
  const { result } = useLoad(count);
  const value = (): string => {
    if (result === undefined) return '…';
    return result.ok ? result.value.toLocaleString(language) : own.home.unknown;
  };
  return (
    <div class="card figure">
      <dt>{name}</dt>
      <dd class={result?.ok === false ? 'muted' : undefined}>{value()}</dd>
    </div>
  );
};
