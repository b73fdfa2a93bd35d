import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { statusJson } from '../../src/messages/status-json.ts';
import { statusPage } from '../../src/messages/status-page.ts';
import type { StatusReader } from '../../src/messages/status-rows.ts';
import type { StatusView } from '../../src/messages/status-view.ts';
import type { PlanPicture } from '../../src/plan/plan-picture.ts';
import { readStatusQuery } from '../../src/plan/status-query.ts';
import { statusOf } from '../../src/use-cases/status-answer.ts';
import { pictureOfYear, realPlan } from '../support/pictured-year.ts';
import { peopleOfYear } from '../support/year-data.ts';

function viewOf(
  words: string,
  picture: PlanPicture = pictureOfYear(),
  personId = 'grace.bell@birmingham.example',
): StatusView {
  const people = peopleOfYear.map(({ email, name }) => ({ id: email, name }));
  const reading = readStatusQuery(words, picture.plan, people, picture.plan.organisations, '2026-11');
  const status = statusOf(picture, reading, personId);
  if (!status.ok) throw new Error(status.error.words);
  return status.value;
}

const page = (words: string, reader?: StatusReader, picture?: PlanPicture): Message =>
  statusPage(viewOf(words, picture), reader);
const text = (words: string, reader?: StatusReader, picture?: PlanPicture): string =>
  plainText(page(words, reader, picture));
const rowsOf = ({ parts }: Message) => parts.flatMap((part) => (part.kind === 'ratings' ? part.rows : []));
const buttonsOf = ({ parts }: Message) =>
  parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));

describe('the status of an outcome', () => {
  it('names the reading with its counts in line one', () => {
    expect(page('safe').summary).toBe('Outcome SAFE, November 2026: 1 amber, 5 green.');
    expect(page('').summary).toBe('The whole plan, November 2026: 3 red, 4 amber, 7 green, 3 no update.');
  });

  it('says that the mapping is proposed until the board agrees it', () => {
    const agreed = pictureOfYear({
      plan: { ...realPlan(), outcomeMapping: { state: 'agreed', on: '2026-09-24' } },
    });

    expect(text('safe')).toContain('Proposed mapping');
    expect(text('safe', 'private', agreed)).toContain('was agreed by the board on 24 September 2026');
    expect(text('safety')).not.toContain('Proposed mapping');
  });

  it('offers the other reading with one button', () => {
    expect(buttonsOf(page('safe'))[0]).toMatchObject({
      label: 'Theme BUILD SAFETY',
      press: { verb: 'status', words: 'BUILD SAFETY' },
    });
  });

  it('can be shared where it was asked', () => {
    expect(buttonsOf(page('safe')).at(-1)?.press).toEqual({ verb: 'share', words: 'SAFE' });
  });
});

describe('the order of a status', () => {
  it('is red, then worse, then no update, then the rest', () => {
    expect(rowsOf(page('')).map(({ code }) => code)).toEqual([
      'IC3',
      'IC5',
      'SA6',
      'JO1',
      'IC6',
      'IC7',
      'JO2',
      'IC4',
      'JO4',
      'SA1',
    ]);
  });

  it('loses no action: what is on track as before stands by code and title', () => {
    const words = text('');

    for (const { code, shortTitle } of realPlan().actions) expect(words).toContain(`${code} ${shortTitle}`);
    expect(words).toContain(
      'Green, better than last month (2): IC2 Safe, welcoming places to learn and grow; JO3',
    );
    expect(words).toContain('Green, no change (5): IC1 Joyful things to do');
  });
});

describe('a line of a status', () => {
  it('says what changed, the path to green and the ask', () => {
    const line = rowsOf(page('red')).find(({ code }) => code === 'IC3');

    expect(line?.direction).toBe('worse');
    expect(line?.lines).toEqual([
      'Last month amber. What was done for IC3 in 2026-11.',
      'Path to green: Get IC3 back (Priya Nair, by 28 February 2027)',
      'Ask of the board: to decide: whether IC3 gets help (by 20 December 2026)',
    ]);
  });

  it('says when somebody last answered where there is no update', () => {
    const line = rowsOf(page('')).find(({ code }) => code === 'IC6');

    expect(line?.lines).toEqual([
      "No update by the deadline (Birmingham Children's Trust); last answer: amber, October 2026.",
    ]);
  });

  it('shows as many whole sentences as fit, and says where the rest is', () => {
    const long = `${'A first sentence that says the point. '.repeat(4)}${'More follows. '.repeat(20)}`.trim();
    const picture = pictureOfYear({ content: () => ({ done: long }) });

    const words = rowsOf(page('red', 'private', picture))[0]?.lines[0] ?? '';
    const whole = rowsOf(page('IC3', 'private', picture))[0]?.lines ?? [];

    expect(words).toMatch(/\. \(More: status IC3\.\)$/);
    expect(`Last month amber. ${long}`.startsWith(words.replace(' (More: status IC3.)', ''))).toBe(true);
    expect(whole).toContain(long);
  });
});

describe('a status that others read', () => {
  it('names organisations in a channel, never people', () => {
    const shared = ['', 'safe', 'IC5', 'late'].map((words) => text(words, 'channel')).join('\n');

    for (const { name } of peopleOfYear) expect(shared).not.toContain(name);
    expect(shared).not.toContain('Priya Nair');
    expect(text('IC5')).toContain('Asha Verma');
  });

  it('gives counts only where people from outside the partnership read', () => {
    const outside = text('safe', 'outside');

    expect(outside).toContain('Outcome SAFE, November 2026: 1 amber, 5 green');
    expect(outside).not.toContain('Get SA1 back');
    expect(text('IC5', 'outside')).toContain('not shown here');
    expect(text('IC5', 'outside')).not.toContain('What was done');
  });
});

describe('words with several readings, or none', () => {
  it('shows one line of totals and a button for each', () => {
    const message = page('saf');

    expect(plainText(message)).toContain('Outcome SAFE: 1 amber, 5 green');
    expect(plainText(message)).toContain('Theme BUILD SAFETY: 1 red, 1 amber, 4 green');
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(['Outcome SAFE', 'Theme BUILD SAFETY']);
  });

  it('offers what could be meant where nothing is called so', () => {
    const message = page('xyzzy');

    expect(message.summary).toContain('Nothing in the plan is called “xyzzy”.');
    expect(buttonsOf(message).map(({ press }) => press.verb)).toContain('status');
  });
});

describe('filters', () => {
  it('narrow the actions and their counts', () => {
    expect(page('red').summary).toBe('The whole plan, red, November 2026: 3 red.');
    expect(page('safety red').summary).toContain(': 1 red.');
    expect(page('late').summary).toBe('The whole plan, late, November 2026: 3 no update.');
  });

  it('give a person their own actions', () => {
    const mine = statusPage(viewOf('mine', pictureOfYear(), 'asha.verma@birmingham.example'));

    expect(mine.summary).toBe('All that is yours, November 2026: 1 red, 1 amber.');
  });

  it('say that there is nothing where nothing fits', () => {
    expect(page('safe red').summary).toBe('Outcome SAFE, red, November 2026: no actions.');
  });
});

describe('what is OFFICIAL-SENSITIVE', () => {
  const plan = realPlan();
  const actions = plan.actions.map((action) => ({ ...action, sensitive: action.code === 'SA6' }));
  const picture = pictureOfYear({ plan: { ...plan, actions } });

  it('is counted and not shown', () => {
    const words = text('safety', 'private', picture);

    expect(words).toContain('1 red, 1 amber, 4 green');
    expect(words).toContain('1 action is marked OFFICIAL-SENSITIVE');
    expect(words).not.toContain('SA6');
  });

  it('is refused when it is asked for by itself', () => {
    expect(() => viewOf('SA6', picture)).toThrow('OFFICIAL-SENSITIVE');
  });
});

describe('the month that is being collected', () => {
  it('is told beside the closed one, with how far it has come', () => {
    const collecting = { month: '2026-12', closesOn: '2026-12-14', lateFrom: '2026-12-10' };
    const words = text('safe', 'private', pictureOfYear({ collecting, asOf: '2026-12-03' }));

    expect(words).toContain(
      'As of 3 December; all 6 updated. December is being collected: 0 of 6 answered so far, open until Monday 14 December.',
    );
  });
});

describe('a status for scripts', () => {
  it('is JSON with the same counts as the page', () => {
    const view = viewOf('safe');
    const json = JSON.parse(JSON.stringify(statusJson(view))) as {
      counts: object;
      lines: { code: string }[];
      total: number;
    };

    expect(json).toMatchObject({ kind: 'group', total: 6, counts: { amber: 1, green: 5, red: 0 } });
    expect(json.lines.map(({ code }) => code).sort()).toEqual(['IC2', 'SA1', 'SA2', 'SA3', 'SA4', 'SA5']);
    expect(json).not.toHaveProperty('chart');
  });
});
