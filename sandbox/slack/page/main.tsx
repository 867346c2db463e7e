import { render } from 'preact';
import { App } from './app.tsx';
import { getWorkspace } from './api.ts';
import './styles/colours.css';
import './styles/base.css';
import './styles/chat.css';
import './styles/messages.css';
import './styles/forms.css';

const root = document.getElementById('app');
const facts = await getWorkspace();
document.title = facts.workspace;
if (root) render(<App facts={facts} />, root);
