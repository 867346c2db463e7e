import type { CallFault } from '../../sandbox/slack/handle/faults.ts';

/**
 * Slack takes a call, and answers with what it was sent, in no JSON: its client takes all of that for
 * an error's code.
 */
export const echo = (method: string): CallFault => {
  let sent = '';
  return {
    method,
    status: 200,
    afterEffect: true,
    when: ({ args }) => {
      sent = JSON.stringify(args);
      return true;
    },
    get body() {
      return `<p>${sent}</p>`;
    },
  };
};
