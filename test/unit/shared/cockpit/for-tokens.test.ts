import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/cockpit/decide.ts';
import type { Observation } from '../../../../shared/cockpit/observation.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import { choice, control, page, pointed, TYPED, wizardControls } from './controls.ts';
import { REQUEST } from './filled-form.ts';

describe('a form of the wizard’s name, rights and Next alone', () => {
  const role = (name = 'Name') =>
    wizardControls()
      .filter((each) => each.name !== 'Expiration date')
      .map((each) => (each.name === 'Name' ? { ...each, name } : each));
  const first = (observation: Observation, run: Partial<Run> = {}) => {
    const inForm = observation.controls.some(({ name }) => /tenant/i.test(name));
    const tenant = inForm ? ({ kind: 'all' } as const) : null;
    const decision = decide(observation, { ...REQUEST, tenant }, { ...NEW_RUN, ...run }, 10_000);
    return decision.do === 'refuse' ? decision.refusal.reason : decision.do;
  };
  const opened = { went: ['open'] } as const;

  it.each<[string, Observation, Partial<Run>?]>([
    ['that stands there', page(role())],
    ['in a dialog', page(role(), { unsaved: true })],
    ['that somebody went on to by hand', page(role()), { ...opened, byHand: true }],
    ['of which only Next was shown', page(role(), { pointed: [pointed('next', 'Next')] })],
  ])('is a role’s, and not touched: one %s', (_, observation, run) => {
    const reason = observation.unsaved ? 'unsaved' : 'no_wizard';
    expect(first(observation, run)).toBe(reason);
  });

  it.each<[string, Observation, Partial<Run>?]>([
    ['was opened beside the list of tokens', page(role()), opened],
    ['says so in its name', page(role('Token name'))],
    [
      'has a tenant',
      page([
        ...role(),
        control('select', 'Tenant', { path: [1, 2], options: [choice('All tenants')] }),
      ]),
    ],
    ['has all tenants', page([...role(), control('check', 'All tenants', { path: [1, 2] })])],
    ['stands below their heading', page(role(), { headed: true })],
    ['was shown', page(role(), { pointed: [pointed('name', 'Name')] })],
  ])('is a token’s where it %s', (_, observation, run) => {
    expect(first(observation, run)).toBe('act');
  });

  it.each<[string, Partial<Run>]>([
    ['an earlier run', { leftIn: 'one' }],
    ['this run', { ...TYPED, ...opened, byHand: true, documentId: 'one' }],
  ])('is a token’s where the name that %s has typed stands there', (_, run) => {
    const named = (value: string): Observation =>
      page(role().map((each) => (each.name === 'Name' ? { ...each, value } : each)));
    expect(first(named(REQUEST.name), run)).toBe('act');
    expect(first(named('Auditors'), run)).toBe('no_wizard');
    expect(first({ ...named(REQUEST.name), documentId: 'two' }, run)).toBe('no_wizard');
  });
});
