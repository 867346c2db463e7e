import { fill } from '../../../../shared/messages/fill.ts';
import { useTexts } from '../messages/texts.ts';

/** How it ended. @param outcome `done`, or `refused` or `failed` and the status, as the log writes it */
export const Outcome = ({ outcome }: { readonly outcome: string }) => {
  const { log } = useTexts().own;
  if (outcome === 'done') return <span class="badge badge-active">{log.done}</span>;
  const status = /\d{3}/.exec(outcome)?.[0];
  return (
    <span class="badge badge-revoked">
      {status === undefined
        ? outcome
        : fill(outcome.startsWith('failed') ? log.failed : log.refused, { status })}
    </span>
  );
};
