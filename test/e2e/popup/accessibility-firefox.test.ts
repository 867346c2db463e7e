import { firefox } from '../browsers/firefox.ts';
import { describeAccessibility } from './accessibility.ts';

describeAccessibility(firefox);
