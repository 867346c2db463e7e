import { afterAll, afterEach, beforeAll } from 'vitest';
import { openStore, type Store } from '../../bot/store/open-store.ts';
import type { TestDatabase } from './databases.ts';

/**
 * A store for a suite's tests, emptied after each: to open another costs as much as several tests.
 * @param fresh makes its database
 * @param given told of it once it is open
 */
export const inStore = (
  fresh: () => Promise<TestDatabase>,
  given: (store: Store, database: TestDatabase) => void,
): void => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await fresh();
    store = await openStore(database.url);
    given(store, database);
  });
  afterEach(() => database.empty());
  afterAll(async () => {
    await store.flows.close();
    await database.close();
  });
};
