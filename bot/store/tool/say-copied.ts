import type { Copied, CopyFault } from './copy-database.ts';

/** What was copied, and what to do next. */
export const sayCopied = (file: string, copied: Copied): string =>
  [
    `Copied from ${file}. Requests: ${copied.flows + copied.petitions}; lines of the record: ${copied.audit_lines}.`,
    'Look at it (npm run -s audit -- verify), then start the bot with this DATABASE_URL.',
    `Keep ${file} as a copy, and start no bot on it again: it would do a second time what is yet to be done.`,
  ].join('\n');

/** Why nothing was copied, in a sentence that says what to do. */
export const sayNotCopied = (file: string, fault: CopyFault): string => {
  switch (fault) {
    case 'missing':
      return `${file} is not there. Nothing was copied.`;
    case 'in_use':
      return `${file} is in use: end the bot (SIGTERM) and whatever else has it open. Nothing was copied.`;
    case 'no_database':
      return `${file} is no SQLite file that this account may write to. Nothing was copied.`;
    case 'other_version':
      return `${file} has not this version’s tables: start this version’s bot on it once, and end it. Nothing was copied.`;
    case 'not_empty':
      return 'The database of DATABASE_URL has requests or lines of a record already: end what runs there, and name an empty one. Nothing was copied.';
  }
};
