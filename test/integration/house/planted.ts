/** A fault for a check to name. */
export interface Planted {
  readonly fault: string;
  /** What is written where, by paths in the checkout. No other fault of the same run writes there. */
  readonly files: Readonly<Record<string, string>>;
  /** What imports the first of them, where the repository's own files would not. */
  readonly importedBy?: string;
  /** Names the fault together with its file, so that no other of the same run is taken for it. */
  readonly says: RegExp;
}

/** Faults that one run of a check names all. A check of several commands ends at the first that fails. */
export interface PlantedRun {
  readonly check: string;
  /** Which of its commands names them. */
  readonly over: string;
  /** That command, where others come before it in the check: it is run by itself. */
  readonly command?: string;
  /**
   * What of the checkout is there beside the planted: no source where each file is looked at for
   * itself, no test where the sources need none. Reading the tree is most of what a check costs.
   */
  readonly tree: 'no source' | 'no test' | 'all';
  readonly faults: readonly Planted[];
}

const FOLDERS = ['shared', 'extension', 'bot', 'sandbox', 'test'];

export const RUNS: readonly PlantedRun[] = [
  {
    check: 'check:types',
    over: 'shared',
    tree: 'no test',
    faults: [
      {
        fault: 'a Node built-in in the core',
        files: { 'shared/planted.ts': 'export const planted: string = process.cwd();\n' },
        says: /shared\/planted\.ts.*error TS/,
      },
      {
        fault: 'the DOM in the core',
        files: { 'shared/planted-dom.ts': 'export const planted = document.title;\n' },
        says: /shared\/planted-dom\.ts.*error TS/,
      },
    ],
  },
  {
    check: 'check:types',
    over: 'extension',
    command: 'tsc -p extension',
    tree: 'no test',
    faults: [
      {
        fault: 'an unchecked index',
        files: {
          'extension/planted.ts': 'export const planted = (list: string[]): string => list[0];\n',
        },
        says: /extension\/planted\.ts.*error TS/,
      },
    ],
  },
  {
    check: 'check:types',
    over: 'bot',
    command: 'tsc -p bot',
    tree: 'no test',
    faults: [
      {
        fault: 'the DOM in the bot',
        files: { 'bot/planted.ts': 'export const planted = document.title;\n' },
        says: /bot\/planted\.ts.*error TS/,
      },
    ],
  },
  {
    check: 'check:lint',
    over: 'all folders',
    tree: 'no source',
    faults: FOLDERS.flatMap((folder) => [
      {
        fault: `a promise that nobody waits for, in ${folder}`,
        files: {
          [`${folder}/planted-later.ts`]:
            'const later = async (): Promise<void> => {};\nlater();\n',
        },
        says: new RegExp(`no-floating-promises.*\\n.*\\b${folder}/planted-later\\.ts`),
      },
      {
        fault: `an any, in ${folder}`,
        files: {
          [`${folder}/planted.ts`]: 'export const planted = (value: any): void => void value;\n',
        },
        says: new RegExp(`no-explicit-any.*\\n.*\\b${folder}/planted\\.ts`),
      },
    ]),
  },
  {
    check: 'check:format',
    over: 'all folders',
    tree: 'no source',
    faults: FOLDERS.map((folder) => ({
      fault: `a file that is not formatted, in ${folder}`,
      files: { [`${folder}/planted.ts`]: 'export const planted={a:1}\n' },
      says: new RegExp(`\\b${folder}/planted\\.ts`),
    })),
  },
  {
    check: 'check:borders',
    over: 'all folders',
    tree: 'no test',
    faults: [
      {
        fault: 'the core importing a face',
        files: {
          'shared/planted-face.ts': "export * from '../extension/settings/settings.ts';\n",
        },
        says: /shared-imports-no-face: shared\/planted-face\.ts/,
      },
      {
        fault: 'a face importing the sandbox',
        files: { 'extension/planted.ts': "export * from '../sandbox/build-extension.ts';\n" },
        says: /only-tests-and-scripts-see-the-sandbox: extension\/planted\.ts/,
      },
      {
        fault: 'a face importing the other',
        files: { 'extension/planted-bot.ts': "export * from '../bot/config/loopback.ts';\n" },
        says: /faces-are-strangers: extension\/planted-bot\.ts/,
      },
      {
        fault: 'the bot importing the sandbox',
        files: { 'bot/planted.ts': "export * from '../sandbox/slack/clock.ts';\n" },
        says: /only-tests-and-scripts-see-the-sandbox: bot\/planted\.ts/,
      },
      {
        fault: 'the stand-in for Slack importing the product',
        files: { 'sandbox/slack/planted.ts': "export * from '../../shared/result.ts';\n" },
        says: /the-workspace-knows-nothing-of-this-product: sandbox\/slack\/planted\.ts/,
      },
      {
        fault: 'the whole of zod in the popup',
        files: { 'extension/planted-zod.ts': "export { z } from 'zod';\n" },
        says: /popup-uses-zod-mini: extension\/planted-zod\.ts/,
      },
      {
        fault: 'a room of the bot using one above it',
        files: {
          'bot/store/planted.ts': "export type { TokenFlows } from '../delivery/token-flows.ts';\n",
        },
        says: /bot-has-no-arrow-back: bot\/store\/planted\.ts/,
      },
      {
        fault: 'a Node built-in in the core',
        files: { 'shared/planted-node.ts': "export { sep } from 'node:path';\n" },
        says: /shared-has-no-platform: shared\/planted-node\.ts/,
      },
      {
        fault: 'a cycle',
        files: {
          'shared/planted.ts':
            "import { second } from './planted-too.ts';\nexport const first = (): number => second();\n",
          'shared/planted-too.ts':
            "import { first } from './planted.ts';\nexport const second = (): number => first();\n",
        },
        says: /no-cycles: shared\/planted(-too)?\.ts/,
      },
    ],
  },
  {
    check: 'check:borders',
    over: 'the popup',
    tree: 'no test',
    faults: [
      {
        fault: 'zod in the popup, three imports away',
        files: {
          'extension/popup/planted.ts':
            "import { planted } from './planted-too.ts';\nexport { planted };\n",
          'extension/popup/planted-too.ts':
            "export { requestSchema as planted } from '../channel/request.ts';\n",
        },
        importedBy: 'extension/entrypoints/popup/main.ts',
        says: /the-popup-carries-no-zod/,
      },
    ],
  },
  {
    check: 'check:unused',
    over: 'all folders',
    // Without the tests, much of the rest would be unused too.
    tree: 'all',
    faults: [
      {
        fault: 'a file that nothing imports',
        files: { 'shared/planted.ts': 'export const planted = 1;\n' },
        says: /shared\/planted\.ts/,
      },
    ],
  },
];
