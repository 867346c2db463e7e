import { timingSafeEqual } from 'node:crypto';
import { jsonAnswer, withFaults, type Answer } from '../faults/apply.ts';
import type { Service } from '../service.ts';
import { missingScope, type Method } from './method.ts';
import { METHODS } from './methods.ts';
import { fail, type Outcome } from './outcome.ts';

const same = (a: string, b: string | undefined): boolean => {
  if (b === undefined) return false;
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const kindOf = ({ access, tokens }: Service, token: string): 'bot' | 'app' | undefined =>
  tokens.has(token) ? 'bot' : same(token, access.appToken) ? 'app' : undefined;

const isOver = ({ tokens, world }: Service, token: string): boolean =>
  (tokens.get(token)?.expires ?? Infinity) <= world.clock.now();

/** Why a caller may not use a method, or undefined where they may. */
const refusal = (
  service: Service,
  method: Method,
  token: string | undefined,
): Outcome | undefined => {
  if (method.token === 'none') return undefined;
  if (token === undefined || token === '') return fail('not_authed');
  const kind = kindOf(service, token);
  if (!kind) return fail('invalid_auth');
  if (kind === 'bot' && isOver(service, token)) return fail('token_expired');
  if (kind !== method.token) return fail('not_allowed_token_type');
  if (method.scope !== undefined && !service.world.app.scopes.has(method.scope)) {
    return missingScope(service, method.scope);
  }
  return undefined;
};

const tooMany = (seconds: number): Answer => ({
  status: 429,
  body: JSON.stringify(fail('ratelimited')),
  headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': String(seconds) },
  error: 'ratelimited',
});

const run = (
  service: Service,
  name: string,
  token: string | undefined,
  args: Readonly<Record<string, unknown>>,
): Answer => {
  const method = METHODS.get(name);
  if (!method) return jsonAnswer(fail('unknown_method'));
  const refused = refusal(service, method, token);
  if (refused) return jsonAnswer(refused);
  const key = method.tier === 'posting' ? `${name} ${String(args['channel'])}` : name;
  const wait = service.rateLimits.take(key, method.tier);
  if (wait !== undefined) return tooMany(wait);
  const outcome = method.run(service, args);
  const answer = jsonAnswer(outcome);
  return 'headers' in answer && method.token === 'bot'
    ? {
        ...answer,
        headers: {
          ...answer.headers,
          'x-oauth-scopes': [...service.world.app.scopes].join(','),
          ...(method.scope === undefined ? {} : { 'x-accepted-oauth-scopes': method.scope }),
        },
      }
    : answer;
};

const idIn = (args: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = args[name];
  return typeof value === 'string' && /^[A-Z0-9]{3,24}$/.test(value) ? value : undefined;
};

/** Only ids, never what anybody says. */
const aboutOf = (args: Readonly<Record<string, unknown>>) => {
  const user = idIn(args, 'user') ?? idIn(args, 'user_id') ?? idIn(args, 'users');
  const channel = idIn(args, 'channel');
  const about = idIn(args, 'view_id');
  return {
    ...(user === undefined ? {} : { user }),
    ...(channel === undefined ? {} : { channel }),
    ...(about === undefined ? {} : { about }),
  };
};

/** A method's name as the journal shows it: whatever else a caller put there could be anything. */
const shownName = (name: string): string => (METHODS.has(name) ? name : 'unknown_method');

/** Whose a token is, out of several workspaces; where it is good in several, the call names one. */
export const serviceOf = (
  services: readonly [Service, ...Service[]],
  token: string | undefined,
  args: Readonly<Record<string, unknown>>,
): Service => {
  const own = services.filter(({ tokens }) => token !== undefined && tokens.has(token));
  return own.find(({ world }) => world.team.id === args['team_id']) ?? own[0] ?? services[0];
};

/** Answers a call of the Web API, faults and all, and writes it down. */
export const answerCall = async (
  service: Service,
  name: string,
  token: string | undefined,
  args: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  const started = performance.now();
  const answer = await withFaults(service, { method: name, args }, () =>
    run(service, name, token, args),
  );
  service.journal.add({
    at: service.world.clock.now(),
    direction: 'from-app',
    what: shownName(name),
    transport: 'http',
    status: 'cut' in answer ? 0 : answer.status,
    ...('cut' in answer ? { error: answer.cut } : answer.error ? { error: answer.error } : {}),
    ...aboutOf(args),
    took: performance.now() - started,
  });
  return answer;
};
