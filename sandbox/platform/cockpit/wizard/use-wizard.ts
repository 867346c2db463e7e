import { useEffect, useRef, useState } from 'preact/hooks';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import type { Secret } from '../../../../shared/secret.ts';
import type { ApiError, ApiToken, Tenant } from '../../../../shared/tenant-api/port.ts';
import {
  type Draft,
  type FieldError,
  type RequestContext,
  type TokenRequest,
  validateDraft,
} from '../../../../shared/token-request.ts';
import { useServices } from '../api/services.ts';
import { useSignedIn } from '../session/context.ts';

/** Step 1: what the token is to be. */
export interface Asking {
  readonly step: 'request';
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly problem?: ApiError | undefined;
  readonly busy: boolean;
}

/** Step 2: the token, shown once; it does not work yet. */
export interface Showing {
  readonly step: 'token';
  readonly record: ApiToken;
  readonly token: Secret;
  readonly problem?: ApiError | undefined;
  readonly busy: boolean;
}

/** How the wizard ended. */
export type WizardEnd =
  | { readonly how: 'saved'; readonly name: string }
  /** A token was made, and discarded. */
  | { readonly how: 'discarded' }
  /** None was made. */
  | { readonly how: 'left' };

// Nothing is chosen for the person: the manual's form has no defaults.
const EMPTY: Draft = {
  ...NO_TEXTS,
  tenantId: '',
  permissions: [],
  expiry: 'never',
  ownDate: '',
};

/**
 * The platform's own wizard: Next makes a pending token, Save makes it work, Cancel and leaving
 * discard it.
 * @param tenants those that the person may choose
 */
export const useWizard = (tenants: readonly Tenant[], onEnd: (end: WizardEnd) => void) => {
  const { tenantApi, now } = useServices();
  const session = useSignedIn();
  const [state, setState] = useState<Asking | Showing>({
    step: 'request',
    draft: EMPTY,
    errors: [],
    busy: false,
  });
  // One key for every attempt at the same request, so that a lost answer makes no second token.
  const asked = useRef<{ readonly key: string; readonly request: string } | undefined>(undefined);
  const left = useRef(false);
  const waiting = useRef<ApiToken | undefined>(undefined);

  useEffect(
    () => () => {
      left.current = true;
      if (waiting.current) void tenantApi.cancel(waiting.current.id);
    },
    [tenantApi],
  );

  const keyFor = (request: TokenRequest): string => {
    const text = JSON.stringify(request);
    if (asked.current?.request !== text) {
      asked.current = { key: crypto.randomUUID(), request: text };
    }
    return asked.current.key;
  };

  const next = async (asking: Asking, badDate: boolean): Promise<void> => {
    const context: RequestContext = {
      anchor: session.tenant,
      tenant: (id) => tenants.find((tenant) => tenant.id === id),
      canUseAllTenants: session.canUseAllTenants,
      grantable: session.permissions,
      now: now(),
    };
    const { draft } = asking;
    const checked = validateDraft(
      badDate ? { ...draft, expiry: 'date', ownDate: '-' } : draft,
      context,
    );
    if (!checked.ok) {
      setState({ step: 'request', draft, errors: checked.error, busy: false });
      return;
    }
    setState({ step: 'request', draft, errors: [], busy: true });
    const answer = await tenantApi.next(checked.value, { idempotencyKey: keyFor(checked.value) });
    const back = { step: 'request', draft, errors: [], busy: false } as const;
    if (!answer.ok) {
      const { error } = answer;
      const fields = error.code === 'invalid' ? error.fields : [];
      setState(fields.length > 0 ? { ...back, errors: fields } : { ...back, problem: error });
      return;
    }
    asked.current = undefined;
    const { record, token } = answer.value;
    if (token === undefined) {
      setState({ ...back, problem: { code: 'not_found' } });
      return;
    }
    if (left.current) {
      void tenantApi.cancel(record.id);
      return;
    }
    waiting.current = record;
    setState({ step: 'token', record, token, busy: false });
  };

  const save = async (showing: Showing): Promise<void> => {
    const { record } = showing;
    waiting.current = undefined;
    setState({ ...showing, problem: undefined, busy: true });
    const answer = await tenantApi.save(record.id, record.generation);
    if (answer.ok) {
      onEnd({ how: 'saved', name: record.name });
      return;
    }
    if (!left.current) waiting.current = record;
    setState({ ...showing, problem: answer.error, busy: false });
  };

  const discard = async (showing: Showing): Promise<void> => {
    setState({ ...showing, problem: undefined, busy: true });
    const answer = await tenantApi.cancel(showing.record.id);
    if (answer.ok) {
      waiting.current = undefined;
      onEnd({ how: 'discarded' });
      return;
    }
    setState({ ...showing, problem: answer.error, busy: false });
  };

  return {
    state,
    edit: (change: Partial<Draft>) =>
      setState((before) =>
        before.step === 'request' ? { ...before, draft: { ...before.draft, ...change } } : before,
      ),
    /** @param badDate the date field holds something that is no date, which it does not hand out */
    next: (badDate: boolean) => {
      if (state.step === 'request' && !state.busy) void next(state, badDate);
    },
    save: () => {
      if (state.step === 'token' && !state.busy) void save(state);
    },
    cancel: () => {
      if (state.step === 'request') onEnd({ how: 'left' });
      else if (!state.busy) void discard(state);
    },
  };
};
