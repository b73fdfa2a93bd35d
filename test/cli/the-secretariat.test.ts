import { describe, expect, it } from 'vitest';
import { installationWithAMonthBehindIt, secretary } from './played-installation.ts';

const newPlayed = installationWithAMonthBehindIt();
const chair = 'Oluwaseun Brightwater';

describe('channels', { timeout: 60_000 }, () => {
  it('are added, listed and taken out again, by whoever may', async () => {
    const { bcp } = newPlayed();
    const add = ['channel', 'add', 'C0123', '--platform', 'slack', '--tenant', 'T1'];

    const refused = await bcp(...add, '--audience', 'board', '--as', chair);
    const unknown = await bcp(...add, '--audience', 'the moon', '--as', secretary);
    const misused = await bcp(
      'channel',
      'add',
      'C0123',
      '--platform',
      'irc',
      '--tenant',
      'T1',
      '--audience',
      'board',
      '--as',
      secretary,
    );
    const added = await bcp(...add, '--audience', 'theme:safety', '--name', 'safety', '--as', secretary);
    const list = await bcp('channel', 'list');
    const json: unknown = JSON.parse((await bcp('channel', 'list', '--json')).out);
    const removed = await bcp('channel', 'remove', '#safety', '--as', secretary);
    const again = await bcp('channel', 'remove', 'safety', '--as', secretary);

    expect(refused).toMatchObject({
      status: 1,
      err: expect.stringContaining('Only the secretariat') as string,
    });
    expect(unknown).toMatchObject({
      status: 1,
      err: expect.stringContaining('no audience "the moon"') as string,
    });
    expect(misused.status).toBe(2);
    expect(added).toMatchObject({ status: 0, out: 'The digests for BUILD SAFETY are posted in safety.\n' });
    expect(list.out).toMatch(/safety +slack +C0123 +BUILD SAFETY +members/);
    expect(json).toMatchObject({ marking: 'OFFICIAL' });
    expect(removed).toMatchObject({ status: 0, out: 'Nothing is posted in safety any more.\n' });
    expect(again).toMatchObject({ status: 1, err: 'There is no channel "safety". See: bcp channel list\n' });
  });
});

describe('the rhythm', { timeout: 60_000 }, () => {
  it('is shown, changed by name, and kept as it was when one of the values is wrong', async () => {
    const { bcp } = newPlayed();

    const shown = await bcp('cycle', 'settings');
    const changed = await bcp('cycle', 'settings', 'digest-day=15', 'digest-time=10:30', '--as', secretary);
    const wrong = await bcp('cycle', 'settings', 'digest-day=16', 'close-time=noon', '--as', secretary);
    const misused = await bcp('cycle', 'settings', 'later', '--as', secretary);
    const after: unknown = JSON.parse((await bcp('cycle', 'settings', '--json')).out);

    expect(shown.out).toMatch(/close-day +10 +The month closes: day/);
    expect(changed).toMatchObject({
      status: 0,
      out: expect.stringContaining('The digest is drafted: day 15') as string,
    });
    expect(wrong).toMatchObject({ status: 1, err: '"noon" is not a time. Write it like 09:00.\n' });
    expect(misused.status).toBe(2);
    expect(after).toMatchObject({ digestDay: 15, digestTime: '10:30', closeTime: '17:00' });
  });
});

describe('retention', { timeout: 60_000 }, () => {
  it('is shown, set, run and held', async () => {
    const { bcp } = newPlayed();

    const shown = await bcp('retention', 'show');
    const set = await bcp('retention', 'set', 'messages', '60', '--as', secretary);
    const run = await bcp('retention', 'run');
    const held = await bcp('retention', 'hold', 'FOI', 'request', '--as', secretary);
    const refused = await bcp('retention', 'run');
    const released = await bcp('retention', 'release', '--as', secretary);

    expect(shown.out).toContain('What is kept, and how long');
    expect(set).toMatchObject({ status: 0, out: 'The words of messages that bcp sent: kept 60 days.\n' });
    expect(run.status).toBe(0);
    expect(held.status).toBe(0);
    expect(refused).toMatchObject({
      status: 1,
      err: expect.stringContaining('a hold stands since') as string,
    });
    expect(released.status).toBe(0);
    expect((await bcp('audit', 'verify')).status).toBe(0);
  });
});

describe('a digest that was posted', { timeout: 60_000 }, () => {
  it('goes only where it is missing, and to no channel that is not there', async () => {
    const { bcp } = newPlayed();

    const nowhere = await bcp('digest', 'post', '--channel', 'the-moon', '--as', secretary);

    expect(nowhere).toMatchObject({
      status: 1,
      err: 'There is no channel "the-moon". See: bcp channel list\n',
    });
  });
});
