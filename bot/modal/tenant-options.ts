import type { PlainTextOption } from '@slack/types';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { clipStart, LIMITS, option } from '../messages/block-kit.ts';
import type { Texts } from '../messages/en.ts';
import type { FormTenant } from './form.ts';

type Offered = Pick<FormTenant, 'id' | 'name'>;

// Where names begin alike for as long as an option shows, their ends tell them apart.
const endOf = (name: string): string | undefined =>
  name.length > LIMITS.option ? clipStart(name, LIMITS.option) : undefined;

const lookOf = ({ text, description }: PlainTextOption): string =>
  JSON.stringify([text.text, description?.text]);

/** Tenants as they stand among the options, each apart from the others. */
export const tenantOptions = (tenants: readonly Offered[], texts: Texts): PlainTextOption[] => {
  const named = tenants.map(({ id, name }) => ({
    id,
    name: id === ALL_TENANTS ? texts.allTenants : name,
  }));
  const looks = named.map(({ id, name }) => lookOf(option(name, id, endOf(name))));
  const twice = new Set(looks.filter((look, at) => looks.indexOf(look) !== at));
  // Nothing but the id is left to tell these apart.
  return named.map(({ id, name }) => {
    const usual = option(name, id, endOf(name));
    return twice.has(lookOf(usual)) ? option(name, id, id) : usual;
  });
};
