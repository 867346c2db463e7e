import { expect, test } from 'vitest';
import {
  forgetOutline,
  keepOutline,
  keptOutline,
} from '../../../../extension/cockpits/kept-outline.ts';
import { pageOutline } from '../../../../extension/cockpits/page-outline.ts';
import { page } from '../../shared/cockpit/controls.ts';
import { createMemoryArea } from '../memory-area.ts';

const outlineOf = (origin: string) => pageOutline({ ...page([]), origin });

test.each(['', 'firefox-container-1', 'firefox-private'])(
  'the page that was described last is found in whatever jar, alone: %o',
  async (jar) => {
    const memory = createMemoryArea({ 'jar firefox-container-2 place x': {}, settings: {} });
    expect(await keptOutline(memory)).toBeNull();
    await keepOutline(memory, 'firefox-container-2', outlineOf('https://first.example'));
    await keepOutline(memory, jar, outlineOf('https://last.example'));
    expect(await keptOutline(memory)).toEqual(outlineOf('https://last.example'));
    expect(memory.keys().filter((key) => key.endsWith('outline'))).toEqual([
      jar === '' ? 'outline' : `jar ${jar} outline`,
    ]);
    await forgetOutline(memory);
    expect(memory.keys()).toEqual(['jar firefox-container-2 place x', 'settings']);
  },
);
