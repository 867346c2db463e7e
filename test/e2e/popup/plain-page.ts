/** A page on every tenant's origin that has nothing to it, where the cockpit's weight is of no use. */
export const PLAIN_PATH = '/plain';

/** What is served there. */
export const plainPage = (): Response =>
  new Response('<!doctype html><html lang="en"><title>Tenant</title><h1>Tenant</h1>', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
