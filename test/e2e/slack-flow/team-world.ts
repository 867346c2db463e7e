import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, startPlatform } from '../../../sandbox/platform/start-platform.ts';
import { startTeam, type Team } from '../../../sandbox/team/start-team.ts';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import { builtPage } from '../../support/built-pages.ts';
import { createCall } from '../../support/platform-client.ts';
import {
  type PageBrowser,
  type PageWindow,
  startPageBrowser,
} from '../sandbox/slack-page/page-browser.ts';

/** What `npm start` starts, but for the extension, and a browser on the workspace's page. */
export interface TeamWorld extends Pick<PageBrowser, 'complaints' | 'closeWindows' | 'close'> {
  readonly platform: Platform;
  readonly team: Team;
  /** A window of somebody's own, in a channel. */
  readonly open: (person: string, channel: string) => Promise<PageWindow>;
  /** The status of a call with a token: reading devices, or adding one. */
  readonly status: (token: string, method: 'GET' | 'POST') => Promise<number>;
}

/** Starts everything anew, with nothing kept from before. */
export const startTeamWorld = async (): Promise<TeamWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-token-team-'));
  const platform = await startPlatform({ port: 0, dataFile: ':memory:' });
  const team = await startTeam({
    platform,
    folder,
    slackPort: 0,
    botPort: 0,
    pageDir: await builtPage(),
  });
  const browser = await startPageBrowser();
  const call = createCall(platform.port);
  return {
    platform,
    team,
    complaints: browser.complaints,
    open: (person, channel) =>
      browser.open(`${team.slack.origin}/#${person}/${team.slack.channel(channel).id}`),
    status: async (token, method) => {
      const json = method === 'POST' ? { json: { name: 'Pump', serial: 'P-1' } } : {};
      return (await call(method, ENDPOINTS.probe.path, { key: token, ...json })).status;
    },
    closeWindows: browser.closeWindows,
    close: async () => {
      await browser.close();
      call.close();
      await team.close();
      await platform.close();
      await rm(folder, { recursive: true });
    },
  };
};
