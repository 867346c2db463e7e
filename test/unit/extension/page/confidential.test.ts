import { expect, test } from 'vitest';
import { isConfidential } from '../../../../extension/page/confidential.ts';

test.each([
  'https://nord.example.com',
  'https://10.0.0.7:8443',
  'http://localhost',
  'http://localhost:3000',
  'http://nord.localhost:3000',
  'http://127.0.0.1:3000',
  'http://127.8.9.1',
  'http://[::1]:3000',
])('nobody on the way reads what goes to %s', (origin) => {
  expect(isConfidential(origin)).toBe(true);
});

test.each([
  'http://nord.example.com',
  'http://10.0.0.7:3000',
  'http://192.168.1.2',
  'http://localhost.example.com',
  'http://notlocalhost',
  'http://127.0.0.1.example.com',
  'http://0.0.0.0',
  'http://[::2]',
  'ftp://localhost',
  'null',
  '',
])('someone may read what goes to %j', (origin) => {
  expect(isConfidential(origin)).toBe(false);
});
