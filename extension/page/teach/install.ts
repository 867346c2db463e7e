import { createTeachPage } from './teach-page.ts';

/** Where the page part of pointing stands in the isolated world, as long as its document lives. */
export interface WithTeachPage {
  tenantTokenTeach?: ReturnType<typeof createTeachPage>;
}

/** Puts it in place, once a document. */
export const installTeachPage = (): void => {
  (globalThis as WithTeachPage).tenantTokenTeach ??= createTeachPage(document);
};
