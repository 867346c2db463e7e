import { describedForm } from '../../../shared/cockpit/described-form.ts';
import { type FinishRun, newFinish } from '../../../shared/cockpit/finish.ts';
import { namesBefore } from '../../../shared/cockpit/listed-names.ts';
import type { Refusal } from '../../../shared/cockpit/refusal.ts';
import { NEW_RUN } from '../../../shared/cockpit/run.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ApiError, ApiToken, NewToken, TenantApi } from '../../../shared/tenant-api/port.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { namedTenants } from './cockpit-place.ts';
import { finishWizard } from './finish-wizard.ts';
import { knownTokens, lookCommand } from './one-step.ts';
import {
  askedAbout,
  leftIn,
  leftOpen,
  type RunRecord,
  type StoredRun,
  withoutToken,
} from './run-record.ts';
import { runWizard } from './run-wizard.ts';
import { type RunPorts, underShield } from './under-shield.ts';
import type { AskWizardPage } from './wizard-ports.ts';
import { wantedTenant } from './wanted-tenant.ts';
import type { Away, ComposedWords } from './words/compose-words.ts';

/** What the wizard's API needs of the outside. */
export interface WizardApiPorts extends RunPorts {
  readonly place: Place;
  /** The tab that the popup is over. */
  readonly tabId: number;
  /** The page in a tab as it is. */
  readonly askAsItIs: (tabId: number) => AskWizardPage;
  /** The tab in which a run of a process that is gone waited to be let into its next document. */
  readonly waitedAt: () => Promise<number | undefined>;
  /** What `keep` wrote last, for this person at this place. */
  readonly kept: () => Promise<StoredRun>;
  /** Called when a run has ended before its press, or brought its token. @param refusal null where it went well */
  readonly ended: (refusal: Refusal | null) => Promise<void>;
  /** In the person's language. It never rejects: a token may be in hand by the time that it is asked. */
  readonly words: () => Promise<ComposedWords>;
}

/** The wizard as a platform, and what it alone can be asked. */
export interface WizardApi extends TenantApi {
  /** What a person is to hear before Save or Cancel; undefined where the token's page is in front of them. */
  readonly outOfReach: () => Promise<string | undefined>;
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

const UNKNOWN_TENANT = {
  code: 'invalid',
  fields: [{ field: 'tenantId', code: 'unknown' }],
} as const;

/**
 * The cockpit's own wizard in the open tab, as a platform. What it does is written down before it is
 * done, under the key of its Next, so that the same call made again takes it up where it was: no
 * button is pressed a second time, and none in another tab than the one that was filled in.
 */
export const createWizardApi = (ports: WizardApiPorts): WizardApi => {
  const { place, tabId, kept, keep, now } = ports;

  const next = async (request: TokenRequest, key: string): Promise<Result<NewToken, ApiError>> => {
    const { tenantId, permissions, expiresOn, ...texts } = request;
    const tenant = wantedTenant(place, tenantId);
    if (tenant === undefined) return err(UNKNOWN_TENANT);
    const [words, before] = [await ports.words(), await kept()];
    const old = before === 'unreadable' ? undefined : before;
    const run = {
      ...NEW_RUN,
      salt: crypto.randomUUID(),
      leftIn: leftIn(old, request.name),
      mayLeave: askedAbout(old),
    };
    const fresh = { key, request, tabId, run, finish: {}, taken: false, owed: [] };
    if (before === 'unreadable') {
      await keep({ ...fresh, run: { ...run, pressed: true } });
      return err({ code: 'no_sign', said: words.unreadable('next', request.name) });
    }
    const begun = before?.key === key;
    const record: RunRecord = begun ? before : { ...fresh, owed: leftOpen(before) };
    const { pressed } = record.run;
    const notMade = (because: Parameters<typeof words.notMade>[0]): Result<NewToken, ApiError> =>
      err({ code: 'not_filled_in', said: words.notMade(because) });
    if (!pressed && record.tabId !== tabId) return notMade('elsewhere');
    // Its own step led to the document that it waited to be let into.
    const moved = begun && !pressed && (await ports.waitedAt()) === tabId;
    const start = { ...record.run, ...(moved ? { documentId: null } : {}), byHand: begun };
    const { fields } = place.capabilities;
    const wanted = {
      ...texts,
      tenant,
      permissions: fields.includes('permissions') ? permissions : null,
      expiresOn: fields.includes('expiresOn') ? expiresOn : undefined,
    };
    const outcome = await underShield(ports, words, 'open', record, { begun, pressed }, (wizard) =>
      runWizard(wizard, wanted, start, record.owed),
    );
    switch (outcome.kind) {
      case 'token':
        // Whatever becomes of the records, the token is here and goes on to its owner.
        await keep({ ...record, run: outcome.run, taken: true }).catch(() => undefined);
        await ports.ended(null).catch(() => undefined);
        return ok({ record: recordOf(key, request, place, now()), token: outcome.token });
      case 'refused': {
        await ports.ended(outcome.refusal);
        const tenants =
          outcome.refusal.reason === 'tenant_unknown'
            ? await namedTenants(outcome.refusal.choices ?? [])
            : [];
        return tenants.length > 0 ? err({ ...UNKNOWN_TENANT, tenants }) : notMade(outcome.refusal);
      }
      case 'stopped':
        return notMade('stopped');
      case 'lost':
        return notMade(outcome.because);
      case 'owed':
        return err({ code: 'not_filled_in', said: words.owed(outcome.name) });
      case 'unknown': {
        const written = await kept();
        if (typeof written === 'object') await keep(withoutToken(written, outcome.documentId));
        if (typeof outcome.because === 'object') await ports.ended(outcome.because);
        return err({ code: 'no_sign', said: words.noSign('next', request.name, outcome.because) });
      }
    }
  };

  const finish = async (
    id: string,
    wanted: FinishRun['wanted'],
  ): Promise<Result<RunRecord, ApiError>> => {
    const [words, record] = [await ports.words(), await kept()];
    if (typeof record !== 'object' || record.key !== id) {
      return err({ code: 'no_sign', said: words.unreadable('finish') });
    }
    const { name } = record.request;
    const { [wanted]: begun, ...others } = record.finish;
    const run = begun ?? newFinish(wanted, namesBefore(record.run, wanted));
    const other = wanted === 'save' ? 'cancel' : 'save';
    const earlier = record.finish[other]?.pressed ? other : undefined;
    const notPressed = (
      because: Parameters<typeof words.notPressed>[0],
    ): Result<RunRecord, ApiError> =>
      err({ code: 'not_filled_in', said: words.notPressed(because, name, earlier) });
    if (!run.pressed && record.tabId !== tabId) return notPressed('other_tab');
    const doing = { ...record, finish: { ...others, [wanted]: run } };
    const how = { begun: begun !== undefined, pressed: run.pressed };
    const outcome = await underShield(ports, words, wanted, doing, how, (wizard) =>
      finishWizard(wizard, name, run, record.run),
    );
    switch (outcome.kind) {
      case 'confirmed':
        return ok(record);
      case 'refused':
        // Asked for once more, it is begun anew.
        await keep({ ...record, finish: others });
        await ports.ended(typeof outcome.because === 'object' ? outcome.because : null);
        return notPressed(outcome.because);
      case 'unknown':
        return err({ code: 'no_sign', said: words.noSign(wanted, name, outcome.because) });
    }
  };

  const outOfReach = async (): Promise<string | undefined> => {
    const record = await kept();
    if (typeof record !== 'object') return undefined;
    const { request, run } = record;
    const { name } = request;
    const tokens = knownTokens(run, run.candidate);
    const answer = await ports.askAsItIs(record.tabId)(
      lookCommand(await ports.description(), name, true, tokens),
    );
    const said = async (away: Away): Promise<string> =>
      (await ports.words()).outOfReach(away, name);
    if (answer.kind === 'timeout') return said('timeout');
    if (answer.kind !== 'seen') return said('not_there');
    const { documentId, newTokens } = answer.observation;
    if (documentId !== run.documentId || newTokens.length === 0) return said('not_there');
    return record.tabId === tabId ? undefined : said('other_tab');
  };

  return {
    capabilities: place.capabilities,
    outOfReach,
    // Who it is nobody can tell, so it stays whoever it was.
    whoAmI: async () => ok(place.session),
    tenants: async () => ok({ items: place.tenants, total: place.tenantsTotal, more: false }),
    next: (request, { idempotencyKey }) => next(request, idempotencyKey),
    save: async (id) => {
      // There is nothing to press, as was shown while this token was waiting.
      const record = describedForm(await ports.description()).savesItself && (await kept());
      const isItsOwn = typeof record === 'object' && record.key === id;
      const saved = isItsOwn ? ok(record) : await finish(id, 'save');
      // Of what was asked for nothing more is known than at Next, and nothing less.
      return saved.ok
        ? ok({ ...recordOf(id, saved.value.request, place, now()), state: 'active' })
        : saved;
    },
    cancel: async (id) => {
      const cancelled = await finish(id, 'cancel');
      return cancelled.ok ? ok(undefined) : cancelled;
    },
  };
};
