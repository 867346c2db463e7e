import { describe, expect, it } from 'vitest';
import { FILLED_IN, LEADING } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import {
  calledLikely,
  inListOf,
  kindsOf,
  mayBeStale,
  mayLack,
  showableAfter,
  TAUGHT,
} from '../../../../shared/cockpit/taught.ts';

describe('after a refusal', () => {
  it.each([
    ['missing', 'save'],
    ['missing', 'next'],
    ['ambiguous', 'read'],
    ['unknown_field', 'tenant'],
    ['other_tokens', 'cancel'],
  ] as const)('the one control is shown, where the form is there: %s %s', (reason, subject) => {
    expect(showableAfter(refusal(reason, subject))).toEqual([subject]);
  });

  it('a field may be left alone that nobody said anything of', () => {
    expect(showableAfter(refusal('unknown_field', null, 'Level'))).toEqual(['left']);
  });

  it.each([
    ['no_answer', 'next'],
    ['unread', 'token'],
    ['two_tokens', 'token'],
  ] as const)('the token is, where none was seen alone after Next: %s', (reason, subject) => {
    expect(showableAfter(refusal(reason, subject))).toEqual(['token']);
  });

  it.each(['open', null] as const)('all of them are, where it was not found: %s', (subject) => {
    expect(showableAfter(refusal('no_wizard', subject))).toEqual(TAUGHT);
  });

  it.each(['unsaved', 'too_large', 'tenant_unknown', 'unset', 'named'] as const)(
    'nothing is, where that helps nothing: %s',
    (reason) => {
      expect(showableAfter(refusal(reason, 'name'))).toBeUndefined();
    },
  );

  it('nothing is, where the page was at work for too long before Next', () => {
    expect(showableAfter(refusal('no_answer', null))).toBeUndefined();
  });

  it('the description is to blame where its control is not there, and not where it is in use', () => {
    expect(mayBeStale(refusal('missing', 'name'))).toBe(true);
    expect(mayBeStale(refusal('covered', 'next'))).toBe(false);
  });
});

describe('a refusal', () => {
  it('names no control where it is about none', () => {
    expect(refusal('no_wizard', 'open')).toStrictEqual({
      reason: 'no_wizard',
      subject: 'open',
      control: '',
    });
  });
});

describe('each part of a form', () => {
  it.each([
    ['save', ['button']],
    ['left', FILLED_IN],
    ['token', []],
    ['open', LEADING],
    ['read', ['check']],
    ['cancel', ['button', 'link']],
  ] as const)('is of its kinds alone: %s', (subject, kinds) => {
    expect(kindsOf(subject)).toEqual(kinds);
  });

  it('can be of some kind', () => {
    for (const subject of [...TAUGHT, 'save', 'cancel'] as const) {
      expect(kindsOf(subject).length).toBeGreaterThan(0);
    }
  });

  it('can be lacking, but for what makes it a form', () => {
    expect(TAUGHT.filter((subject) => !mayLack(subject))).toEqual(['name', 'next']);
  });

  it.each([
    ['delete', ['delete', 'löschen', 'elimina'], 'create'],
    ['name', ['name', 'nome'], 'description'],
    ['next', ['next', 'weiter', 'avanti'], 'cancel'],
    ['next', ['create token', 'token erstellen'], 'save'],
    ['open', ['create token'], 'next'],
  ] as const)('is looked for by its own words in every language: %s', (subject, words, other) => {
    const called = calledLikely(subject);
    expect(called).toEqual(expect.arrayContaining([...words]));
    expect(called).not.toContain(other);
  });

  it.each(['token', 'left'] as const)(
    'has no words where it is no part with a name: %s',
    (what) => {
      expect(calledLikely(what)).toEqual([]);
    },
  );

  it.each([
    ['read', ['select', 'combobox']],
    ['delete', ['select', 'combobox']],
    ['name', []],
    ['permissions', []],
  ] as const)('may stand in a list only if it is a permission: %s', (subject, kinds) => {
    expect(inListOf(subject)).toEqual(kinds);
  });
});
