import { expect, test } from 'vitest';
import { firstLabel, SUBJECTS } from '../../../shared/cockpit/labels.ts';
import type { PageSpec, Trial } from './mutated/page-spec.ts';
import { tryPages, tryTrials } from './mutated/try-pages.ts';

/** Other pages than the last time, so that each run looks somewhere new. */
const SEED = Date.now() % 1_000_000_000;

// A few of them; `npm run prove:pages` tries hundreds.
test.each([
  ['chromium', 12],
  ['firefox', 6],
] as const)(
  'in %s, on %i mutated pages the server holds exactly what was asked for, or nothing',
  async (kind, count) => {
    const { counts, wrong } = await tryPages(kind, count, SEED);
    expect(wrong).toEqual([]);
    expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(count);
  },
);

/** A page on which Next is the driver's fourth press, and whose eighth event is the pointer's on it. */
const SET_UNDER_NEXT: Trial = {
  spec: {
    language: 'en',
    words: Object.fromEntries(
      SUBJECTS.map((subject) => [subject, firstLabel(subject, 'en')]),
    ) as PageSpec['words'],
    start: 'home',
    labels: 'around',
    boxes: 'list',
    tenantKind: 'list',
    tenants: ['Nord Hafen', 'Nord'],
    rows: 3,
    dateKind: 'none',
    dateOrder: 'dmy',
    preticked: ['read', 'write'],
    admin: 'none',
    extra: 'device group',
    extraSet: 'late',
    dialog: false,
    settingsForm: false,
    troubles: [],
    tokenIn: 'code',
    afterNext: 'token',
    afterFinish: 'list',
    oldRow: false,
  },
  request: {
    name: 'Stock sync',
    description: '',
    tenant: { kind: 'one', name: 'Nord' },
    permissions: ['read', 'write'],
    expiresOn: null,
  },
  finish: 'save',
};

test.each(['chromium', 'firefox'] as const)(
  'in %s, a form that changes as the pointer goes down on Next is not sent',
  async (kind) => {
    const { counts, wrong } = await tryTrials(kind, [SET_UNDER_NEXT]);
    expect(wrong).toEqual([]);
    expect([...counts.keys()]).toEqual(['unknown']);
  },
);
