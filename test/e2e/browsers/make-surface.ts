import { accessibleElements } from './accessible-elements.ts';
import axeCore, { type AxeResults } from 'axe-core';
import { callFunction } from './call-function.ts';
import {
  queryControl,
  type ControlAction,
  type ControlAnswer,
  type ControlQuery,
} from './page-queries.ts';
import {
  type AxeViolation,
  type Control,
  isOutOfBounds,
  type Surface,
  type SurfacePort,
} from './surface.ts';
import { until } from './until.ts';
import { pressMissed, watchPress } from './watched-press.ts';

const WCAG: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function describeQuery({ role, name }: ControlQuery): string {
  const what = role ?? 'field';
  return name === undefined ? what : `${what} “${name}”`;
}

/**
 * Builds what popups and tabs have in common over the little that differs between browsers.
 *
 * @param port evaluation, mouse, keyboard and screenshot of one document
 * @returns queries, waits and actions on it
 */
export function makeSurface(port: SurfacePort): Surface {
  const evaluate: Surface['evaluate'] = (fn, ...args) => callFunction(port.evaluate, fn, args);

  /** `until`, over a document that may be replaced by the next one meanwhile. */
  const untilHere: typeof until = (what, look, detail) =>
    until(
      what,
      async () => {
        try {
          return await look();
        } catch (error) {
          if (port.isBetweenDocuments(error)) return undefined;
          throw error;
        }
      },
      detail,
    );

  const ask = (query: ControlQuery, action: ControlAction) =>
    evaluate(queryControl, accessibleElements, watchPress, query, action);

  /** Asks until the answer is the wanted one; none and blocked may pass, several will not. */
  async function askFor<Found extends ControlAnswer['found']>(
    found: Found,
    query: ControlQuery,
    action: ControlAction,
  ): Promise<Extract<ControlAnswer, { found: Found }>> {
    let last: ControlAnswer = { found: 'none', there: [] };
    const isWanted = (answer: ControlAnswer): answer is Extract<ControlAnswer, { found: Found }> =>
      answer.found === found;
    return untilHere(
      `the ${describeQuery(query)} to ${action.do}`,
      async () => {
        last = await ask(query, action);
        if (last.found === 'many') {
          throw new Error(`${last.count} controls are a ${describeQuery(query)}`);
        }
        return isWanted(last) ? last : undefined;
      },
      () => {
        if (last.found === 'none') return `there are ${JSON.stringify(last.there)}`;
        return last.found === 'blocked' ? last.why : '';
      },
    );
  }

  async function click(query: ControlQuery): Promise<void> {
    await untilHere(`a press on the ${describeQuery(query)}`, async () =>
      (await pressOnce(query)) ? true : undefined,
    );
  }

  /** @returns false where the layout moved between the look and the press, which then did nothing */
  async function pressOnce(query: ControlQuery): Promise<boolean> {
    let previous = await askFor('point', query, { do: 'point' });
    const still = await untilHere(`the ${describeQuery(query)} to stand still`, async () => {
      const now = await askFor('point', query, { do: 'point' });
      const moved = now.x !== previous.x || now.y !== previous.y;
      previous = now;
      return moved ? undefined : now;
    });
    try {
      await port.clickAt(still.x, still.y);
    } catch (error) {
      if (isOutOfBounds(error)) return false;
      throw error;
    }
    try {
      return !(await evaluate(pressMissed));
    } catch {
      // What the click led to has taken the document away: it hit.
      return true;
    }
  }

  function control(query: ControlQuery): Control {
    const read = async () => (await askFor('state', query, { do: 'read' })).state;
    const count = async () => {
      const answer = await ask(query, { do: 'read' });
      if (answer.found === 'none') return 0;
      return answer.found === 'many' ? answer.count : 1;
    };
    return {
      click: () => click(query),
      fill: async (text) => void (await askFor('done', query, { do: 'fill', text })),
      select: async (option) => void (await askFor('done', query, { do: 'select', option })),
      value: async () => (await read()).value,
      text: async () => (await read()).text,
      isChecked: async () => (await read()).checked,
      isDisabled: async () => (await read()).disabled,
      isFocused: async () => (await read()).focused,
      attribute: async (name) => (await read()).attributes[name] ?? null,
      description: async () => (await read()).description,
      exists: async () => (await count()) > 0,
      count,
    };
  }

  const text = () => evaluate(() => document.body.innerText);

  return {
    evaluate,
    until: untilHere,
    text,
    waitForText: async (wanted) => {
      await untilHere(`the text “${wanted}”`, async () =>
        (await text()).includes(wanted) ? true : undefined,
      );
    },
    byRole: (role, name) => control({ role, name }),
    byLabel: (name) => control({ role: undefined, name }),
    waitForRole: async (role, name) => {
      const query = { role, name };
      await untilHere(`a ${describeQuery(query)}`, async () => {
        const answer = await ask(query, { do: 'read' });
        return answer.found === 'none' ? undefined : true;
      });
    },
    press: port.press,
    typeText: port.typeText,
    axe: async (rules = WCAG, within = null) => {
      // Half a megabyte, which one document needs but once.
      if ((await port.evaluate(`String('axe' in globalThis)`)) === 'false') {
        // The source ends in a call, whose value would be sent back.
        await port.evaluate(`(() => { ${axeCore.source}; return ''; })()`);
      }
      return evaluate(runAxe, rules, within);
    },
    screenshot: port.screenshot,
  };
}

async function runAxe(rules: readonly string[], within: string | null): Promise<AxeViolation[]> {
  const { axe } = globalThis as unknown as {
    axe: { run: (context: Element | Document, options: object) => Promise<AxeResults> };
  };
  const part = within === null ? null : document.querySelector(within);
  if (within !== null && part === null) throw new Error(`There is no ${within}`);
  // Of what stands beside the body axe measures no colours.
  if (part && !document.body.contains(part)) document.body.append(part);
  // Colours on their way from one scheme to the other are neither's.
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  const { violations, incomplete } = await axe.run(part ?? document, {
    runOnly: rules,
    resultTypes: ['violations', 'incomplete'],
  });
  return [...violations, ...(part ? incomplete : [])].map(({ id, impact, help, nodes }) => ({
    id,
    impact: impact ?? null,
    help,
    targets: nodes.map(({ target }) => target.join(' ')),
  }));
}
