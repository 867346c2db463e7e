import type { Circumstances } from '../../../../bot/policy/circumstances.ts';
import type { ModalMetadata } from '../../../../bot/modal/metadata.ts';
import type { Wish } from '../../../../bot/modal/wish.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import type { Asker } from '../../../../shared/policy/asker.ts';
import type { Rule } from '../../../../shared/policy/policy.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { HARBOUR, NORTH, NOW, session, uuid } from '../../shared/examples.ts';

export const METADATA: Omit<ModalMetadata, 'notes'> = {
  channel: 'C0IT',
  responseUrl: 'https://hooks.slack.com/commands/T1/2/abc',
  userId: 'U1',
  issuedAt: NOW,
  language: 'en',
};

export const wish = (changes: Partial<Wish> = {}): Wish => ({
  ...NO_TEXTS,
  tenant: undefined,
  permissions: undefined,
  expires: undefined,
  unread: [],
  unmet: [],
  ...changes,
});

export const rule = (changes: Partial<Rule> = {}): Rule => ({
  who: { users: ['U0ADA'], groups: [], channels: [] },
  tenants: 'any',
  allTenants: true,
  permissions: ['read', 'write', 'create', 'delete'],
  maxDays: null,
  ask: null,
  ...changes,
});

const ADA: Asker = { id: 'U0ADA', kind: 'member', groups: [], channel: 'C0IT' };

/** Two tenants, Nord the bot's own; ada asks, at noon of 10 March 2026. */
export const circumstances = (
  changes: {
    readonly rules?: readonly Rule[];
    readonly asker?: Partial<Asker>;
    readonly tenants?: readonly Tenant[];
    readonly total?: number;
    readonly listMissing?: boolean;
    readonly unsure?: Circumstances['unsure'];
    readonly session?: Parameters<typeof session>[0];
  } = {},
): Circumstances => {
  const tenants = changes.tenants ?? [NORTH, HARBOUR];
  return {
    policy: { ask: 'the admins', rules: changes.rules ?? [rule()] },
    person: { id: ADA.id, name: 'Ada', kind: 'member', language: 'en' },
    asker: { ...ADA, ...changes.asker },
    unsure: changes.unsure,
    offer: {
      session: session({ user: null, ...changes.session }),
      tenants,
      total: changes.total ?? tenants.length,
      listMissing: changes.listMissing ?? false,
    },
    now: NOW,
  };
};

/** Tenants that a list cannot hold. */
export const many = (count: number): readonly Tenant[] =>
  Array.from({ length: count }, (_, index) => ({
    id: uuid(1000 + index),
    name: `Plant ${index}`,
    parentId: null,
    timeZone: 'Europe/Rome',
  }));
