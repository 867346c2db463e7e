import { buildCockpit } from './platform/build-cockpit.ts';
import { buildSlackPage } from './slack/build-slack-page.ts';

// `node sandbox/build.ts cockpit` or `page`: builds it and prints its folder, for `builtApart`.

const builds: Readonly<Record<string, () => Promise<string>>> = {
  cockpit: buildCockpit,
  page: buildSlackPage,
};

try {
  const build = builds[process.argv[2] ?? ''];
  if (!build) throw new Error(`What is to be built is one of ${Object.keys(builds).join(', ')}.`);
  process.stdout.write(await build());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
