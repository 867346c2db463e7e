import type { Place } from '../../../shared/flow/state.ts';
import type { ApiToken } from '../../../shared/tenant-api/port.ts';
import type { Model } from '../model.ts';
import { SummaryText } from './summary-text.tsx';

/** A token that exists: its name and what it can do. */
export const NamedSummary = ({
  model,
  place,
  record,
  warn = true,
}: {
  readonly model: Model;
  readonly place: Place;
  readonly record: ApiToken;
  readonly warn?: boolean;
}) => (
  <div class="outcome">
    <p class="named">
      <bdi>{record.name}</bdi>
    </p>
    <SummaryText model={model} place={place} token={record} warn={warn} />
  </div>
);
