import { askFirst } from '../../popup/first-asks.ts';

// Imported here and not above: the panel waits for what is imported above, and so would the first asks.
const rest = import('../../popup/start-popup.ts');
const asks = askFirst();
const root = document.querySelector<HTMLElement>('#app');
if (root) void rest.then(({ startPopup }) => startPopup(root, asks));
