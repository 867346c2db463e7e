// `npm run bot`, and where there is no npm `node bot/start.mjs`.
import './node-version.mjs';

await import('./main.ts');
