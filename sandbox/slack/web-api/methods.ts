import type { Method } from './method.ts';
import { CHAT_METHODS } from './methods/chat.ts';
import { CONVERSATION_METHODS } from './methods/conversations.ts';
import { HOUSE_METHODS } from './methods/house.ts';
import { OAUTH_METHODS } from './methods/oauth.ts';
import { PEOPLE_METHODS } from './methods/people.ts';
import { VIEW_METHODS } from './methods/views.ts';

/** All methods, by name. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...HOUSE_METHODS,
    ...OAUTH_METHODS,
    ...CHAT_METHODS,
    ...VIEW_METHODS,
    ...CONVERSATION_METHODS,
    ...PEOPLE_METHODS,
  }),
);
