import { buildSlackPage } from './build-slack-page.ts';
import { readSlackSettings } from './settings.ts';
import { startSlack } from './start-slack.ts';

// The workspace alone, with its page, until Ctrl-C.

const explain = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
};

const start = async (): Promise<void> => {
  const options = await readSlackSettings();
  const slack = await startSlack({ ...options, pageDir: await buildSlackPage() });
  const end = (): void => {
    slack.close().then(() => process.exit(0), explain);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const route = options.app.socketMode
    ? 'over its sockets'
    : `at ${options.app.requestUrl ?? 'no address yet (SLACK_REQUEST_URL)'}`;
  console.log(`Workspace on this machine alone: ${slack.origin}/
For the app: slackApiUrl ${slack.apiUrl}
It is reached ${route}. Ctrl-C ends it.`);
};

await start().catch(explain);
