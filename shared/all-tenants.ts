/** The anchor tenant and all its descendants, in the place of one tenant's id. */
export const ALL_TENANTS = 'all';
