import { getPath } from 'hono/utils/url';
import { API_BASE, HEADERS } from '../../../shared/tenant-api/endpoints.ts';
import { placeOf } from '../hosts.ts';
import { COCKPIT_API } from '../pages/cockpit-api-path.ts';
import { readTenants } from '../store/tenants.ts';
import type { PlatformWorld } from '../world.ts';

/** Nothing is there. */
const NOWHERE = '/nowhere';

/**
 * Which route a request is for. On the URL of a tenant that answers keys alone, the Tenant API is not
 * there for people: their cockpit reaches the same rules under a path of its own, which is nobody's
 * contract.
 */
export const routeOf =
  (world: PlatformWorld) =>
  (request: Request): string => {
    const path = getPath(request);
    const own = path.startsWith(`${COCKPIT_API}/`);
    if (!own && !path.startsWith(`${API_BASE}/`)) return path;
    const place = placeOf(new URL(request.url).host, world.port(), readTenants(world.db));
    const keysOnly = place?.kind === 'url' && place.tenant.keysOnly;
    if (!keysOnly) return own ? NOWHERE : path;
    if (own) return API_BASE + path.slice(COCKPIT_API.length);
    return request.headers.has(HEADERS.apiKey) ? path : NOWHERE;
  };
