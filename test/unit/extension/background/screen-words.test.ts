import { describe, expect, test } from 'vitest';
import { SCREEN_TEXTS, screenWords } from '../../../../extension/background/words/screen-words.ts';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { draft, place, record, session } from '../../shared/examples.ts';

const error = { code: 'timeout' } as const;
const { origin } = place();
const ADA = { name: 'Ada', email: 'ada@example.com', role: 'Normal' };

const WORDED: readonly FlowState[] = [
  { step: 'not_tenant', reason: 'restricted' },
  { step: 'not_tenant', reason: 'no_platform' },
  { step: 'not_tenant', reason: 'insecure' },
  { step: 'signed_out', origin, perhaps: false },
  { step: 'signed_out', origin, perhaps: true },
  { step: 'not_allowed', place: place() },
  { step: 'not_allowed', place: place({ session: session({ user: null }) }) },
  { step: 'not_allowed', place: place({ session: session({ user: { ...ADA, role: ' ' } }) }) },
  { step: 'unavailable', origin, error },
  { step: 'failed', place: place(), draft: draft(), reason: 'dead', record: record() },
  ...(['save', 'cancel'] as const).flatMap((wanted) =>
    [undefined, error, { code: 'forbidden' } as const].map((each) => ({
      step: 'unconfirmed' as const,
      place: place(),
      draft: draft(),
      record: record(),
      wanted,
      error: each,
    })),
  ),
  {
    step: 'unconfirmed',
    place: place(),
    draft: draft(),
    record: record({ state: 'active' }),
    wanted: 'cancel',
    otherwise: true,
    error,
  },
];

describe.each(LANGUAGES)('what is said where nothing can be filled in (%s)', (language) => {
  test.each(WORDED)('$step has a title, and values for its places alone', (state) => {
    const words = screenWords(state, language);
    expect(words?.title).toMatch(/\p{L}/u);
    const places = [...(words?.text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(Object.keys(words?.values ?? {}))).toEqual(new Set(places));
  });

  test.each([null, { ...ADA, role: '' }, { ...ADA, role: ' ' }, ADA])(
    'whoever may not is told so without what is not known of them: %o',
    (user) => {
      const state: FlowState = {
        step: 'not_allowed',
        place: place({ session: session({ user }) }),
      };
      const words = screenWords(state, language);
      const said = fill(words?.text ?? '', words?.values ?? {});
      expect(said).toContain('Nord');
      expect(said.includes('Ada')).toBe(user !== null);
      expect(said.includes('(Normal)')).toBe(user === ADA);
      expect(said).not.toMatch(/^\s|\(\s*\)|\s{2}/);
    },
  );

  test('a form has none', () => {
    const form: FlowState = { step: 'form', place: place(), draft: draft(), errors: [] };
    expect(screenWords(form, language)).toBeUndefined();
  });
});

describe('a token that works and could not be revoked', () => {
  const state = {
    step: 'unconfirmed',
    place: place(),
    draft: draft(),
    record: record({ state: 'active', pendingUntil: null }),
    wanted: 'cancel',
  } as const;

  test.each([error, { code: 'forbidden' } as const])(
    'is said to work where it is another than was asked for (%o)',
    (each) => {
      const words = screenWords({ ...state, otherwise: true, error: each }, 'en');
      expect(words).toMatchObject(SCREEN_TEXTS.en.unconfirmed.otherwise);
    },
  );

  test('is never said to die by itself', () => {
    const words = screenWords({ ...state, error: { code: 'forbidden' } }, 'en');
    expect(words?.text).toBe(SCREEN_TEXTS.en.unconfirmed.cancel);
  });
});

describe('a pending token of which Cancel is not known to have been heard', () => {
  const said = (each: ApiError): string | undefined =>
    screenWords(
      {
        step: 'unconfirmed',
        place: place(),
        draft: draft(),
        record: record(),
        wanted: 'cancel',
        error: each,
      },
      'en',
    )?.text;

  test.each<ApiError>([
    { code: 'timeout' },
    { code: 'redirected' },
    { code: 'refused', status: 403, foreign: true },
  ])('is not said to be there still (%o)', (each) => {
    expect(said(each)).toBe(SCREEN_TEXTS.en.unconfirmed.cancel);
  });

  test.each<ApiError>([{ code: 'forbidden' }, { code: 'refused', status: 413 }])(
    'is said to be there still where the platform refused (%o)',
    (each) => {
      expect(said(each)).toBe(SCREEN_TEXTS.en.unconfirmed.refused.text);
    },
  );
});

test.each([null, record({ name: '' })])(
  'a token is named as it was in the form where no record says its name: %o',
  (nameless) => {
    const filled = { place: place(), draft: draft({ name: ' Mine ' }) };
    const failed = { step: 'failed', ...filled, reason: 'unseen', record: nameless } as const;
    expect(screenWords(failed, 'en')?.values).toEqual({ name: 'Mine' });
    if (nameless === null) return;
    const unconfirmed = {
      step: 'unconfirmed',
      ...filled,
      wanted: 'save',
      record: nameless,
    } as const;
    expect(screenWords({ ...unconfirmed, error }, 'en')?.values).toEqual({ name: 'Mine' });
  },
);
