import { isDeepStrictEqual } from 'node:util';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import type { WizardRequest } from '../../../../shared/cockpit/run.ts';
import type { Held, Made } from './made-server.ts';
import type { PageSpec } from './page-spec.ts';

const isTenant = (
  made: string | null,
  { tenant }: WizardRequest,
  { tenants, language }: PageSpec,
): boolean => {
  if (made === null) return tenant?.kind === 'only';
  switch (tenant?.kind) {
    case 'all':
      return made === firstLabel('allTenants', language);
    case 'one':
      return made === tenant.name && tenants.filter((each) => each === made).length === 1;
    default:
      return isDeepStrictEqual(tenants, [made]);
  }
};

const unlike = (made: Made, request: WizardRequest, spec: PageSpec): string[] => {
  const { name, description, expiresOn, permissions } = request;
  const asked = { name, description, expiresOn, permissions: permissions ?? [], more: [] };
  const fields = Object.keys(asked) as (keyof typeof asked)[];
  return [
    ...fields.filter((each) => !isDeepStrictEqual(made[each], asked[each])),
    ...(isTenant(made.tenant, request, spec) ? [] : ['tenant']),
  ];
};

/** What the server holds that was not asked for; empty where it holds exactly that, or nothing. */
export const wrongsIn = (
  { made, astray }: Held,
  request: WizardRequest,
  spec: PageSpec,
): readonly string[] => [
  ...made.flatMap((each) => unlike(each, request, spec)).map((field) => `another ${field}`),
  ...(made.length > 1 ? ['two tokens'] : []),
  ...(astray > 0 ? ['the settings were saved'] : []),
];
