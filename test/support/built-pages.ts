import { buildCockpit } from '../../sandbox/platform/build-cockpit.ts';
import { buildSlackPage } from '../../sandbox/slack/build-slack-page.ts';
import { once } from './once.ts';

/** The folder of the cockpit, built once a worker. */
export const builtCockpit = once(buildCockpit);

/** The folder of the workspace's page, built once a worker. */
export const builtPage = once(buildSlackPage);
