import { COMMAND } from '../../bot/manifest/manifest.ts';
import type { Team } from './start-team.ts';

/** Where the workspace is, who one can be there, and what to type. */
export const introduceTeam = ({ slack, logFile }: Team): string => {
  const at = (name: string): string => `${slack.origin}/#${name}`;
  return `A Slack workspace with the bot in it runs there too. Open it as
  ${at('ada')}   Ada, administrator: any token
  ${at('ivo')}   Ivo, integrator, in German: Nord and Nord Hafen, read and write, 90 days at most;
         Nord Labor for 30 days, once Ada approves, in her messages with the app;
         Alm for 30 days: Ada approves, makes the token there as otto@alm.example, and delivers it
  ${at('gus')}   Gus, guest, in French: nothing, and is told why
and type
  ${COMMAND} create
  ${COMMAND} create "CI uploader" --tenant Nord --expires 30d --permissions read,write
  ${COMMAND} create "Probe" --tenant "Nord Labor" --expires 30d   (as Ivo: Ada has to approve)
  ${COMMAND} create "Gate" --tenant Alm --expires 30d   (as Ivo: Ada has to make it by hand)
The bot's log: ${logFile}.`;
};
