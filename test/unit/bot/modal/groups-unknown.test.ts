import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { en } from '../../../../bot/messages/en.ts';
import { formFor, startForm } from '../../../../bot/modal/fill-form.ts';
import type { ModalForm } from '../../../../bot/modal/form.ts';
import { wishOfArguments } from '../../../../bot/modal/wish.ts';
import { HARBOUR, NORTH } from '../../shared/examples.ts';
import { circumstances, METADATA, rule } from './circumstances.ts';

const GIVEN = rule({
  tenants: [NORTH.name],
  permissions: ['read'],
  maxDays: 30,
  allTenants: false,
});
const FOR_GROUP = rule({ who: { users: [], groups: ['S0OPS'], channels: [] } });
const LIMITED = { kind: 'unknown', code: 'late' } as const;

const started = (text: string, unsure?: typeof LIMITED): ModalForm => {
  const from = circumstances({ rules: [GIVEN, FOR_GROUP], ...(unsure && { unsure }) });
  const form = startForm(from, METADATA, wishOfArguments(parseArguments(text)));
  if (!form.ok) throw new Error(form.error.text);
  return form.value;
};

const WISH = '"CI" --tenant Harbour --permissions delete --expires never';

describe('where Slack does not say which groups somebody is in', () => {
  it('nobody is told that no rule gives them what one for a group may give', () => {
    const { metadata, draft } = started(WISH, LIMITED);
    expect(metadata.notes.map(({ text }) => text)).toEqual([en.form.groupsUnknown]);
    expect(draft).toMatchObject({ tenantId: '', permissions: [], ownDate: '' });
  });

  it('they are told so where Slack does say', () => {
    const said = started(WISH).metadata.notes.map(({ text }) => text);
    expect(said).not.toContain(en.form.groupsUnknown);
    expect(said[0]).toContain('No rule of the policy gives you tenant');
  });

  it('what is chosen later is not said to be refused either', () => {
    const form = started('"CI"', LIMITED);
    const from = circumstances({ rules: [GIVEN, FOR_GROUP], unsure: LIMITED });
    const chosen = { ...form.draft, tenantId: HARBOUR.id };
    expect(formFor(from, form.metadata, chosen, HARBOUR).warnings).toEqual([
      { text: en.form.groupsUnknown },
    ]);
  });

  it('what a rule for a person gives is given', () => {
    expect(started('"CI"', LIMITED)).toMatchObject({
      draft: { tenantId: NORTH.id, permissions: ['read'], expiry: '30d' },
      warnings: [],
      metadata: { notes: [] },
    });
  });
});
