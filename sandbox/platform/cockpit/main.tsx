import { render } from 'preact';
import { createServices } from './api/services.ts';
import { App } from './app.tsx';
import './styles/colours.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/tables.css';
import './styles/wizard.css';

const root = document.getElementById('app');
if (root) render(<App services={createServices(Date.now)} />, root);
