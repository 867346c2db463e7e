import { isUuid } from '../uuid.ts';
import { anyOn, idForm, splitId } from './platform-names.ts';

/** A tenant as rules name it; for "All tenants" the anchor, with its id `all`. */
export interface PolicyTenant {
  readonly id: string;
  readonly name: string;
}

/** A tenant's name or id in the one form in which rules compare it. */
export const nameForm = (text: string): string => idForm(text).normalize('NFC');

/**
 * By what rules can name a tenant. What looks like an id is one: else a tenant could take another's
 * id for its name.
 */
export const nameForms = ({ id, name }: PolicyTenant): readonly string[] => {
  const forms = isUuid(name) ? [nameForm(id)] : [nameForm(id), nameForm(name)];
  const { platform } = splitId(id);
  return platform === null ? forms : [...forms, anyOn(platform)];
};
