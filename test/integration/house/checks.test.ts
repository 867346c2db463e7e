import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout, npmRun } from '../../support/checkout.ts';

// Some of these tools find nothing and exit 0 when they cannot read a tree. So each one is shown a
// fault that it must name.
interface Planted {
  readonly check: string;
  readonly fault: string;
  readonly file: string;
  readonly text: string;
  /** What `planted-too.ts` beside it holds, where it is imported; the way back unless said. */
  readonly partner?: string;
  /** A file of the repository that imports the planted one. */
  readonly importedBy?: string;
  readonly says: RegExp;
}

const WAY_BACK =
  "import { first } from './planted.ts';\nexport const second = (): number => first();\n";

const PLANTED: readonly Planted[] = [
  {
    check: 'check:types',
    fault: 'a Node built-in in the core',
    file: 'shared/planted.ts',
    text: 'export const planted: string = process.cwd();\n',
    says: /shared\/planted\.ts.*error TS/,
  },
  {
    check: 'check:types',
    fault: 'the DOM in the core',
    file: 'shared/planted.ts',
    text: 'export const planted = document.title;\n',
    says: /shared\/planted\.ts.*error TS/,
  },
  {
    check: 'check:types',
    fault: 'an unchecked index',
    file: 'extension/planted.ts',
    text: 'export const planted = (list: string[]): string => list[0];\n',
    says: /extension\/planted\.ts.*error TS/,
  },
  {
    check: 'check:types',
    fault: 'the DOM in the bot',
    file: 'bot/planted.ts',
    text: 'export const planted = document.title;\n',
    says: /bot\/planted\.ts.*error TS/,
  },
  {
    check: 'check:lint',
    fault: 'a promise that nobody waits for',
    file: 'sandbox/planted.ts',
    text: 'const later = async (): Promise<void> => {};\nlater();\n',
    says: /no-floating-promises/,
  },
  {
    check: 'check:lint',
    fault: 'an any',
    file: 'shared/planted.ts',
    text: 'export const planted = (value: any): void => void value;\n',
    says: /no-explicit-any/,
  },
  {
    check: 'check:format',
    fault: 'a file that is not formatted',
    file: 'shared/planted.ts',
    text: 'export const planted={a:1}\n',
    says: /planted\.ts/,
  },
  {
    check: 'check:borders',
    fault: 'the core importing a face',
    file: 'shared/planted.ts',
    text: "export * from '../extension/settings/settings.ts';\n",
    says: /shared-imports-no-face/,
  },
  {
    check: 'check:borders',
    fault: 'a face importing the sandbox',
    file: 'extension/planted.ts',
    text: "export * from '../sandbox/build-extension.ts';\n",
    says: /only-tests-and-scripts-see-the-sandbox/,
  },
  {
    check: 'check:borders',
    fault: 'a face importing the other',
    file: 'extension/planted.ts',
    text: "export * from '../bot/config/loopback.ts';\n",
    says: /faces-are-strangers/,
  },
  {
    check: 'check:borders',
    fault: 'the bot importing the sandbox',
    file: 'bot/planted.ts',
    text: "export * from '../sandbox/slack/clock.ts';\n",
    says: /only-tests-and-scripts-see-the-sandbox/,
  },
  {
    check: 'check:borders',
    fault: 'the stand-in for Slack importing the product',
    file: 'sandbox/slack/planted.ts',
    text: "export * from '../../shared/result.ts';\n",
    says: /the-workspace-knows-nothing-of-this-product/,
  },
  {
    check: 'check:borders',
    fault: 'the whole of zod in the popup',
    file: 'extension/planted.ts',
    text: "export { z } from 'zod';\n",
    says: /popup-uses-zod-mini/,
  },
  {
    check: 'check:borders',
    fault: 'zod in the popup, three imports away',
    file: 'extension/popup/planted.ts',
    text: "import { planted } from './planted-too.ts';\nexport { planted };\n",
    partner: "export { requestSchema as planted } from '../channel/request.ts';\n",
    importedBy: 'extension/entrypoints/popup/main.ts',
    says: /the-popup-carries-no-zod/,
  },
  {
    check: 'check:borders',
    fault: 'a room of the bot using one above it',
    file: 'bot/store/planted.ts',
    text: "export type { TokenFlows } from '../delivery/token-flows.ts';\n",
    says: /bot-has-no-arrow-back/,
  },
  {
    check: 'check:borders',
    fault: 'a Node built-in in the core',
    file: 'shared/planted.ts',
    text: "export { sep } from 'node:path';\n",
    says: /shared-has-no-platform/,
  },
  {
    check: 'check:borders',
    fault: 'a cycle',
    file: 'shared/planted.ts',
    text: "import { second } from './planted-too.ts';\nexport const first = (): number => second();\n",
    says: /no-cycles/,
  },
  {
    check: 'check:unused',
    fault: 'a file that nothing imports',
    file: 'shared/planted.ts',
    text: 'export const planted = 1;\n',
    says: /shared\/planted\.ts/,
  },
];

let checkout: Awaited<ReturnType<typeof copyCheckout>>;
beforeAll(async () => {
  checkout = await copyCheckout();
  await mkdir(join(checkout.dir, 'shared'), { recursive: true });
});
afterAll(() => checkout.remove());

describe('each check names a planted fault', () => {
  it.each(PLANTED)('$check finds $fault', async (planted) => {
    const { check, file, text, partner = WAY_BACK, importedBy, says } = planted;
    const path = join(checkout.dir, file);
    const beside = join(dirname(path), 'planted-too.ts');
    const importer = importedBy === undefined ? undefined : join(checkout.dir, importedBy);
    const before = importer && (await readFile(importer, 'utf8'));
    await writeFile(path, text);
    if (text.includes('planted-too')) await writeFile(beside, partner);
    if (importer) await appendFile(importer, `import '${relative(dirname(importer), path)}';\n`);
    try {
      const outcome = await npmRun(checkout.dir, check);
      expect(outcome.output).toMatch(says);
      expect(outcome.code).not.toBe(0);
    } finally {
      await rm(path, { force: true });
      await rm(beside, { force: true });
      if (importer && before !== undefined) await writeFile(importer, before);
    }
  });

  it('check:weights finds a popup that has grown too heavy', async () => {
    const main = join(checkout.dir, 'extension/entrypoints/popup/main.ts');
    const before = await readFile(main, 'utf8');
    const ballast = Array.from({ length: 9000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(
      '',
    );
    await appendFile(
      main,
      `\nconsole.debug(${JSON.stringify(ballast)}.length);\nconsole.debug(${JSON.stringify(ballast)});\n`,
    );
    try {
      const outcome = await npmRun(checkout.dir, 'check:weights');
      expect(outcome.output).toContain('TOO HEAVY');
      expect(outcome.code).not.toBe(0);
    } finally {
      await writeFile(main, before);
    }
  });
});
