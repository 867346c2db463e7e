import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { databaseSecrets, readPostgresUrl } from '../../../../bot/config/postgres-url.ts';
import { secret } from '../../../../shared/secret.ts';

const read = (text: string) => {
  const address = readPostgresUrl(text);
  if (!address.ok) throw new Error(address.error);
  return address.value;
};

describe('a PostgreSQL’s URL', () => {
  it('says where it is, and who this process is there', () => {
    const address = read('postgres://bot%40work:p%40ss%2Fword@db.example.com:6543/tenant%20token');
    expect(address).toMatchObject({
      host: 'db.example.com',
      port: 6543,
      database: 'tenant token',
      user: 'bot@work',
    });
    expect(address.password?.reveal()).toBe('p@ss/word');
    expect(inspect(address) + JSON.stringify(address)).not.toContain('p@ss');
  });

  it.each([
    ['postgres://bot@db.example.com/bot', 'verify-full'],
    ['postgresql://bot@10.0.0.7/bot', 'verify-full'],
    ['postgres://bot@db.localhost/bot', 'verify-full'],
    ['postgres://bot@localhost/bot', 'disable'],
    ['postgres://bot@127.0.0.1/bot', 'disable'],
    ['postgres://bot@[::1]/bot', 'disable'],
    ['postgres://bot@localhost/bot?host=/run/postgresql', 'disable'],
    ['postgres://bot@/bot?host=/run/postgresql', 'disable'],
    ['postgres://bot@localhost/bot?sslmode=verify-full', 'verify-full'],
    ['postgres://bot@db.example.com/bot?sslmode=require', 'require'],
    ['postgres://bot@db.example.com/bot?sslmode=disable', 'disable'],
  ])('%s is reached by sslmode %s', (url, sslMode) => {
    expect(read(url)).toMatchObject({ sslMode, port: 5432, password: null });
  });

  it('may name a socket’s folder, and a file of authorities', () => {
    const folder = mkdtempSync(join(tmpdir(), 'postgres-url-'));
    writeFileSync(join(folder, 'ca.pem'), 'of our own');
    const url = `postgres://bot@localhost/bot?host=/run/pg&sslrootcert=${folder}/ca.pem`;
    expect(read(url)).toMatchObject({ host: '/run/pg', authorities: 'of our own' });
    rmSync(folder, { recursive: true });
    expect(readPostgresUrl(url)).toEqual({
      ok: false,
      error: 'names a file as sslrootcert that cannot be read',
    });
  });

  it.each(['localhost', ''])('has a password that is written nowhere: %s', (host) => {
    const url = secret(`postgres://bot:hunt%40er@${host}/bot?host=/run/pg`);
    const secrets = databaseSecrets(url).map((each) => each.reveal());
    expect(secrets).toEqual([url.reveal(), 'hunt@er', 'hunt%40er']);
  });

  it.each([
    'postgres://bot:hunter22@db.example.com:many/bot',
    'postgres://bot:hunter22@db.example.com/',
    'postgres://:hunter22@db.example.com/bot',
    'postgres:///bot?password=hunter22',
    'postgres://bot:hunter22@/bot',
    'postgres://bot:hunter22%@db.example.com/bot',
    'postgres://bot:hunter22#@db.example.com/bot',
    'postgres://bot:hunter22@db.example.com/bot?sslmode=prefer',
    'postgres://bot:hunter22@db.example.com/bot?ssl_mode=require',
    'postgres://bot:hunter22@db.example.com/bot?host=other',
  ])('%s is refused in words that hold no piece of it', (url) => {
    const address = readPostgresUrl(url);
    expect(address.ok).toBe(false);
    expect(address.ok ? '' : address.error).not.toMatch(/hunter|example|ssl_mode|prefer/);
  });
});
