import { describe, expect, it } from 'vitest';
import { whyNotOpened } from '../../../../bot/store/why-not-opened.ts';

const PASSWORD = 'sesame';

describe('why a database could not be opened', () => {
  it.each([
    `postgres://bot:${PASSWORD}@db.example.com/tokens`,
    `Postgres://bot:${PASSWORD}@db.example.com/tokens`,
    `mysql://bot:${PASSWORD}@db.example.com/tokens`,
    `host=db.example.com password=${PASSWORD}`,
    ` postgres://bot:${PASSWORD}@db.example.com/tokens`,
    `postgres://bot:${PASSWORD}@db.example.com/tokens?odd=1`,
    `postgres://bot:${PASSWORD}%zz@db.example.com/tokens`,
  ])('is said of %s without its password', (url) => {
    const said = whyNotOpened(url, new Error(`no such thing as ${url}`));
    expect(said).toMatch(/^DATABASE_URL: .+\.$/);
    expect(said).not.toContain(PASSWORD);
  });

  it('names the file where it is one', () => {
    expect(whyNotOpened('file:data/x.sqlite', { code: 'EACCES' })).toContain('file:data/x.sqlite');
  });
});
