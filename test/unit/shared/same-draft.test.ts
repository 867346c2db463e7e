import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/request-fields.ts';
import { isAlike, isSameDraft } from '../../../shared/same-draft.ts';
import { defaultDraft } from '../../../shared/token-request.ts';
import { NORTH } from './examples.ts';

const DRAFT = defaultDraft(NORTH.id, ['read', 'write']);

/** The same form with each of its fields filled in otherwise. */
const OTHERS: readonly Partial<Draft>[] = [
  { name: 'CI' },
  { description: 'For CI' },
  { tenantId: 'all' },
  { permissions: ['read', 'write'] },
  { expiry: '7d' },
  { ownDate: '2026-06-08' },
];

describe('two forms', () => {
  it('hold the same where each field does, lists as well', () => {
    expect(isSameDraft(DRAFT, { ...DRAFT, permissions: [...DRAFT.permissions] })).toBe(true);
  });

  it.each(OTHERS)('do not where one has %j', (change) => {
    const other = { ...DRAFT, ...change };
    expect(isSameDraft(DRAFT, other)).toBe(false);
    const [field] = Object.keys(change) as [keyof Draft];
    expect(isAlike(change, DRAFT, field)).toBe(false);
    expect(isAlike(change, other, field)).toBe(true);
  });
});
