import { startOptions } from '../../options/start-options.tsx';

const root = document.querySelector<HTMLElement>('#app');
if (root) void startOptions(root);
