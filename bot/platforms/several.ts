import { err } from '../../shared/result.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import { namedApi } from './named-api.ts';
import { platformOf, splitId } from '../../shared/policy/platform-names.ts';

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
  const apiFor = (id: string): Pick<TenantApi, 'next' | 'save' | 'cancel'> => {
    const whose = platformOf(id, parts);
    if (!whose) return NOWHERE;
    // What is on record from before there were several has the platform's own ids.
    return splitId(id).platform === null ? whose.api : namedApi(whose.name, whose.api);
  };
  return {
    ...parts[0].api,
    next: (request, options) => apiFor(request.tenantId).next(request, options),
    save: (id, generation) => apiFor(id).save(id, generation),
    cancel: (id) => apiFor(id).cancel(id),
  };
};
