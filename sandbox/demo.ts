import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browsers/launch.ts';
import { buildExtension } from './build-extension.ts';
import { doForeignCockpitJob } from './demo/foreign-cockpit-job.ts';
import { doHandOverJob } from './demo/hand-over-job.ts';
import { doPopupJob, type PopupJob } from './demo/popup-job.ts';
import { doSlackJob } from './demo/slack-job.ts';
import { createStory } from './demo/story.ts';
import { buildCockpit } from './platform/build-cockpit.ts';
import { COCKPIT_API } from './platform/pages/cockpit-api-path.ts';
import { startPlatform } from './platform/start-platform.ts';
import { buildSlackPage } from './slack/build-slack-page.ts';
import { API_BASE } from '../shared/tenant-api/endpoints.ts';
import { startTeam } from './team/start-team.ts';

// `npm run demo`: the main job, in the browser's popup and in Slack, without a screen and without a
// hand, each step told, each picture kept. Fails where a step does not end as it should.

const story = await createStory(() => platform.port);
story.tell('Building the extension, the cockpit and the workspace’s page.');
const [extensionDir, cockpitDir, pageDir] = await Promise.all([
  buildExtension('chrome'),
  buildCockpit(),
  buildSlackPage(),
]);
const folder = await mkdtemp(join(tmpdir(), 'tenant-token-demo-'));
const platform = await startPlatform({ port: 0, dataFile: ':memory:', cockpitDir });
const { nord, alm } = platform.tenants;
const team = await startTeam({ platform, pageDir, folder, slackPort: 0, botPort: 0 });
story.tell(`A tenant platform runs at ${nord.url}.`);
const launched = await launchBrowser('chromium', { extensionDir, headless: true, language: 'en' });
try {
  await doPopupJob(story, launched, {
    url: nord.url,
    person: { email: 'ada@nord.example', password: 'demo-ada' },
    pictures: '',
    api: API_BASE,
  });
  story.tell(`At ${alm.url} people have the cockpit alone: its API answers keys, and nobody else.`);
  const alone: PopupJob = {
    url: alm.url,
    person: { email: 'otto@alm.example', password: 'demo-otto' },
    pictures: 'cockpit-alone-',
    api: COCKPIT_API,
  };
  await doForeignCockpitJob(story, launched, alone);
  await doPopupJob(story, launched, alone);
  story.tell(`A Slack workspace with the bot in it runs at ${team.slack.origin}.`);
  await doSlackJob(story, launched.browser, team);
  await doHandOverJob(story, launched, team, {
    url: alm.url,
    person: { email: 'otto@alm.example', password: 'demo-otto' },
  });
  console.log(`\nDone. The pictures are in ${story.pictures}.`);
} finally {
  await launched.close();
  await team.close();
  await platform.close();
  await rm(folder, { recursive: true });
}
