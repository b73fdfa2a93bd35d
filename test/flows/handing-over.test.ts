import { describe, expect, it } from 'vitest';
import { auditVerbs, chat, outcome, press, records, say, send, versions, words } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { testStore } from '../support/database.ts';

async function openMonth(): Promise<Stage> {
  const stage = await birminghamStage(await testStore());
  await stage.at('2026-11-02T09:00:00Z');
  return stage;
}

async function notMe(stage: Stage, email: string, to: string): Promise<string> {
  const answer = await press(stage, email, { verb: 'not_me', month: '2026-11' });
  if (!answer.form) throw new Error('No form was opened.');
  const { personId } = await stage.actor(to);
  const sent = await send(stage, email, answer.form, { person: personId, how: 'for_good' });
  await stage.at(new Date(stage.clock.now().getTime() + 60_000).toISOString());
  return outcome(sent);
}

/** The role of an action that a person was asked to take on. */
async function roleOf(stage: Stage, email: string, code: string): Promise<string> {
  const { roles } = await stage.actor(email);
  return roles.findLast(({ scope }) => scope.kind === 'action' && scope.code === code)?.id ?? '';
}

describe('"Not me" for good', () => {
  it('makes the other the owner from today; both are told, and only the new owner is asked', async () => {
    const stage = await openMonth();

    const said = await notMe(stage, 'lena.hart', 'priya.nair');
    await stage.at('2026-11-05T09:00:00Z');

    expect(said).toBe('IC3: Priya Nair is the owner from today and has been asked to accept.');
    expect(await chat(stage, 'lena.hart')).toContain('This is with Priya Nair now.');
    expect(await chat(stage, 'lena.hart')).not.toContain('reminder');
    const priya = await chat(stage, 'priya.nair');
    expect(priya).toContain('Lena Hart asks you to be owner of IC3');
    expect(priya).toContain('Your update for November 2026');
    expect(priya).toContain('A reminder, Priya');
  });

  it('is accepted with one press, and the button does no harm later', async () => {
    const stage = await openMonth();
    await notMe(stage, 'lena.hart', 'priya.nair');
    const role = await roleOf(stage, 'priya.nair', 'IC3');

    const accepted = await press(stage, 'priya.nair', { verb: 'accept_role', role });
    const declined = await press(stage, 'priya.nair', { verb: 'decline_role', role });

    expect(words(accepted)).toBe('Thank you. You hold it from 2 November 2026.');
    expect(words(declined)).toContain('You have accepted this. To pass it on, press "Not me"');
    expect((await stage.actor('priya.nair')).roles.find(({ id }) => id === role)?.endsOn).toBeNull();
  });

  it('that is declined is told to the secretariat and to whoever had handed it over', async () => {
    const stage = await openMonth();
    await notMe(stage, 'lena.hart', 'priya.nair');
    const role = await roleOf(stage, 'priya.nair', 'IC3');

    const declined = await press(stage, 'priya.nair', { verb: 'decline_role', role });
    const late = await press(stage, 'priya.nair', { verb: 'accept_role', role });
    await stage.at('2026-11-02T09:30:00Z');

    expect(words(declined)).toBe('Noted: it is not yours. The secretariat has been told.');
    expect(words(late)).toBe('That role has ended. Please ask the secretariat.');
    expect(await chat(stage, 'sam.field')).toContain('Priya Nair does not take on the role of owner of IC3');
    expect(await chat(stage, 'lena.hart')).toContain('Nobody is asked for it now.');
  });

  it('hands over everything the person owns, or nothing', async () => {
    const stage = await openMonth();

    const said = await notMe(stage, 'asha.verma', 'lena.hart');

    expect(said).toContain('IC4, IC5, I28: Lena Hart is the owner from today');
    expect(await chat(stage, 'asha.verma')).toContain('This is with Lena Hart now.');
    expect((await auditVerbs(stage))['role_handed_over']).toBe(3);
  });

  it('of one of two leaves the other where it is', async () => {
    const stage = await openMonth();

    await say(stage, 'sam.field', 'assign IC5 to Lena Hart');
    await stage.at('2026-11-05T09:00:00Z');

    const reminder = (await stage.conversation('asha.verma')).at(-1);
    expect(reminder).toContain('A reminder, Asha');
    expect(reminder).toContain('IC4');
    expect(reminder).not.toContain('IC5');
    expect(await chat(stage, 'lena.hart')).toContain('IC5');
  });

  it('keeps what was said as said by the one who said it', async () => {
    const stage = await openMonth();
    await say(stage, 'lena.hart', 'green, met twice');
    const lena = await stage.actor('lena.hart');

    await notMe(stage, 'lena.hart', 'priya.nair');

    const stored = await records(stage).updates.latest('2026-11', 'IC3');
    expect(stored?.byPersonId).toBe(lena.personId);
    expect(await stage.conversation('priya.nair')).toHaveLength(1);
  });

  it('cannot go to oneself, or to somebody who has left', async () => {
    const stage = await openMonth();
    const lena = await stage.actor('lena.hart');
    const priya = await stage.actor('priya.nair');
    await say(stage, 'sam.field', 'leaves Priya Nair 2026-11-02');
    await stage.at('2026-11-03T09:00:00Z');
    const answer = await press(stage, 'lena.hart', { verb: 'not_me', month: '2026-11' });
    if (!answer.form) throw new Error('No form was opened.');

    const toSelf = await send(stage, 'lena.hart', answer.form, { person: lena.personId, how: 'for_good' });
    const toGone = await send(stage, 'lena.hart', answer.form, { person: priya.personId, how: 'for_good' });

    expect(outcome(toSelf)).toBe('how: You are the owner already. Choose somebody else.');
    expect(outcome(toGone)).toBe('how: Priya Nair has left the partnership. Choose somebody else.');
  });
});

describe('an owner who leaves in the middle of a month', () => {
  it('is asked until the last day; then the deputy is, and what was said stays', async () => {
    const stage = await openMonth();
    await say(stage, 'sam.field', 'assign IC3 to Priya Nair as deputy');

    const noted = await say(stage, 'sam.field', 'leaves Lena Hart 2026-11-04');
    await stage.at('2026-11-05T09:00:00Z');

    expect(words(noted)).toBe(
      'Noted: Lena Hart is here until 4 November 2026. After that IC3 goes to Priya Nair, the deputy.',
    );
    expect(await chat(stage, 'lena.hart')).toContain('This is with Priya Nair now.');
    expect(await chat(stage, 'priya.nair')).toContain('IC3');
    await expect(stage.actor('lena.hart')).rejects.toThrow('has left');
  });

  it('without a deputy leaves an action that nobody owns: the theme lead and the close say so', async () => {
    const stage = await openMonth();
    await say(stage, 'sam.field', 'leaves Lena Hart 2026-11-04');

    await stage.at('2026-11-12T09:00:00Z');
    await stage.at('2026-11-13T17:00:00Z');

    expect(await chat(stage, 'noor.aziz')).toMatch(/IC3 .*: nobody owns it/);
    expect(await chat(stage, 'sam.field')).toMatch(/IC3 .*: nobody owns it/);
    expect(await versions(stage, '2026-11', 'IC3')).toEqual(['no_update nothing']);
  });
});

describe('what nobody owns, and who cannot be reached', () => {
  it('is told to the secretariat on the day the month opens', async () => {
    const stage = await openMonth();

    const told = await chat(stage, 'sam.field');

    expect(told).toContain('November 2026: not everybody can be asked');
    expect(told).toMatch(/IC1 /);
    expect(told).not.toMatch(/- IC3 /);
  });

  it('is asked for as soon as somebody owns it, also in the middle of the month', async () => {
    const stage = await openMonth();

    const assigned = await say(stage, 'sam.field', 'assign IC1 to Grace Bell');
    await stage.at('2026-11-04T10:00:00Z');

    expect(words(assigned)).toBe(
      'Grace Bell is owner of IC1 from 2 November 2026 and has been asked to accept.',
    );
    const prompt = (await stage.conversation('grace.bell')).find((text) => text.includes('Your update'));
    expect(prompt).toContain('IC1');
    expect(prompt).not.toContain('comes later than usual');
  });
});
