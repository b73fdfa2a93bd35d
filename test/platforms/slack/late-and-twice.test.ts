import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';

async function prompted(options: Parameters<typeof slackStage>[1] = {}): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), options);
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

const versions = (stage: SlackStage, code: string) =>
  stage.store.in(stage.partnershipId).updates.versions('2026-11', code);
const chat = (stage: SlackStage, id: string) => stage.slack.seen(stage.slack.dm(id), id);
const secondsNow = (stage: SlackStage) => Math.floor(stage.clock.now().getTime() / 1_000);

async function told(stage: SlackStage, event: Record<string, unknown>, id: string, at?: number) {
  const happened = at === undefined ? {} : { event_time: at };
  const body = { type: 'event_callback', team_id: 'T1', event_id: id, ...happened, event };
  const response = await stage.send(body, 'json');
  await stage.settled();
  return response;
}

function written(stage: SlackStage, who: string, text: string, ts: string) {
  return { type: 'message', channel_type: 'im', channel: stage.slack.dm(who), user: who, text, ts };
}

describe('what takes longer than Slack waits', () => {
  const atOnce = { gateSleep: () => Promise.resolve() };

  it('keeps a form open with everything in it; it is saved, and saved once when it is sent again', async () => {
    const stage = await prompted(atOnce);
    await stage.press('lena.hart', 'Update');
    const typed = { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' };

    const first = await stage.submit('lena.hart', typed);
    const again = await stage.submit('lena.hart', typed);

    for (const answer of [first, again])
      expect(answer).toEqual({
        response_action: 'errors',
        errors: { 'IC3.rating': expect.stringContaining('it is saved once') as string },
      });
    expect((await versions(stage, 'IC3')).map(({ content }) => content?.rating)).toEqual(['green']);
    expect(chat(stage, 'ULENA').join('\n')).toContain('Recorded');
  });

  it('acknowledges a press, which is then done and answered', async () => {
    const stage = await prompted(atOnce);

    const response = await stage.press('asha.verma', 'Update');

    expect(response).toMatchObject({ status: 200, body: '' });
    expect(stage.slack.views).toHaveLength(1);
  });

  it('acknowledges a command, whose answer comes afterwards to the person alone', async () => {
    const stage = await prompted(atOnce);

    const answer = await stage.command('grace.bell', 'status safe');

    expect(answer).toEqual({});
    expect(stage.slack.seen('CBOARD', 'UGRACE').join()).toContain('SAFE');
    expect(stage.slack.seen('CBOARD', 'UTOM')).toEqual([]);
  });
});

describe('a form that was asked for more than three seconds ago', () => {
  it('is offered by a button, as Slack opens none any more, and that button opens it', async () => {
    const stage = await prompted();
    const pressed = stage.slack.trigger();
    stage.clock.set(new Date('2026-11-02T09:00:04Z'));

    await stage.press('asha.verma', 'Update', undefined, pressed);
    const openedLate = stage.slack.views.length;
    await stage.press('asha.verma', 'Open "Your update"');

    expect(openedLate).toBe(0);
    expect(stage.slack.views).toHaveLength(1);
  });

  it('opens when Slack’s three seconds are just not over', async () => {
    const stage = await prompted();
    const pressed = stage.slack.trigger();
    stage.clock.set(new Date('2026-11-02T09:00:03Z'));

    await stage.press('asha.verma', 'Update', undefined, pressed);

    expect(stage.slack.views).toHaveLength(1);
  });
});

describe('what Slack tells twice', () => {
  it('is done and said once when the second comes while the first is under way', async () => {
    const stage = await prompted();
    const event = written(stage, 'ULENA', 'Green, youth council met twice', '1.000001');

    const responses = await Promise.all([
      told(stage, event, 'Ev-same'),
      told(stage, event, 'Ev-same'),
      told(stage, event, 'Ev-same'),
    ]);

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await versions(stage, 'IC3')).toHaveLength(1);
    expect(chat(stage, 'ULENA').filter((text) => text.includes('Thank you'))).toHaveLength(1);
  });

  it('is one press, answered once', async () => {
    const stage = await prompted();
    const trigger = stage.slack.trigger();

    await stage.press('asha.verma', 'Update', undefined, trigger);
    await stage.press('asha.verma', 'Update', undefined, trigger);

    expect(stage.slack.views).toHaveLength(1);
    expect(chat(stage, 'UASHA')).toHaveLength(1);
  });

  it('is one account that was closed, and the secretariat is told once, also under another name', async () => {
    const stage = await prompted();
    const event = { type: 'user_change', user: { id: 'ULENA', team_id: 'T1', deleted: true } };
    stage.slack.users.get('ULENA')!.deleted = true;

    await told(stage, event, 'Ev-gone');
    await told(stage, event, 'Ev-gone-again');
    await stage.drain();

    expect(
      chat(stage, 'USAM')
        .join('\n')
        .match(/was deactivated/g),
    ).toHaveLength(1);
  });
});

describe('what Slack tells late', () => {
  it('does not close an account that is in use again by then', async () => {
    const stage = await prompted();

    await told(
      stage,
      { type: 'user_change', user: { id: 'ULENA', team_id: 'T1', deleted: true } },
      'Ev-gone',
    );
    await stage.drain();

    expect(await stage.store.personsOfAccount('slack', 'T1', 'ULENA')).toHaveLength(1);
    expect(chat(stage, 'USAM').join('\n')).not.toContain('was deactivated');
  });

  it('is not the end of a bcp that was started after it', async () => {
    const stage = await prompted();

    await told(stage, { type: 'app_uninstalled' }, 'Ev-bye', Date.parse('2026-11-02T08:50:00Z') / 1_000);
    const after = await stage.command('grace.bell', 'help');
    await told(stage, { type: 'app_uninstalled' }, 'Ev-bye-now', secondsNow(stage));
    const atLast = await stage.command('grace.bell', 'help');

    expect(String(after['text'])).toContain('What you can type');
    expect(String(atLast['text'])).toContain('not installed in this Slack workspace');
  });

  it('that somebody opened App Home before they answered, shows what they have answered', async () => {
    const stage = await prompted();
    const opened = { type: 'app_home_opened', user: 'ULENA', tab: 'home', event_ts: '1.000001' };

    await told(stage, written(stage, 'ULENA', 'Green, youth council met twice', '2.000001'), 'Ev2');
    await told(stage, opened, 'Ev1');

    expect(textsIn(stage.slack.homes.get('ULENA')).join('\n')).toContain('Youth council met twice');
  });

  it('that somebody wrote before what they wrote last, loses neither: both are recorded and said', async () => {
    const stage = await prompted();

    await told(stage, written(stage, 'ULENA', 'Green, youth council met twice', '2.000001'), 'Ev2');
    await told(stage, written(stage, 'ULENA', 'Amber, waiting on rooms', '1.000001'), 'Ev1');

    const ratings = (await versions(stage, 'IC3')).map(({ content }) => content?.rating);
    expect([...ratings].sort()).toEqual(['amber', 'green']);
    expect(chat(stage, 'ULENA').filter((text) => text.startsWith('Recorded'))).toHaveLength(2);
  });
});
