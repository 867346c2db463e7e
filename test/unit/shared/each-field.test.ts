import { describe, expect, it } from 'vitest';
import { isTextField, REQUEST_FIELDS, textsOf } from '../../../shared/each-field.ts';
import { validateTokenRequest } from '../../../shared/token-request.ts';
import { context, request } from './examples.ts';

describe('the fields of a request', () => {
  it('that hold text are told from the others', () => {
    expect(REQUEST_FIELDS.filter(isTextField)).toEqual(['name', 'description']);
  });

  it('give their texts alone', () => {
    const { name, description } = request();
    expect(textsOf(request())).toEqual({ name, description });
  });

  it('that a form does not ask for stand empty, for the tenant of the page and without an end', () => {
    const { anchor } = context();
    const asked = { ...request(), permissions: ['root'], tenantId: 'nowhere', expiresOn: 'soon' };
    expect(validateTokenRequest(asked, context({ fields: ['name'] }))).toEqual({
      ok: true,
      value: {
        name: asked.name,
        description: '',
        tenantId: anchor.id,
        permissions: [],
        expiresOn: null,
      },
    });
  });
});
