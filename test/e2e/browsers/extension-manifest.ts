import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Manifest = z.object({ action: z.object({ default_popup: z.string() }) });

/**
 * Reads which page an unpacked extension's toolbar button opens.
 *
 * @param extensionDir the extension
 * @returns the path inside the extension, `popup.html`
 * @throws Error when the manifest cannot be read or names no popup
 */
export async function popupPath(extensionDir: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  return Manifest.parse(manifest).action.default_popup.replace(/^\//, '');
}
