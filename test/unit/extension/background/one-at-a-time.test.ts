import { expect, test } from 'vitest';
import { createOneAtATime } from '../../../../extension/background/one-at-a-time.ts';

const gate = () => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

test('tasks of one name run after each other, of others beside', async () => {
  const inTurn = createOneAtATime();
  const { open, opened } = gate();
  const done: string[] = [];
  const first = inTurn('a', async () => {
    await opened;
    done.push('a1');
  });
  const second = inTurn('a', async () => void done.push('a2'));
  await inTurn('b', async () => void done.push('b'));
  expect(done).toEqual(['b']);
  open();
  await Promise.all([first, second]);
  expect(done).toEqual(['b', 'a1', 'a2']);
});

test('a task that fails is its caller’s alone', async () => {
  const inTurn = createOneAtATime();
  const failed = inTurn('a', () => Promise.reject(new Error('no')));
  const next = inTurn('a', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
