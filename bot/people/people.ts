import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { type Language, languageFor } from '../../shared/messages/language.ts';
import type { PersonKind } from '../../shared/policy/asker.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { classify, type Failure } from '../slack/outcome.ts';
import type { Pace } from '../slack/pace.ts';
import { keepAnswers, type MaxAge } from '../time/kept-answers.ts';

/** Someone in Slack, as Slack knows them. */
export interface Person {
  readonly id: string;
  readonly kind: PersonKind;
  /** For the platform's log. */
  readonly name: string;
  readonly language: Language;
}

const flag = z.boolean().optional();
/** What is only shown: without it, or where it is odd, somebody is who they are all the same. */
const shown = z.string().trim().optional().catch(undefined);

const userSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: shown,
  real_name: shown,
  locale: shown,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
});

const infoSchema = z.object({ user: userSchema });

const kindOf = (user: z.output<typeof userSchema>, teamId: string): PersonKind => {
  if (user.deleted) return 'gone';
  // In an organisation, a person of another of its workspaces may be a member of this one too.
  const here = user.team_id === teamId || user.enterprise_user?.teams?.includes(teamId);
  if (user.is_stranger || !here) return 'outsider';
  if (user.is_bot) return 'bot';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
};

/**
 * Reads a person out of `users.info`'s answer. What does not say that it is a member is none.
 * @param teamId the workspace where the app is installed
 */
export const personFrom = (answer: unknown, teamId: string): Person | undefined => {
  const parsed = infoSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { user } = parsed.data;
  return {
    id: user.id,
    kind: kindOf(user, teamId),
    name: user.real_name || user.name || user.id,
    language: languageFor(user.locale === undefined ? [] : [user.locale]),
  };
};

/** The language to answer someone in: English where Slack does not say. */
export const spokenBy = (asked: Result<Person, unknown>): Language =>
  asked.ok ? asked.value.language : 'en';

/** Asks Slack about people. */
export type People = (userId: string, maxAge: MaxAge) => Promise<Result<Person, Failure>>;

const MAX_KEPT = 10_000;

/** @param client of the workspace `teamId` */
export const createPeople = (
  client: WebClient,
  teamId: string,
  pace: Pace,
  now: () => number,
): People => {
  const keep = keepAnswers<Person, Failure>({ now, size: MAX_KEPT });
  return (userId, maxAge) =>
    keep(userId, maxAge, () =>
      pace.run('users.info', async () => {
        try {
          const answer = await client.users.info({ user: userId, include_locale: true });
          const person = personFrom(answer, teamId);
          return person?.id === userId ? ok(person) : err({ kind: 'bug', code: 'malformed' });
        } catch (error) {
          return err(classify(error));
        }
      }),
    );
};
