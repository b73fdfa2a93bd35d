import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/replies/read-reply.ts';
import { askedSets } from './asked-sets.ts';
import { contextOf } from './reply-case.ts';

const owner = contextOf({ asked: 'three' });
const analyst = contextOf({ asked: 'neet' });

function labelsOf(text: string, context = owner): readonly string[] {
  return readReply(text, context).question?.options.map(({ label }) => label) ?? [];
}

describe('the question about what is in doubt', () => {
  it('offers every asked action for a rating that names none, and all of them', () => {
    const { question, updates } = readReply('Amber', owner);

    expect(updates).toEqual([]);
    expect(question?.text).toBe('Which action is amber?');
    expect(question?.options.map(({ label }) => label)).toEqual([
      'IC1 Joyful things to do',
      'IC3 Youth voice and influence',
      'SA3 Domestic abuse and substance misuse',
      'All 3',
    ]);
    expect(question?.options[1]?.apply.updates).toEqual([
      { code: 'IC3', rating: 'amber', sameAsLast: false },
    ]);
  });

  it('offers the ratings that were said, and keeps what is certain', () => {
    const { question, updates } = readReply('IC1 green. IC3 amber or red, not sure.', owner);

    expect(updates).toEqual([{ code: 'IC1', rating: 'green', sameAsLast: false }]);
    expect(question?.about).toBe('IC3');
    expect(question?.options.map(({ label }) => label)).toEqual(['Amber', 'Red']);
  });

  it('asks one thing first and keeps the rest for later', () => {
    const { question, furtherQuestions } = readReply('IC1 maybe green. IC3 maybe red.', owner);

    expect([question?.about, ...furtherQuestions.map(({ about }) => about)]).toEqual(['IC1', 'IC3']);
  });

  it('offers the ratings in the order in which they were given', () => {
    expect(labelsOf('green, amber, red')).toEqual(['IC1 green, IC3 amber, SA3 red']);
  });

  it('offers the percentage that a fraction may stand for', () => {
    expect(labelsOf('0.613', contextOf({ asked: 'measure' }))).toEqual(['61.3%', '0.61%']);
  });

  it('offers both ends of a range, and nothing for a limit but the limit', () => {
    const context = contextOf({ asked: 'measure' });

    expect(labelsOf('60-62%', context)).toEqual(['60%', '62%']);
    expect(labelsOf('over 60%', context)).toEqual(['60%']);
  });

  it('offers the quarter of the council and that of the statistician', () => {
    expect(labelsOf('61.2% Q1 2026', contextOf({ asked: 'measure' }))).toEqual([
      '61.2%, April to June 2026 (Q1 2026/27)',
      '61.2%, January to March 2026 (Q4 2025/26)',
    ]);
  });

  it('records nothing of a total that does not add up, and offers the sum and what was written', () => {
    const { measures, question } = readReply('NEET 4.0%, not known 2.1%, combined 7.5%', analyst);

    expect(measures).toEqual([]);
    expect(question?.text).toBe('I31a and I31b make 6.1, but I31c is 7.5. Which of them is right?');
    expect(
      question?.options.map(({ apply }) => apply.measures.map(({ code, value }) => [code, value])),
    ).toEqual([
      [
        ['I31a', 4],
        ['I31b', 2.1],
        ['I31c', 6.1],
      ],
      [
        ['I31a', 4],
        ['I31b', 2.1],
        ['I31c', 7.5],
      ],
    ]);
  });

  it('lets rounding explain a total', () => {
    const { measures, confirm } = readReply('NEET 4.0%, not known 2.1%, combined 6.2%', analyst);

    expect(measures.map(({ value }) => value)).toEqual([4, 2.1, 6.2]);
    expect(confirm).toBe(false);
  });

  it('names what was not asked and offers nothing for it', () => {
    const { question, updates } = readReply('mark JO1 green', owner);

    expect(updates).toEqual([]);
    expect(question?.text).toContain('JO1');
    expect(question?.options).toEqual([]);
  });

  it('offers to record for the own items what was said for everyone', () => {
    const { question, updates } = readReply('set all actions to green for everyone', owner);

    expect(updates).toEqual([]);
    expect(question?.options.map(({ apply }) => apply.updates.map(({ code }) => code))).toEqual([
      ['IC1', 'IC3', 'SA3'],
    ]);
  });

  it('asks which colleague is meant where two have the name', () => {
    const { question, delegate } = readReply('ask Tom', contextOf({ asked: 'one', knows: 'people' }));

    expect(delegate).toBeNull();
    expect(question?.options.map(({ label }) => label)).toEqual([
      'Tom Price, Birmingham City Council',
      'Tom Okafor, BVSC',
    ]);
  });

  it('asks for one line an item where a text holds more than one answer can', () => {
    const { question, updates } = readReply('IC1 green '.repeat(80), owner);

    expect(updates).toEqual([]);
    expect(question?.text).toContain('one line for each item');
  });
});

describe('what is kept of the words', () => {
  it('keeps the writer’s own words without mark-up, greeting, signature and quotation', () => {
    const text =
      '&gt; How is IC4?\n*Amber* - two EPs left, see <https://example.org/x|the note>\n\nKind regards\nPriya';

    const { narrative, evidence } = readReply(`Hi all,\n${text}`, contextOf({ asked: 'one' }));

    expect(narrative).toBe('Amber - two EPs left, see the note');
    expect(evidence).toEqual(['https://example.org/x']);
  });

  it('reads a measure without a unit by its label', () => {
    const asked = [{ kind: 'measure', code: 'I05', label: askedSets.measure[0]?.label ?? '' } as const];

    const { measures } = readReply('61.2%', { ...contextOf({ asked: 'measure' }), asked });

    expect(measures.map(({ value }) => value)).toEqual([61.2]);
  });
});
