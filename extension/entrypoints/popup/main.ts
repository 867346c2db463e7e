import { startPopup } from '../../popup/start-popup.ts';

const root = document.querySelector<HTMLElement>('#app');
if (root) void startPopup(root);
