import { describe, expect, test } from 'vitest';
import {
  attentionOf,
  type Watched,
  waitingElsewhere,
} from '../../../../extension/background/attention.ts';
import type { Operation, Place } from '../../../../shared/flow/state.ts';
import { form } from '../../shared/flow/states.ts';
import {
  draft,
  MINUTE,
  NOW,
  place,
  record,
  request,
  session,
  tokenSecret,
} from '../../shared/examples.ts';

const shown = (at: Place = place(), pendingUntil: string | null = null): Watched => ({
  seen: false,
  underWay: false,
  flow: {
    step: 'token',
    place: at,
    draft: draft({ name: ' CI uploader ' }),
    record: record({ pendingUntil }),
    token: tokenSecret(),
    copied: false,
    confirming: false,
    saveTried: false,
  },
});

const asked = (step: 'working' | 'unknown', underWay = false): Watched => {
  const common = { place: place(), draft: draft(), request: request(), key: 'k', attempt: 1 };
  const flow: Operation =
    step === 'working' ? { step, ...common } : { step, ...common, error: { code: 'timeout' } };
  return { seen: false, underWay, flow };
};

const saved: Watched = {
  seen: false,
  underWay: false,
  flow: { step: 'saved', place: place(), draft: draft(), record: record() },
};

describe('attention', () => {
  test('is asked for by what waits for a person, not by what is under way or done', () => {
    const all = [shown(), asked('unknown'), asked('working', true), saved];
    const { count } = attentionOf(all, NOW);
    expect(count).toBe(2);
  });

  test('is asked for by what its process has left half done', () => {
    expect(attentionOf([asked('working')], NOW).count).toBe(1);
    const other = place({ origin: 'https://sol.example.com' });
    expect(waitingElsewhere([asked('working')], form({ place: other }))).toHaveLength(1);
  });

  test('is looked for anew where a process may die of which nobody would hear', () => {
    expect(attentionOf([asked('working', true)], NOW).wakeAt).toBe(NOW + MINUTE);
    expect(attentionOf([asked('working')], NOW).wakeAt).toBeUndefined();
  });

  test('knows of each token that can be read, whether or not its time ends', () => {
    expect(attentionOf([shown()], NOW).readable).toBe(true);
    expect(attentionOf([asked('unknown'), saved], NOW).readable).toBe(false);
  });

  test('is due when the first of the tokens must be erased', () => {
    const at = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
    expect(attentionOf([shown(place(), at(15)), shown(place(), at(3))], NOW).wakeAt).toBe(
      NOW + 3 * MINUTE,
    );
    expect(attentionOf([shown(), saved], NOW).wakeAt).toBeUndefined();
  });
});

describe('a token whose time ran out while it was being saved', () => {
  test('has been erased already, and is due no more', () => {
    const { flow } = shown(place(), new Date(NOW - MINUTE).toISOString());
    if (flow.step !== 'token') throw new Error('not a token');
    const saving: Watched = {
      seen: false,
      underWay: true,
      flow: { ...flow, step: 'saving', token: null },
    };
    expect(attentionOf([{ ...saving, underWay: false }], NOW).wakeAt).toBeUndefined();
  });
});

describe('what waits elsewhere', () => {
  const here = form();
  const sol = place({ origin: 'https://sol.example.com' });
  const ben = place({
    session: session({ user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' } }),
  });

  test('is what waits at another origin, or here for someone else', () => {
    expect(waitingElsewhere([shown(), shown(sol), shown(ben)], here)).toEqual([
      { origin: 'https://sol.example.com', name: 'CI uploader' },
      { origin: 'https://nord.example.com', name: null },
    ]);
  });

  test('is everything, where nobody is signed in', () => {
    const nobody = { step: 'signed_out', origin: place().origin, perhaps: false } as const;
    expect(waitingElsewhere([shown()], nobody)).toEqual([
      { origin: 'https://nord.example.com', name: 'CI uploader' },
    ]);
  });

  test('is told without its name to another person on the same page, may they make tokens or not', () => {
    const nameless = [{ origin: 'https://nord.example.com', name: null }];
    expect(waitingElsewhere([shown()], form({ place: ben }))).toEqual(nameless);
    expect(waitingElsewhere([shown()], { step: 'not_allowed', place: ben })).toEqual(nameless);
  });

  test('tells no token', () => {
    expect(JSON.stringify(waitingElsewhere([shown(sol)], here))).not.toContain(
      tokenSecret().reveal(),
    );
  });
});
