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
  const usual = named.map(({ id, name }) => option(name, id, endOf(name)));
  const looks = usual.map(lookOf);
  const often = new Map<string, number>();
  for (const look of looks) often.set(look, (often.get(look) ?? 0) + 1);
  // Nothing but the id is left to tell these apart.
  return named.map(({ id, name }, at) => {
    const alone = often.get(looks[at] ?? '') === 1 ? usual[at] : undefined;
    return alone ?? option(name, id, id);
  });
};
