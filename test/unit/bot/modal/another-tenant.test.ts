import { describe, expect, it } from 'vitest';
import { checkFields } from '../../../../bot/modal/check-form.ts';
import { formFor, startForm } from '../../../../bot/modal/fill-form.ts';
import type { ModalForm } from '../../../../bot/modal/form.ts';
import { readMetadata, writeMetadata } from '../../../../bot/modal/metadata.ts';
import { wishOfRequest } from '../../../../bot/modal/wish.ts';
import { HARBOUR, NORTH, session } from '../../shared/examples.ts';
import { circumstances, METADATA, wish } from './circumstances.ts';

const REQUEST = {
  name: 'CI',
  description: '',
  tenantId: 'all',
  permissions: ['read'],
  expiresOn: null,
} as const;
const { apiUrl } = session().tenant;

/** The bot has another key now, of a tenant on a platform of another address. */
const moved = circumstances({
  session: { tenant: { ...session().tenant, ...HARBOUR, apiUrl: 'https://api.elsewhere.example' } },
});

const started = (from = circumstances(), wanted = wish()): ModalForm => {
  const form = startForm(from, METADATA, wanted);
  if (!form.ok) throw new Error(form.error.text);
  return form.value;
};

/** What a form remembers, as Slack gives it back. */
const kept = ({ metadata }: ModalForm) => {
  const read = readMetadata(writeMetadata(metadata));
  if (!read) throw new Error('not read');
  return read;
};

describe('“All tenants” of a form', () => {
  const all = (from = circumstances()): ModalForm =>
    formFor(from, kept(started()), { ...started().draft, name: 'CI', tenantId: 'all' }, undefined);
  const submitted = (form: ModalForm, from: typeof moved) =>
    checkFields(from.offer, { ...kept(form), now: from.now }, 'en', form.draft, undefined);

  it('are asked for where they are those of the tenant whose form it was', () => {
    expect(submitted(all(), circumstances()).ok).toBe(true);
  });

  it('are not asked for once they would be those of another', () => {
    expect(submitted(all(), moved)).toEqual({
      ok: false,
      error: [
        { field: 'tenantId', text: 'What All tenants means has changed since. Choose a tenant.' },
      ],
    });
  });

  it('are not asked for where something else was changed meanwhile', () => {
    const redrawn = formFor(moved, kept(all()), { ...all().draft, permissions: [] }, undefined);
    expect(submitted({ ...redrawn, draft: all().draft }, moved).ok).toBe(false);
  });

  it('are asked for where they were chosen once they were those of the other', () => {
    const chosen = { ...kept(all()), anchorId: undefined };
    expect(submitted(formFor(moved, chosen, all().draft, undefined), moved).ok).toBe(true);
  });

  it('are asked for from a form of an earlier version, which did not remember', () => {
    const earlier = { ...kept(all()), anchorId: undefined };
    const now = { ...earlier, now: moved.now };
    expect(checkFields(moved.offer, now, 'en', all().draft, undefined).ok).toBe(true);
  });
});

describe('Ask again', () => {
  const one = { ...REQUEST, tenantId: HARBOUR.id };

  it('for all tenants chooses none where they would be those of another', () => {
    const where = { anchorTenantId: NORTH.id, apiUrl };
    expect(started(circumstances(), wishOfRequest(REQUEST, 'Nord', where)).draft.tenantId).toBe(
      'all',
    );
    const form = started(moved, wishOfRequest(REQUEST, 'Nord', where));
    expect(form.draft.tenantId).toBe('');
    expect(form.metadata.notes).toEqual([
      {
        field: 'tenantId',
        text: 'What \u2068All tenants\u2069 means has changed since. Choose a tenant.',
      },
    ]);
  });

  it('for a tenant of another platform, which has the same id, chooses none', () => {
    const where = { anchorTenantId: NORTH.id, apiUrl };
    expect(started(circumstances(), wishOfRequest(one, 'Harbour', where)).tenant).toEqual(HARBOUR);
    const form = started(moved, wishOfRequest(one, 'Harbour', where));
    expect(form.draft.tenantId).toBe('');
    expect(form.metadata.notes[0]?.text).toContain('\u2068Harbour\u2069 means has changed');
  });

  it('goes by the tenant alone where an earlier version did not write down whose it was', () => {
    const where = { anchorTenantId: null };
    expect(started(moved, wishOfRequest(REQUEST, 'Nord', where)).draft.tenantId).toBe('all');
  });
});
