import { chromium } from '../browsers/chromium.ts';
import { describeAccessibility } from './accessibility.ts';

describeAccessibility(chromium);
