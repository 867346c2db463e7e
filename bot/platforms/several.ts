import { err } from '../../shared/result.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import { namedApi } from './named-api.ts';
import { splitId } from '../../shared/policy/platform-names.ts';

/** A platform among several. */
export interface PlatformPart {
  readonly name: string;
  readonly api: TenantApi;
}

const nowhere = async () => err({ code: 'forbidden' } as const);

/** In the place of one that the settings name no longer: certainly nothing happens there. */
const NOWHERE: Pick<TenantApi, 'next' | 'save' | 'cancel'> = {
  next: nowhere,
  save: nowhere,
  cancel: nowhere,
};

/**
 * Several platforms as one: each request goes to the one that its tenant's or its token's id names. An id
 * from before there were several is the first one's.
 * @param parts each by its own ids
 */
export const severalPlatforms = (parts: readonly [PlatformPart, ...PlatformPart[]]): TenantApi => {
  const [first] = parts;
  const named = new Map(parts.map(({ name, api }) => [name, namedApi(name, api)]));
  const apiFor = (id: string): Pick<TenantApi, 'next' | 'save' | 'cancel'> => {
    const { platform } = splitId(id);
    return platform === null ? first.api : (named.get(platform) ?? NOWHERE);
  };
  return {
    ...first.api,
    next: (request, options) => apiFor(request.tenantId).next(request, options),
    save: (id, generation) => apiFor(id).save(id, generation),
    cancel: (id) => apiFor(id).cancel(id),
  };
};
