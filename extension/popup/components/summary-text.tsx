import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { tenantOf } from '../../../shared/flow/place.ts';
import type { Permission } from '../../../shared/permissions.ts';
import { summarise } from '../../../shared/summary.ts';
import type { Model } from '../model.ts';
import { Sentence } from './sentence.tsx';

/** In one sentence, what a token can do, and what is dangerous about it, for as long as that can be undone. */
export const SummaryText = ({
  model: { texts, formats },
  place,
  token,
  warn = true,
}: {
  readonly model: Model;
  readonly place: Place;
  readonly token: {
    readonly tenantId: string;
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null | undefined;
  };
  readonly warn?: boolean;
}) => {
  // Of an end that nobody was asked for, nothing is known.
  const expiresOn = place.capabilities.fields.includes('expiresOn') ? token.expiresOn : undefined;
  const tenant = tenantOf(place, token.tenantId);
  const summary = summarise({ ...token, expiresOn }, tenant, formats.zone());
  if (!summary) return null;
  const { until, zone } = summary;
  const what = (
    <Sentence
      text={texts.summary[summary.scope]}
      values={{
        permissions: formats.list(summary.permissions.map((each) => texts.permissions[each])),
        tenant: summary.tenantName,
      }}
    />
  );
  const end = zone === undefined ? 'until' : 'untilInZone';
  return (
    <>
      <p class="summary">
        <Sentence
          text={texts.summary[until === null ? 'never' : end]}
          values={{ what, date: until === null ? '' : formats.date(until), zone }}
        />
      </p>
      {warn && summary.warnings.length > 0 ? (
        <p class="danger">
          {summary.warnings.map((each) => texts.summary.warnings[each]).join(' ')}
        </p>
      ) : null}
    </>
  );
};
