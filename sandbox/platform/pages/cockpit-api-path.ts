/** Where the cockpit reaches the platform on a tenant that answers keys alone. */
export const COCKPIT_API = '/cockpit-api/v1';

/** The attribute of the page's root that says so to the cockpit. */
export const COCKPIT_API_ATTRIBUTE = 'data-api';
