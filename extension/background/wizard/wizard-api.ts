import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import type { Pointable } from '../../../shared/cockpit/description.ts';
import { type FinishRun, newFinish } from '../../../shared/cockpit/finish.ts';
import { NEW_RUN, type WantedTenant } from '../../../shared/cockpit/run.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ApiError, ApiToken, NewToken, TenantApi } from '../../../shared/tenant-api/port.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { namedTenants } from './cockpit-place.ts';
import type { RunRecord } from './run-record.ts';
import { type AskWizardPage, finishWizard, runWizard, type WizardPorts } from './run-wizard.ts';
import type { ComposedWords } from './words/compose-words.ts';

/** What the wizard's API needs of the outside. */
export interface WizardApiPorts {
  readonly place: Place;
  readonly ask: AskWizardPage;
  /** The record that `keep` wrote last, for this person at this place. */
  readonly kept: () => Promise<RunRecord | undefined>;
  readonly keep: (record: RunRecord) => Promise<void>;
  readonly words: () => Promise<ComposedWords>;
  /** Called at each step, with the words for an open popup. */
  readonly tell: (what: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly rest: (ms: number) => Promise<void>;
}

const recordOf = (key: string, request: TokenRequest, place: Place, now: number): ApiToken => ({
  ...request,
  id: key,
  anchorTenantId: place.session.tenant.id,
  expiresAt: null,
  state: 'pending',
  pendingUntil: null,
  hint: '',
  generation: 0,
  version: 0,
  createdAt: new Date(now).toISOString(),
  createdBy: '',
  onBehalfOf: null,
  lastUsedAt: null,
});

const wantedTenant = (
  { session, tenants, capabilities }: Place,
  tenantId: string,
): WantedTenant | undefined => {
  if (tenantId === ALL_TENANTS) return { kind: 'all' };
  if (tenantId === session.tenant.id && capabilities.tenants !== 'named') return { kind: 'only' };
  const name = tenants.find(({ id }) => id === tenantId)?.name;
  return name === undefined ? undefined : { kind: 'one', name };
};

const UNKNOWN_TENANT = {
  code: 'invalid',
  fields: [{ field: 'tenantId', code: 'unknown' }],
} as const;

/**
 * The cockpit's own wizard in the open tab, as a platform. What it does is written down before it is
 * done, under the key of its Next, so that the same call made again takes it up where it was: no
 * button is pressed a second time.
 */
export const createWizardApi = (ports: WizardApiPorts): TenantApi => {
  const { place, ask, kept, keep, now } = ports;

  /** Runs under a shield, which goes whatever happens. */
  const shielded = async <T>(
    about: Pointable,
    record: RunRecord,
    pressed: boolean,
    work: (wizard: WizardPorts) => Promise<T>,
  ): Promise<T> => {
    const { title, stop, step } = await ports.words();
    let current = record;
    const note = (change: Partial<RunRecord>): Promise<void> => {
      current = { ...current, ...change };
      return keep(current);
    };
    const show = (about: Parameters<typeof step>[0], first: boolean): Promise<unknown> => {
      ports.tell(step(about));
      return ask({ do: 'shield', texts: { title, step: step(about), stop }, fresh: first });
    };
    await keep(current);
    // What was pressed already is only looked for.
    if (!pressed) await show(about, true);
    try {
      return await work({
        ask,
        description: null,
        keep: (run) => note({ run }),
        keepFinish: (finish) => note({ finish }),
        progress: (about) => void show(about, false),
        now,
        rest: ports.rest,
      });
    } finally {
      // A page that hangs keeps nobody waiting for what is in hand by now.
      void ask({ do: 'unshield' });
    }
  };

  const next = async (request: TokenRequest, key: string): Promise<Result<NewToken, ApiError>> => {
    const { tenantId, ...asked } = request;
    const tenant = wantedTenant(place, tenantId);
    if (!tenant) return err(UNKNOWN_TENANT);
    const before = await kept();
    const record: RunRecord =
      before?.key === key
        ? before
        : { key, request, run: { ...NEW_RUN, salt: crypto.randomUUID() }, finish: null };
    const wanted = { ...asked, tenant };
    const outcome = await shielded('open', record, record.run.pressed, (wizard) =>
      runWizard(wizard, wanted, record.run),
    );
    const words = await ports.words();
    switch (outcome.kind) {
      case 'token':
        await keep({ key, request, run: outcome.run, finish: null });
        return ok({ record: recordOf(key, request, place, now()), token: outcome.token });
      case 'refused': {
        const tenants =
          outcome.refusal.reason === 'tenant_unknown'
            ? await namedTenants(outcome.refusal.choices ?? [])
            : [];
        return tenants.length > 0
          ? err({ ...UNKNOWN_TENANT, tenants })
          : err({ code: 'not_filled_in', said: words.notMade(outcome.refusal) });
      }
      case 'stopped':
        return err({ code: 'not_filled_in', said: words.notMade('stopped') });
      case 'lost':
        return err({ code: 'not_filled_in', said: words.notMade(outcome.because) });
      case 'unknown':
        return err({ code: 'no_sign', said: words.noSign('next', request.name, outcome.because) });
    }
  };

  const finish = async (
    id: string,
    wanted: FinishRun['wanted'],
  ): Promise<Result<RunRecord, ApiError>> => {
    const words = await ports.words();
    const record = await kept();
    if (record?.key !== id) return err({ code: 'not_found' });
    const begun = record.finish?.wanted === wanted ? record.finish : null;
    const run = begun ?? newFinish(wanted, record.run.namesBefore);
    const outcome = await shielded(wanted, record, run.pressed, (wizard) =>
      finishWizard(wizard, record.request.name, run, record.run),
    );
    switch (outcome.kind) {
      case 'confirmed':
        return ok(record);
      case 'refused':
        return err({ code: 'not_filled_in', said: words.notPressed(outcome.refusal) });
      case 'unknown': {
        const { name } = record.request;
        return err({ code: 'no_sign', said: words.noSign(wanted, name, outcome.because) });
      }
    }
  };

  return {
    capabilities: place.capabilities,
    // Who it is nobody can tell, so it stays whoever it was.
    whoAmI: async () => ok(place.session),
    tenants: async () => ok({ items: place.tenants, total: place.tenantsTotal, more: false }),
    next: (request, { idempotencyKey }) => next(request, idempotencyKey),
    save: async (id) => {
      const saved = await finish(id, 'save');
      // Of what was asked for nothing more is known than at Next, and nothing less.
      if (!saved.ok) return saved;
      const { key, request } = saved.value;
      return ok({ ...recordOf(key, request, place, now()), state: 'active' });
    },
    cancel: async (id) => {
      const cancelled = await finish(id, 'cancel');
      return cancelled.ok ? ok(undefined) : cancelled;
    },
  };
};
