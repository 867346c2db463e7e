import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '../../shared/messages/language.ts';

/** What a popup loads, in bytes. */
export interface Weight {
  readonly files: readonly string[];
  readonly minified: number;
  readonly gzip: number;
}

const LANGUAGE_CHUNK = new RegExp(`/(${LANGUAGES.join('|')})-[\\w-]+\\.js$`);

const importsOf = (code: string): { static: string[]; dynamic: string[] } => ({
  static: [
    ...code.matchAll(/(?:^|[;}\s])(?:import|export)\b[^"'`()]*?["'](\.[^"']+\.js)["']/g),
  ].map((match) => match[1] ?? ''),
  dynamic: [...code.matchAll(/import\(\s*["'`](\.[^"'`]+\.js)["'`]/g)].map(
    (match) => match[1] ?? '',
  ),
});

/**
 * All the JavaScript that a built popup loads with one language: its scripts, whatever they import,
 * and of the language chunks the heaviest. Any other chunk that is imported on demand counts too.
 * @param extensionDir a built extension
 * @throws Error where the popup's page names no script: a weight of nothing would pass every limit
 */
export const weighPopup = async (extensionDir: string): Promise<Weight> => {
  const html = await readFile(join(extensionDir, 'popup.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map((match) =>
    join(extensionDir, match[1] ?? ''),
  );
  if (queue.length === 0) throw new Error(`${extensionDir}/popup.html names no script`);
  const sizes = new Map<string, { minified: number; gzip: number }>();
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (sizes.has(file)) continue;
    const code = await readFile(file);
    sizes.set(file, { minified: code.length, gzip: gzipSync(code, { level: 9 }).length });
    const { static: always, dynamic } = importsOf(code.toString('utf8'));
    queue.push(...[...always, ...dynamic].map((path) => resolve(dirname(file ?? ''), path)));
  }
  const languages = [...sizes].filter(([file]) => LANGUAGE_CHUNK.test(file));
  const heaviest = languages.toSorted(([, a], [, b]) => b.gzip - a.gzip)[0];
  const loaded = [...sizes].filter(
    ([file]) => !LANGUAGE_CHUNK.test(file) || file === heaviest?.[0],
  );
  return {
    files: loaded.map(([file]) => file.slice(extensionDir.length + 1)),
    minified: loaded.reduce((sum, [, size]) => sum + size.minified, 0),
    gzip: loaded.reduce((sum, [, size]) => sum + size.gzip, 0),
  };
};
