import { buildToolkits } from '../../support/cockpits/build-toolkits.ts';
import { livePages, liveUpgrade } from '../../support/cockpits/live-view.ts';
import { scriptPages } from '../../support/cockpits/script-pages.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';

/** Starts a server with a cockpit of each toolkit, which are installed first where they are not there yet. */
export const startToolkitServer = async (): Promise<CockpitServer> => {
  const { live, ...scripts } = await buildToolkits();
  const [views, pages] = [livePages(live), scriptPages(scripts)];
  return startCockpitServer((asked) => views(asked) ?? pages(asked), liveUpgrade);
};
