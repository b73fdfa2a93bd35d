import { describe, expect, it } from 'vitest';
import { chat, outcome, press, records, say, send, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

async function stateOf(stage: Stage, email: string): Promise<string> {
  const { personId } = await stage.actor(email);
  const prompt = await records(stage).prompts.ofPerson('2026-11', personId);
  return prompt
    ? `${prompt.state}: ${prompt.items.map(({ code, as }) => `${code} as ${as}`).join(', ')}`
    : 'none';
}

describe('an owner who goes on leave and names a cover', () => {
  it('is left in peace; the cover gets a prompt that says for whom', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'lena.hart', 'On leave until 6 November, ask Tom');
    await stage.at('2026-11-02T09:10:00Z');

    expect(words(answer)).toBe('Noted: away until Friday 6 November. Tom Osei is asked meanwhile.');
    expect(await chat(stage, 'lena.hart')).toContain(
      'This is with Tom Osei (until 6 November) now. Nothing is needed from you.',
    );
    const [prompt, told] = await stage.conversation('tom.osei');
    expect(prompt).toContain('For Lena Hart, as cover.');
    expect(told).toContain('Tom, from today this one for November 2026 is with you');
    await stage.at('2026-11-05T09:00:00Z');
    expect(await chat(stage, 'lena.hart')).not.toContain('reminder');
  });

  it('finds the prompt again on return, and the cover is not chased any more', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'On leave until 6 November, ask Priya');
    await stage.at('2026-11-05T09:00:00Z');

    const happened = await stage.at('2026-11-09T09:00:00Z');
    await stage.at('2026-11-10T09:00:00Z');

    expect(happened).toEqual(['November 2026: morning round, 2 people told']);
    expect(await stateOf(stage, 'lena.hart')).toBe('open: IC3 as owner');
    expect(await stateOf(stage, 'priya.nair')).toBe('moved: IC3 as cover');
    expect(await chat(stage, 'lena.hart')).toContain(
      'Lena, from today this one for November 2026 is with you',
    );
    expect(await chat(stage, 'lena.hart')).toContain('A last reminder');
    expect(await chat(stage, 'priya.nair')).not.toContain('A last reminder');
  });

  it('is told what the cover answered, and the answer stands as given for the owner', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'On leave until 20 November, ask Priya');
    await stage.at('2026-11-02T09:10:00Z');

    await say(stage, 'priya.nair', 'amber, the room is being painted');
    await stage.at('2026-11-02T09:20:00Z');

    const stored = await records(stage).updates.latest('2026-11', 'IC3');
    const lena = await stage.actor('lena.hart');
    expect(stored).toMatchObject({ onBehalfOfPersonId: lena.personId, content: { rating: 'amber' } });
    expect(await chat(stage, 'lena.hart')).toContain('Priya Nair has answered');
  });

  it('who has answered already troubles nobody: the cover is not asked', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'green, met twice');

    await say(stage, 'lena.hart', 'On leave until 20 November, ask Priya');
    await stage.at('2026-11-02T09:10:00Z');

    expect(await stateOf(stage, 'priya.nair')).toBe('none');
    expect(await chat(stage, 'lena.hart')).toContain('Thank you: November 2026 is recorded');
  });

  it('may cut the leave short: the later word counts', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'On leave until 20 November, ask Priya');

    await say(stage, 'lena.hart', 'On leave until 4 November, ask Priya');
    await stage.at('2026-11-05T09:00:00Z');

    expect(await records(stage).people.absences()).toHaveLength(1);
    expect(await stateOf(stage, 'lena.hart')).toBe('open: IC3 as owner');
  });

  it('may say it in one breath with an answer: both are done', async () => {
    const stage = await openMonth();

    const answer = await say(
      stage,
      'lena.hart',
      'Green, met twice. I am on leave until 20 November, please ask Priya.',
    );

    expect(words(answer)).toContain('IC3 green');
    expect(words(answer)).toContain('Noted: away until Friday 20 November.');
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['update green']);
  });
});

describe('an absence that is not wholly clear', () => {
  it('without a last day opens the form, and nothing is arranged before', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'lena.hart', 'I am on leave, ask Priya');

    expect(answer.form?.kind).toBe('not_me');
    expect(await records(stage).people.absences()).toEqual([]);
  });

  it('with a name that nobody has says so', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'lena.hart', 'On leave until 20 November, ask Bartholomew');

    expect(words(answer)).toBe('I do not know anybody called Bartholomew. Choose who answers instead.');
    expect(await records(stage).people.absences()).toEqual([]);
  });

  it('without a cover goes to the deputy where there is one, and says who that is', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'asha.verma', 'On leave until 20 November');
    await stage.at('2026-11-02T09:10:00Z');

    expect(words(answer)).toBe('Noted: away until Friday 20 November. Priya Nair is asked meanwhile.');
    expect(await stateOf(stage, 'priya.nair')).toContain('IC4 as deputy');
    expect(await stateOf(stage, 'asha.verma')).toContain('IC5 as owner');
  });

  it('without anybody to ask stays with the owner, and says so', async () => {
    const stage = await openMonth();

    const answer = await say(stage, 'lena.hart', 'On leave until 20 November');

    expect(words(answer)).toContain('Nobody else is there to be asked, so your prompt stays with you');
    expect(await stateOf(stage, 'lena.hart')).toBe('open: IC3 as owner');
  });

  it('is refused for a cover who is away too, for oneself, and for days that have passed', async () => {
    const stage = await openMonth();
    await say(stage, 'priya.nair', 'On leave until 20 November');
    const answer = await press(stage, 'lena.hart', { verb: 'not_me', month: '2026-11' });
    if (!answer.form) throw new Error('No form was opened.');
    const priya = await stage.actor('priya.nair');
    const lena = await stage.actor('lena.hart');
    const away = { how: 'away', until: '2026-11-20' };

    const [away2, self, passed] = [
      await send(stage, 'lena.hart', answer.form, { ...away, person: priya.personId }),
      await send(stage, 'lena.hart', answer.form, { ...away, person: lena.personId }),
      await send(stage, 'lena.hart', answer.form, {
        how: 'away',
        until: '2026-10-30',
        person: priya.personId,
      }),
    ];

    expect(outcome(away2)).toBe('until: Priya Nair is away then too. Name somebody else to cover.');
    expect(outcome(self)).toBe('until: You cannot cover for yourself: name somebody else.');
    expect(outcome(passed)).toContain('comes before the first');
    expect(await records(stage).people.absences()).toHaveLength(1);
  });
});
