import type { StorageArea } from '../../channel/storage-area.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { rest } from '../wizard/rest.ts';
import { askTeachPage } from './ask-teach-page.ts';
import { createDescriptions } from './descriptions.ts';
import { createLastRefusal } from './last-refusal.ts';
import { createTeaching } from './teaching.ts';
import { composeTeachWords } from './words/compose-teach-words.ts';

/**
 * What is known, and being shown, of where things are, in one cookie jar, over the browser's APIs.
 * @param disk all of `storage.local`
 * @param memory the jar's part of `storage.session`
 */
export const teachIn = (disk: StorageArea, memory: StorageArea, jar: string) => {
  const descriptions = createDescriptions(disk, memory, jar);
  return {
    descriptions,
    refused: createLastRefusal(memory),
    teaching: createTeaching({
      memory,
      descriptions,
      ask: askTeachPage,
      words: async () => composeTeachWords(await spokenLanguage()),
      now: Date.now,
      rest,
    }),
  };
};
