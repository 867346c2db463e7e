import type { TestDatabase } from '../databases.ts';
import { BOT_TOKEN, type DeliveryWorld } from '../delivery-world.ts';
import type { Surroundings } from './task.ts';

/** Where a bot of the crash suites works: in a world, on a database of its own. */
export const surroundingsIn = (
  { slack, platform, key }: DeliveryWorld,
  { url }: TestDatabase,
): Surroundings => ({
  databaseUrl: url,
  slackApiUrl: slack.apiUrl,
  platformOrigin: `http://127.0.0.1:${platform.platform.port}`,
  apiKey: key,
  botToken: BOT_TOKEN,
});
