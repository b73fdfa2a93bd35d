import { describe, expect, it } from 'vitest';
import { OneAtATime } from '../../../src/platforms/slack/talk/one-at-a-time.ts';

/** Work that notes when it begins and ends; `end` lets the one that is under way end. */
function notedWork() {
  const notes: string[] = [];
  let end = (): void => undefined;
  const work = (name: string) => async () => {
    notes.push(`${name} begins`);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    notes.push(`${name} ends`);
  };
  return { notes, work, end: () => end() };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe('work that may come later', () => {
  it('is done one after the other', async () => {
    const queue = new OneAtATime();
    const { notes, work, end } = notedWork();

    const done = [queue.do('a', work('a')), queue.do('b', work('b'))];
    end();
    await aMoment();
    end();
    await Promise.all(done);

    expect(notes).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('is done once when it is asked for again before it has begun, and again when it has', async () => {
    const queue = new OneAtATime();
    const { notes, work, end } = notedWork();

    const done = ['first', 'second', 'third'].map((name) => queue.do('home', work(name)));
    end();
    await aMoment();
    end();
    await Promise.all(done);

    expect(notes).toEqual(['first begins', 'first ends', 'third begins', 'third ends']);
  });

  it('goes on after a failure, which is told', async () => {
    const queue = new OneAtATime();
    let isDone = false;

    const broken = queue.do('a', () => Promise.reject(new Error('Slack is away.')));
    const other = queue.do('b', () => {
      isDone = true;
      return Promise.resolve();
    });

    await expect(broken).rejects.toThrow('Slack is away.');
    await expect(other).rejects.toThrow('Slack is away.');
    expect(isDone).toBe(true);
  });
});
