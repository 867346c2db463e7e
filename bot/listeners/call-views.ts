import { err, ok, type Result } from '../../shared/result.ts';
import { classify, type Failure } from '../slack/outcome.ts';
import type { ListenerPorts } from './ports.ts';

/** Calls a method of Slack's views, unless Slack wants it to rest. */
export const callViews = <T>(
  { pace }: Pick<ListenerPorts, 'pace'>,
  method: 'views.open' | 'views.publish' | 'views.update',
  call: () => Promise<T>,
): Promise<Result<T, Failure>> =>
  pace.run(method, async () => {
    try {
      return ok(await call());
    } catch (error) {
      return err(classify(error));
    }
  });
