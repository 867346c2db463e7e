import { checkView, type Checked, type PlacedModal } from '../../blocks/check.ts';
import type { Service } from '../../service.ts';
import { takeTrigger } from '../../world/passes.ts';
import { isTaken, openModal, publishHome, pushModal, replaceView } from '../../world/views.ts';
import { viewOutput } from '../../outbound/view-output.ts';
import type { OpenView, Trigger } from '../../world/world.ts';
import { defineMethod, json, word, type Method } from '../method.ts';
import { fail, type Outcome, type Result } from '../outcome.ts';

const MAX_VIEW_BYTES = 250_000;

const tooLarge = (view: unknown): boolean =>
  Buffer.byteLength(JSON.stringify(view) ?? '') > MAX_VIEW_BYTES;

const answerView = ({ world }: Service, opened: OpenView): Outcome => ({
  ok: true,
  view: { ...viewOutput(world, opened), state: { values: {} } },
});

const unsound = (checked: Extract<Checked<unknown>, { ok: false }>): Outcome =>
  fail('invalid_arguments', checked.messages);

const takeView = (
  service: Service,
  input: unknown,
  own: OpenView | undefined,
): Result<PlacedModal, Outcome> => {
  if (tooLarge(input)) return { ok: false, error: fail('view_too_large') };
  const checked = checkView(input, 'modal');
  if (!checked.ok) return { ok: false, error: unsound(checked) };
  if (isTaken(service.world, checked.value, own)) {
    return { ok: false, error: fail('duplicate_external_id') };
  }
  return { ok: true, value: checked.value };
};

const placed = {
  trigger_id: word.optional(),
  interactivity_pointer: word.optional(),
  view: json,
};

const withTrigger = (
  service: Service,
  args: { trigger_id?: string | undefined; interactivity_pointer?: string | undefined },
  view: unknown,
  run: (trigger: Trigger, view: PlacedModal) => Outcome,
): Outcome => {
  const id = args.trigger_id ?? args.interactivity_pointer;
  if (id === undefined) {
    return fail('invalid_arguments', ['[ERROR] missing required field: trigger_id']);
  }
  const checked = takeView(service, view, undefined);
  if (!checked.ok) return checked.error;
  const trigger = takeTrigger(service.world, id);
  return typeof trigger === 'string' ? fail(trigger) : run(trigger, checked.value);
};

const open = defineMethod({ token: 'bot', tier: 4 }, placed, (service, args) =>
  withTrigger(service, args, args.view, (trigger, view) =>
    answerView(service, openModal(service.world, trigger.window, view)),
  ),
);

const push = defineMethod({ token: 'bot', tier: 4 }, placed, (service, args) =>
  withTrigger(service, args, args.view, (trigger, view) => {
    const pushed = pushModal(service.world, trigger.window, view);
    return pushed ? answerView(service, pushed) : fail('push_limit_reached');
  }),
);

const update = defineMethod(
  { token: 'bot', tier: 4 },
  { view_id: word.optional(), external_id: word.optional(), hash: word.optional(), view: json },
  (service, args) => {
    const { world } = service;
    const id = args.view_id ?? world.viewsByExternalId.get(args.external_id ?? '');
    const opened = id === undefined ? undefined : world.views.get(id);
    if (!opened?.window) return fail('not_found');
    const checked = takeView(service, args.view, opened);
    if (!checked.ok) return checked.error;
    if (args.hash !== undefined && args.hash !== opened.hash) return fail('hash_conflict');
    replaceView(world, opened, checked.value);
    return answerView(service, opened);
  },
);

const publish = defineMethod(
  { token: 'bot', tier: 4 },
  { user_id: word, hash: word.optional(), view: json },
  (service, args) => {
    const { world } = service;
    if (!world.app.homeTab) return fail('not_enabled');
    const person = world.people.get(args.user_id);
    if (!person || person.role === 'bot' || person.role === 'app') {
      return fail('invalid_arguments', ['[ERROR] invalid user_id [json-pointer:/user_id]']);
    }
    if (tooLarge(args.view)) return fail('view_too_large');
    const checked = checkView(args.view, 'home');
    if (!checked.ok) return unsound(checked);
    const before = world.homes.get(person.id);
    if (isTaken(world, checked.value, before)) return fail('duplicate_external_id');
    if (args.hash !== undefined && before && args.hash !== before.hash) {
      return fail('hash_conflict');
    }
    return answerView(service, publishHome(world, person.id, checked.value));
  },
);

/** docs.slack.dev/reference/methods, views.* */
export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
