import { describedForm } from '../../../shared/cockpit/described-form.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import { offersWizard } from '../../../shared/cockpit/decide.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import type { Tenant } from '../../../shared/tenant-api/port.ts';
import { lookCommand, NO_TOKENS } from './one-step.ts';
import type { AskWizardPage } from './wizard-ports.ts';

/** The tenant of an open page whose name nobody has said: the only one that its wizard offers. */
const ITS_OWN = '00000000-0000-4000-8000-000000000000';

/** Whether a page shows the wizard, or a way to it. It is only looked at; nothing is touched. */
export const showsWizard = async (
  ask: AskWizardPage,
  description: Description | null,
): Promise<boolean> => {
  const answer = await ask(lookCommand(description, '', false, NO_TOKENS));
  // Where a run was stopped, it had found its wizard.
  return answer.kind === 'stopped' || (answer.kind === 'seen' && offersWizard(answer.observation));
};

/**
 * What is known of a place where people have the cockpit alone: not who is signed in, in which zone,
 * or which tenants there are. Its tenant goes by the page's host.
 */
export const cockpitPlace = (origin: string): Place => ({
  origin,
  way: 'cockpit',
  session: {
    user: null,
    tenant: {
      id: ITS_OWN,
      name: new URL(origin).host,
      url: '',
      apiUrl: '',
      timeZone: '',
      language: '',
    },
    canManageTokens: true,
    canUseAllTenants: true,
    permissions: PERMISSIONS,
  },
  tenants: [],
  tenantsTotal: 0,
  capabilities: {
    pending: 'unknown',
    idempotency: false,
    fields: describedForm(null).fields,
    person: false,
    tenants: 'unknown',
    resumes: true,
  },
});

/** A place with the form that its cockpit has. @param description what was shown of it; null for nothing */
export const withForm = (place: Place, description: Description | null): Place => {
  const { fields, permissions, savesItself } = describedForm(description);
  const pending = savesItself ? false : 'unknown';
  return {
    ...place,
    session: { ...place.session, permissions },
    capabilities: { ...place.capabilities, fields, pending },
  };
};

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A name's id, the same each time: RFC 9562, version 8, of the name's SHA-256. */
const idOf = async (name: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  const text = hex(new Uint8Array(digest));
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-8${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20, 32)}`;
};

/** The tenants that a wizard names, but those of which two have one name: neither could be told. */
export const namedTenants = (names: readonly string[]): Promise<Tenant[]> => {
  const single = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  return Promise.all(
    single.map(async (name) => ({ id: await idOf(name), name, parentId: null, timeZone: '' })),
  );
};
