import { describe, expect, it } from 'vitest';
import { TEXT_FIELD_NAMES, TEXT_FIELDS } from '../../../../shared/request-fields.ts';
import { ok } from '../../../../shared/result.ts';
import { storedDraftSchema, storedRequestSchema } from '../../../../shared/stored-request.ts';
import { TOKEN_FIELDS } from '../../../../shared/tenant-api/endpoints.ts';
import { validateDraft } from '../../../../shared/token-request.ts';
import { context, draft, request } from '../examples.ts';
import { ask, KEY } from '../tenant-api/ask.ts';
import { answer, NEW_TOKEN } from '../tenant-api/wire-examples.ts';
import { faults, validate } from './faults.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

// Whatever is declared as a text is tried here, without a line of its own.
describe.each(TEXT_FIELD_NAMES)('the text “%s”', (field) => {
  const { required, lines, max } = TEXT_FIELDS[field];
  const given = `Given as ${field}`;
  const onWire = TOKEN_FIELDS.request[field];

  it('is as long as declared, in code points, and no longer', () => {
    expect(faults({ [field]: '🚀'.repeat(max) })).toEqual({});
    expect(validate({ [field]: '🚀'.repeat(max + 1) })).toEqual({
      ok: false,
      error: [{ field, code: 'too_long', max }],
    });
  });

  it('may be left empty, or may not, as declared', () => {
    expect(faults({ [field]: '' })).toEqual(required ? { [field]: 'required' } : {});
    expect(faults({ [field]: undefined })).toEqual({ [field]: 'required' });
    expect(faults({ [field]: 7 })).toEqual({ [field]: 'wrong_type' });
  });

  it('has one line or many, as declared, and nothing that cannot be seen', () => {
    expect(faults({ [field]: 'one\ntwo' })).toEqual(
      lines === 'one' ? { [field]: 'control_characters' } : {},
    );
    expect(faults({ [field]: 'a\u202Eb' })).toEqual({ [field]: 'control_characters' });
    expect(validate({ [field]: ' a ' })).toMatchObject(
      ok({ [field]: lines === 'one' ? 'a' : ' a ' }),
    );
  });

  it('goes from the form into the request', () => {
    expect(validateDraft(draft({ [field]: given }), context())).toMatchObject(
      ok({ [field]: given }),
    );
  });

  it('goes to the platform, and comes back in the record', async () => {
    const wire = answer({ ...NEW_TOKEN, [onWire]: given }, { status: 201 });
    const { result, request: sent } = await ask(wire, (api) =>
      api.next(request({ [field]: given }), KEY),
    );
    expect(JSON.parse((sent as { body: string }).body)).toMatchObject({ [onWire]: given });
    expect(result).toMatchObject(ok({ record: { [field]: given } }));
  });

  it('is empty in the record where the platform does not name it', async () => {
    const { [onWire]: _, ...others } = NEW_TOKEN as Record<string, unknown>;
    const { result } = await ask(answer(others), (api) => api.next(request(), KEY));
    expect(result).toMatchObject(ok({ record: { [field]: '' } }));
  });

  it('is kept with a form and with a request', () => {
    const [form, asked] = [draft({ [field]: given }), request({ [field]: given })];
    expect(storedDraftSchema.parse(throughJson(form))).toEqual(form);
    expect(storedRequestSchema.parse(throughJson(asked))).toEqual(asked);
  });

  it('is empty where an earlier version kept none, unless nothing is made without it', () => {
    const { [field]: _, ...earlier } = request();
    const read = storedRequestSchema.safeParse(throughJson(earlier));
    expect(read.data?.[field]).toBe(required ? undefined : '');
    expect(read.success).toBe(!required);
  });
});
