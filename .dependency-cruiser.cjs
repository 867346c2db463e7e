/** The borders between the folders, as CONTRIBUTING draws them; test/integration/house/checks.test.ts proves each on a planted fault. */

/** The bot's rooms from the ground up: each uses those before it, and none after it. */
const BOT_ROOMS = [
  'time',
  'log',
  'tracing',
  'config',
  'flow',
  'manifest',
  'arguments',
  'messages',
  'slack',
  'network',
  'store',
  'installs',
  'audit',
  'tenant-api',
  'platforms',
  'people',
  'tenants',
  'policy',
  'modal',
  'receivers',
  'delivery',
  'petitions',
  'metrics',
  'listeners',
  'operating',
];

const noArrowBack = BOT_ROOMS.slice(0, -1).map((room, at) => ({
  name: 'bot-has-no-arrow-back',
  comment: `${room} stands below: what both need goes below both.`,
  severity: 'error',
  from: { path: `^bot/${room}/` },
  to: { path: `^bot/((${BOT_ROOMS.slice(at + 1).join('|')})/|[^/]+$)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-imports-no-face',
      comment: 'The core runs in a browser, in Node and in a test without change.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(extension|bot|sandbox|test)/' },
    },
    {
      name: 'shared-has-no-platform',
      comment: 'No Node built-ins and no browser in the core.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-needs-zod-alone',
      comment: 'Weight counts in the popup: the core depends on zod/mini and nothing else.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'faces-are-strangers',
      severity: 'error',
      from: { path: '^(extension|bot)/' },
      to: { path: '^(extension|bot)/', pathNot: '^$1/' },
    },
    {
      name: 'only-tests-and-scripts-see-the-sandbox',
      severity: 'error',
      from: { path: '^(extension|bot|shared)/' },
      to: { path: '^(sandbox|test)/' },
    },
    {
      name: 'the-workspace-knows-nothing-of-this-product',
      comment: 'Useful to anyone who writes a Bolt app.',
      severity: 'error',
      from: { path: '^sandbox/slack/' },
      to: { path: '^(shared|bot|extension|sandbox/(?!slack/))' },
    },
    {
      name: 'product-code-imports-no-test',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^test/' },
    },
    {
      name: 'popup-uses-zod-mini',
      comment: 'The whole of zod weighs 80 kB more and needs new Function.',
      severity: 'error',
      from: { path: '^(extension|shared)/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(v4/)?(mini|core|locales)' },
    },
    ...noArrowBack,
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(wxt/|#)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Other people's toolkits, which are installed where they are tried.
    exclude: { path: '^test/support/cockpits/toolkits/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
