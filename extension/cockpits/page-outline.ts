import * as z from 'zod/mini';
import { bare } from '../../shared/cockpit/bare-label.ts';
import { isCalled, SUBJECTS } from '../../shared/cockpit/labels.ts';
import {
  type Control,
  type ControlKind,
  FILLED_IN,
  type Observation,
} from '../../shared/cockpit/observation.ts';

export const outlineSchema = z.object({
  format: z.literal('tenant-token-page'),
  version: z.literal(1),
  origin: z.string(),
  truncated: z.boolean(),
  controls: z.array(z.record(z.string(), z.unknown())),
});

/** A page's controls: what they are and how they stand together, without what stands in them. */
export type PageOutline = z.infer<typeof outlineSchema>;

/** A label without what may be the page's data: only how long it is. */
const withoutData = (label: string, kind: ControlKind): string => {
  if (label === '' || isCalled(label, ...SUBJECTS)) return label;
  // A field is called what it is for; a link or a row in a list may be called by the page's data.
  const plain = label.length <= 40 && !/[\d@]/.test(label) && FILLED_IN.includes(kind);
  return plain ? label : `(${bare(label).length} characters)`;
};

const outlineOf = (control: Control): Record<string, unknown> => {
  const { kind, name, source, icon, required, disabled, readOnly, covered, leaves } = control;
  const { group, path, lang, max } = control;
  const flags = Object.entries({ required, disabled, readOnly, covered, leaves })
    .filter(([, is]) => is)
    .map(([flag]) => flag);
  return {
    kind,
    name: withoutData(name, kind),
    source,
    ...(icon === null ? {} : { icon }),
    ...(group === '' ? {} : { group: withoutData(group, 'text') }),
    ...(max === null ? {} : { max }),
    ...(flags.length > 0 ? { flags } : {}),
    lang,
    path,
  };
};

/** The outline of a page that was looked at. */
export const pageOutline = ({ origin, controls, truncated }: Observation): PageOutline => ({
  format: 'tenant-token-page',
  version: 1,
  origin,
  truncated,
  controls: controls.slice(0, 500).map(outlineOf),
});
