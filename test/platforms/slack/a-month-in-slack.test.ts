import { describe, expect, it } from 'vitest';
import { testStore } from '../../support/database.ts';
import { slackStage, type SlackStage } from './slack-stage.ts';
import { textsIn } from './fake-slack/block-limits.ts';

async function prompted(options: Parameters<typeof slackStage>[1] = {}): Promise<SlackStage> {
  const stage = await slackStage(await testStore(), options);
  await stage.moveTo('2026-11-02T09:00:00Z');
  return stage;
}

const latest = (stage: SlackStage, code: string) =>
  stage.store.in(stage.partnershipId).updates.latest('2026-11', code);
const dm = (stage: SlackStage, id: string) => stage.slack.seen(stage.slack.dm(id), id);

describe('an owner in Slack', () => {
  it('gets one prompt with everything asked of them', async () => {
    const stage = await prompted();

    const [prompt, ...others] = dm(stage, 'UASHA');

    expect(others).toEqual([]);
    for (const code of ['IC4', 'IC5', 'I28']) expect(prompt).toContain(code);
    expect(prompt).toContain('Friday 13 November at 17:00');
  });

  it('answers by the form; it closes after it is stored, and the prompt becomes the receipt', async () => {
    const stage = await prompted();

    await stage.press('asha.verma', 'Update');
    const answer = await stage.submit('asha.verma', {
      'IC4.rating': 'amber',
      'IC4.done': 'Two educational psychologists recruited.',
      'I28.value': '41',
    });
    await stage.drain();

    expect(answer).toEqual({});
    expect((await latest(stage, 'IC4'))?.content?.rating).toBe('amber');
    const [receipt, saved] = dm(stage, 'UASHA');
    expect(receipt).toMatch(/2 recorded, \d to go/);
    expect(receipt).toContain('Two educational psychologists recruited.');
    expect(saved).toContain('Recorded');
  });

  it('sees what is missing at its field and loses no word', async () => {
    const stage = await prompted();
    await stage.press('asha.verma', 'Update');

    const refused = await stage.submit('asha.verma', { 'IC5.rating': 'red', 'IC5.done': 'Exclusions rose.' });
    const saved = await stage.submit('asha.verma', {
      'IC5.rating': 'red',
      'IC5.done': 'Exclusions rose.',
      'IC5.pathToGreen.what': 'Panel restarts',
      'IC5.pathToGreen.who': 'Asha Verma',
      'IC5.pathToGreen.by': '2026-12-09',
    });

    expect(refused).toMatchObject({
      response_action: 'errors',
      errors: { 'IC5.pathToGreen.what': expect.any(String) as string },
    });
    expect(saved).toEqual({});
    expect((await latest(stage, 'IC5'))?.content?.pathToGreen?.what).toBe('Panel restarts');
  });

  it('is recorded once when the same form comes twice', async () => {
    const stage = await prompted();
    await stage.press('lena.hart', 'Update');

    await stage.submit('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' });
    await stage.submit('lena.hart', { 'IC3.rating': 'green', 'IC3.done': 'Youth council met.' });

    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3');
    expect(versions).toHaveLength(1);
  });

  it('answers by just writing, and can take it back with one press', async () => {
    const stage = await prompted();

    await stage.write('lena.hart', 'Green, youth council met twice');
    const recorded = await latest(stage, 'IC3');
    await stage.press('lena.hart', 'Undo');

    expect(recorded?.content?.rating).toBe('green');
    expect(dm(stage, 'ULENA').join('\n')).toContain('Recorded');
    expect((await latest(stage, 'IC3'))?.content).toBeNull();
  });

  it('is recorded once when Slack delivers the same message three times', async () => {
    const stage = await prompted();

    for (let time = 0; time < 3; time += 1)
      await stage.write('lena.hart', 'Green, youth council met twice', 'Ev-same');

    expect(await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC3')).toHaveLength(1);
    expect(dm(stage, 'ULENA').filter((text) => text.includes('Thank you'))).toHaveLength(1);
  });

  it('gets a button where a form is wanted and only words were written', async () => {
    const stage = await prompted();

    await stage.write('asha.verma', 'update');
    await stage.press('asha.verma', 'Open "Your update"');

    expect(stage.slack.views).toHaveLength(1);
  });

  it('finds everything in App Home', async () => {
    const stage = await prompted();

    await stage.send(
      {
        type: 'event_callback',
        team_id: 'T1',
        event_id: 'Ev-home',
        event: { type: 'app_home_opened', user: 'UASHA', tab: 'home' },
      },
      'json',
    );
    await stage.settled();

    const home = textsIn(stage.slack.homes.get('UASHA')).join('\n');
    expect(home).toContain('Your update for November 2026');
    expect(home).toContain('Update');
  });

  it('is offered a way when the form opened too late', async () => {
    const stage = await prompted();
    stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });

    await stage.press('asha.verma', 'Update');
    await stage.press('asha.verma', 'Open "Your update"');

    expect(stage.slack.views).toHaveLength(1);
  });
});

describe('a chair in Slack', () => {
  it('reads a status in the answer itself, and nobody else sees it', async () => {
    const stage = await prompted();

    const answer = await stage.command('grace.bell', 'status safe');

    expect(answer['response_type']).toBe('ephemeral');
    expect(String(answer['text'])).toContain('Outcome SAFE');
    expect(
      stage.slack.messages.filter(({ channel, onlyFor }) => channel === 'CBOARD' && onlyFor === null),
    ).toEqual([]);
  });

  it('shares it with the channel by one press', async () => {
    const stage = await prompted();
    const answer = await stage.command('grace.bell', 'status safe');
    const share = JSON.stringify(answer).match(
      /"action_id":"(bcp\.share\.\d+)","text":[^}]*},"value":("(?:[^"\\]|\\.)*")/,
    );

    await stage.send(
      {
        type: 'block_actions',
        team: { id: 'T1' },
        user: { id: 'UGRACE', team_id: 'T1' },
        channel: { id: 'CBOARD' },
        trigger_id: stage.slack.trigger(),
        response_url: stage.slack.hook('UGRACE', 'CBOARD'),
        actions: [
          {
            type: 'button',
            block_id: 'b',
            action_id: share?.[1],
            value: JSON.parse(share?.[2] ?? '""') as string,
          },
        ],
      },
      'payload',
    );
    await stage.settled();

    const posts = stage.slack.messages.filter(
      ({ channel, onlyFor }) => channel === 'CBOARD' && onlyFor === null,
    );
    expect(posts.map(({ text }) => text).join()).toContain('Outcome SAFE');
  });

  it('gets help for a word that is no command of bcp', async () => {
    const stage = await prompted();

    const response = await stage.send({
      command: '/other',
      text: '',
      team_id: 'T1',
      user_id: 'UGRACE',
      channel_id: 'CBOARD',
      trigger_id: stage.slack.trigger(),
      response_url: '',
    });

    expect(String(response.body)).toContain('bcp does not know /other');
  });
});

describe('somebody bcp does not know', () => {
  it('is told how to be known, and it is written down without their words', async () => {
    const stage = await prompted();
    stage.slack.addUser('UNEW', 'new@birmingham.example');

    const answer = await stage.command('UNEW', 'status');

    expect(String(answer['text'])).toContain('does not know this Slack account');
    const audit = await stage.store.in(stage.partnershipId).audit.after(0, 1_000);
    expect(audit.some(({ verb }) => verb === 'stranger_refused')).toBe(true);
  });

  it('becomes a known person by a code of the secretariat, once', async () => {
    const stage = await prompted();
    stage.slack.addUser('UGRACE2', 'private@mail.example');

    const issued = await stage.command('sam.field', 'link code grace.bell@birmingham.example');
    const code = /link ([A-Z0-9]{8})/.exec(String(issued['text']))?.[1] ?? '';
    const welcome = await stage.command('UGRACE2', `link ${code}`);
    stage.slack.addUser('UEVE', 'eve@mail.example');
    const second = await stage.command('UEVE', `link ${code}`);

    expect(String(welcome['text'])).toContain('Welcome, Grace Bell');
    expect(String(second['text'])).toContain('not known, has been used');
  });

  it('is not looked at any more after five wrong codes', async () => {
    const stage = await prompted();
    stage.slack.addUser('UEVE', 'eve@mail.example');
    for (let time = 0; time < 5; time += 1) await stage.command('UEVE', 'link WRONG123');

    const answer = await stage.command('UEVE', 'link WRONG123');

    expect(String(answer['text'])).toContain('one try too many');
  });

  it('becomes known by the address of the account only when the secretariat confirms', async () => {
    const stage = await prompted();
    stage.slack.addUser('UPRIYA2', 'priya.nair@birmingham.example');

    await stage.command('UPRIYA2', 'link');
    const before = await stage.store.personsOfAccount('slack', 'T1', 'UPRIYA2');
    await stage.drain();
    const name = /link confirm ([A-Z0-9]{6})/.exec(dm(stage, 'USAM').join('\n'))?.[1] ?? '';
    const confirmed = await stage.command('sam.field', `link confirm ${name}`);

    expect(before).toEqual([]);
    expect(String(confirmed['text'])).toContain("Priya Nair's");
    expect(await stage.store.personsOfAccount('slack', 'T1', 'UPRIYA2')).toHaveLength(1);
  });

  it('is nobody here when the account is of another workspace, whatever its id', async () => {
    const stage = await prompted();
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: 'DUASHA',
      user: 'UASHA',
      user_team: 'T9',
      text: 'Green',
      ts: '1.0',
    };

    await stage.send({ type: 'event_callback', team_id: 'T1', event_id: 'Ev-x', event }, 'json');
    await stage.settled();

    expect(await latest(stage, 'IC4')).toBeNull();
  });
});

describe('somebody who leaves', () => {
  it('is no longer reached in Slack, and the secretariat is told', async () => {
    const stage = await prompted();
    stage.slack.users.get('ULENA')!.deleted = true;

    await stage.send(
      {
        type: 'event_callback',
        team_id: 'T1',
        event_id: 'Ev-gone',
        event: { type: 'user_change', user: { id: 'ULENA', team_id: 'T1', deleted: true } },
      },
      'json',
    );
    await stage.settled();
    await stage.drain();

    expect(await stage.store.personsOfAccount('slack', 'T1', 'ULENA')).toEqual([]);
    expect(dm(stage, 'USAM').join('\n')).toContain("Lena Hart's account in Slack was deactivated");
  });
});
