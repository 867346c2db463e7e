import type { TokenState } from '../../../../shared/tenant-api/port.ts';
import { useTexts } from '../messages/texts.ts';

/** A token's state, in a word and a colour. */
export const StateBadge = ({ state }: { readonly state: TokenState }) => (
  <span class={`badge badge-${state}`}>{useTexts().own.tokens.states[state]}</span>
);
