import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/** What a popup loads, in bytes. */
export interface Weight extends Size {
  readonly files: readonly string[];
  /** Its page, with the style and the texts that stand in it. */
  readonly page: Size;
}

const sizeOf = (content: Buffer | string): Size => ({
  minified: Buffer.byteLength(content),
  gzip: gzipSync(content, { level: 9 }).length,
});

const importsOf = (code: string): { static: string[]; dynamic: string[] } => ({
  static: [
    ...code.matchAll(/(?:^|[;}\s])(?:import|export)\b[^"'`()]*?["'](\.[^"']+\.js)["']/g),
  ].map((match) => match[1] ?? ''),
  dynamic: [...code.matchAll(/import\(\s*["'`](\.[^"'`]+\.js)["'`]/g)].map(
    (match) => match[1] ?? '',
  ),
});

/**
 * All the JavaScript that a built popup loads: its scripts, and whatever they import, also on demand.
 * @param extensionDir a built extension
 * @throws Error where the popup's page names no script: a weight of nothing would pass every limit
 */
export const weighPopup = async (extensionDir: string): Promise<Weight> => {
  const html = await readFile(join(extensionDir, 'popup.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map((match) =>
    join(extensionDir, match[1] ?? ''),
  );
  if (queue.length === 0) throw new Error(`${extensionDir}/popup.html names no script`);
  const sizes = new Map<string, Size>();
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (sizes.has(file)) continue;
    const code = await readFile(file);
    sizes.set(file, sizeOf(code));
    const { static: always, dynamic } = importsOf(code.toString('utf8'));
    queue.push(...[...always, ...dynamic].map((path) => resolve(dirname(file ?? ''), path)));
  }
  return {
    page: sizeOf(html),
    files: [...sizes.keys()].map((file) => file.slice(extensionDir.length + 1)),
    minified: [...sizes.values()].reduce((sum, { minified }) => sum + minified, 0),
    gzip: [...sizes.values()].reduce((sum, { gzip }) => sum + gzip, 0),
  };
};
