import { isTimeZone } from '../../../../shared/calendar.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { LogLine } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { Cell, HeadCell, Table } from '../parts/table.tsx';
import { dateAndTime } from '../parts/times.ts';
import { useSignedIn } from '../session/context.ts';
import { Outcome } from './outcome.tsx';
import { Who } from './who.tsx';

/** A page of the log. An action that this cockpit does not know is shown as the server names it. */
export const LogTable = ({ lines }: { readonly lines: readonly LogLine[] }) => {
  const { own, language } = useTexts();
  const { timeZone } = useSignedIn().tenant;
  const { columns, actions } = own.log;
  const actionName = (action: string): string =>
    (actions as Readonly<Record<string, string>>)[action] ?? action;
  return (
    <>
      <Table label={own.log.title} columns={Object.values(columns)}>
        {lines.map((line, index) => (
          <tr key={index} role="row">
            <HeadCell>{dateAndTime(line.at, timeZone, language)}</HeadCell>
            <Cell label={columns.who}>
              <Who line={line} />
            </Cell>
            <Cell label={columns.what}>{actionName(line.action)}</Cell>
            <Cell label={columns.subject}>
              {line.subjectName ?? line.subjectId?.slice(0, 8) ?? '–'}
            </Cell>
            <Cell label={columns.outcome}>
              <Outcome outcome={line.outcome} />
            </Cell>
            <Cell label={columns.requestId}>
              <code>{line.requestId}</code>
            </Cell>
          </tr>
        ))}
      </Table>
      {isTimeZone(timeZone) ? (
        <p class="footnote">{fill(own.timesIn, { zone: timeZone })}</p>
      ) : null}
    </>
  );
};
