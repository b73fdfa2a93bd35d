import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kit/local-date.ts';
import { ownershipGaps, ownershipOverlaps, successionOf } from '../../src/plan/ownership-history.ts';
import { answerersFor, answerersForMeasure, coveredCodes, unowned } from '../../src/plan/ownership.ts';
import type { Absence, Role } from '../../src/plan/people.ts';
import { birmingham } from './birmingham-plan.ts';
import { sampleAbsence, sampleRole } from './rule-samples.ts';

const owner = sampleRole('priya', 'owner', 'SA2');
const deputy = sampleRole('dan', 'deputy', 'SA2');
const standIn = sampleRole('cora', 'cover', 'SA2');
const asked = (roles: readonly Role[], absences: readonly Absence[] = [], day = '2026-11-02') => {
  const answerers = answerersFor('SA2', roles, absences, day);
  return [answerers.asked, answerers.askedAs];
};

describe('who is asked', () => {
  test('the owner', () => {
    expect(asked([owner, deputy, standIn])).toEqual(['priya', 'owner']);
  });

  test('the cover that the owner named, while the owner is away, first and last day included', () => {
    const away = [sampleAbsence('priya', '2026-11-02', '2026-11-06', 'amir')];

    expect(asked([owner, deputy, standIn], away, '2026-11-01')).toEqual(['priya', 'owner']);
    expect(asked([owner, deputy, standIn], away, '2026-11-02')).toEqual(['amir', 'cover']);
    expect(asked([owner, deputy, standIn], away, '2026-11-06')).toEqual(['amir', 'cover']);
    expect(asked([owner, deputy, standIn], away, '2026-11-07')).toEqual(['priya', 'owner']);
  });

  test('whoever has the role of cover, else the deputy, where the owner named nobody or somebody away', () => {
    const away = sampleAbsence('priya', '2026-11-02', '2026-11-06', null);
    const namedOneAway = sampleAbsence('priya', '2026-11-02', '2026-11-06', 'amir');
    const coverAway = sampleAbsence('amir', '2026-11-01', '2026-11-30', null);

    expect(asked([owner, deputy, standIn], [away])).toEqual(['cora', 'cover']);
    expect(asked([owner, deputy], [away])).toEqual(['dan', 'deputy']);
    expect(asked([owner, deputy], [namedOneAway, coverAway])).toEqual(['dan', 'deputy']);
  });

  test('the owner all the same, where nobody else is there', () => {
    const answerers = answerersFor(
      'SA2',
      [owner],
      [sampleAbsence('priya', '2026-11-01', '2026-11-30', null)],
      '2026-11-02',
    );

    expect(answerers).toMatchObject({ asked: 'priya', askedAs: 'owner', ownerIsAway: true });
  });

  test('the deputy, where there is no owner; nobody, where there is neither', () => {
    expect(asked([deputy])).toEqual(['dan', 'deputy']);
    expect(asked([])).toEqual([null, null]);
  });

  test('the one who came last, where two own it at once, and both may answer', () => {
    const second = sampleRole('tom', 'owner', 'SA2', '2026-06-01');

    const answerers = answerersFor('SA2', [owner, second], [], '2026-11-02');

    expect(answerers).toMatchObject({ owner: 'tom', asked: 'tom', mayAnswer: ['tom', 'priya'] });
  });

  test('for a measure its own owner, else the owner of the first action that is judged by it', () => {
    const action = birmingham.actions.find(({ measureCodes }) => measureCodes.length > 0);
    const measure = action?.measureCodes[0] ?? '';
    const ofAction = sampleRole('priya', 'owner', action?.code ?? '');
    const ofMeasure = sampleRole('mo', 'owner', { kind: 'measure', code: measure });

    expect(answerersForMeasure(measure, birmingham, [ofAction], [], '2026-11-02').asked).toBe('priya');
    expect(answerersForMeasure(measure, birmingham, [ofAction, ofMeasure], [], '2026-11-02').asked).toBe(
      'mo',
    );
    expect(answerersForMeasure(measure, birmingham, [], [], '2026-11-02').asked).toBeNull();
  });

  test('somebody who may answer is always asked, and only once', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-10-01', days));
    const person = fc.constantFrom('ann', 'bob', 'cat', 'dee');
    const role = fc
      .tuple(
        person,
        fc.constantFrom('owner' as const, 'deputy' as const, 'cover' as const),
        day,
        fc.option(day),
      )
      .map(([who, kind, from, until]) => sampleRole(who, kind, 'SA2', from, until));
    const absence = fc
      .tuple(person, day, day, fc.option(person))
      .map(([who, from, until, cover]) => sampleAbsence(who, from, until, cover));

    fc.assert(
      fc.property(
        fc.array(role, { maxLength: 6 }),
        fc.array(absence, { maxLength: 4 }),
        day,
        (roles, absences, when) => {
          const { owner: owns, asked: who, mayAnswer } = answerersFor('SA2', roles, absences, when);

          expect(new Set(mayAnswer).size).toBe(mayAnswer.length);
          expect(who).toBe(mayAnswer[0] ?? null);
          if (owns !== null) expect(mayAnswer).toContain(owns);
          for (const each of ['ann', 'bob', 'cat', 'dee']) {
            if (coveredCodes(each, roles, absences, when).includes('SA2')) expect(mayAnswer).toContain(each);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('cover', () => {
  test('gives what the owner who is away owns, for as long as the absence lasts', () => {
    const away = [sampleAbsence('priya', '2026-11-02', '2026-11-06', 'amir')];

    expect(coveredCodes('amir', [owner, deputy], away, '2026-11-03')).toEqual(['SA2']);
    expect(coveredCodes('amir', [owner, deputy], away, '2026-11-07')).toEqual([]);
    expect(coveredCodes('dan', [owner, deputy], away, '2026-11-03')).toEqual([]);
  });
});

describe('what nobody owns', () => {
  test('is every action and measure without an owner that day', () => {
    const all = unowned(birmingham, [], '2026-11-02');

    expect(all.actions).toHaveLength(17);
    expect(all.measures).toHaveLength(62);
  });

  test('a measure counts as owned where its action is; a deputy is not an owner', () => {
    const action = birmingham.actions.find(({ measureCodes }) => measureCodes.length > 0);
    const code = action?.code ?? '';

    const left = unowned(
      birmingham,
      [sampleRole('priya', 'owner', code), sampleRole('dan', 'deputy', 'JO4')],
      '2026-11-02',
    );

    expect(left.actions).not.toContain(code);
    expect(left.actions).toContain('JO4');
    expect(left.measures).not.toContain(action?.measureCodes[0]);
    expect(
      unowned(birmingham, [sampleRole('priya', 'owner', code, '2026-01-01', '2026-11-01')], '2026-11-02')
        .actions,
    ).toContain(code);
  });
});

describe('gaps and overlaps', () => {
  const first = sampleRole('priya', 'owner', 'SA2', '2026-01-01', '2026-03-31');
  const second = sampleRole('tom', 'owner', 'SA2', '2026-04-15', '2026-06-30');
  const third = sampleRole('mo', 'owner', 'SA2', '2026-06-15');

  test('are found to the day', () => {
    expect(ownershipGaps('SA2', [first, second, third], '2026-01-01', '2026-12-31')).toEqual([
      { from: '2026-04-01', until: '2026-04-14', personIds: [] },
    ]);
    expect(ownershipOverlaps('SA2', [first, second, third], '2026-01-01', '2026-12-31')).toEqual([
      { from: '2026-06-15', until: '2026-06-30', personIds: ['mo', 'tom'] },
    ]);
  });

  test('a day belongs to a gap exactly when nobody owns it that day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-10-01', days));
    const role = fc
      .tuple(fc.constantFrom('ann', 'bob', 'cat'), day, fc.option(day))
      .map(([who, from, until]) => sampleRole(who, 'owner', 'SA2', from, until));

    fc.assert(
      fc.property(fc.array(role, { maxLength: 5 }), day, (roles, when) => {
        const isIn = (stretches: readonly { from: string; until: string }[]) =>
          stretches.some(({ from, until }) => from <= when && when <= until);
        const owners = new Set(
          roles
            .filter(({ startsOn, endsOn }) => startsOn <= when && (endsOn ?? '9999') >= when)
            .map(({ personId }) => personId),
        );

        expect(isIn(ownershipGaps('SA2', roles, '2026-10-01', '2026-11-30'))).toBe(owners.size === 0);
        expect(isIn(ownershipOverlaps('SA2', roles, '2026-10-01', '2026-11-30'))).toBe(owners.size > 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an owner who leaves', () => {
  test('is followed by the next owner, else by the deputy, else by nobody', () => {
    const next = sampleRole('tom', 'owner', 'SA2', '2026-12-01');
    const of = (roles: readonly Role[]) =>
      successionOf('priya', roles, '2026-11-30').map(({ code, successor, as }) => [code, successor, as]);

    expect(of([owner, deputy, next])).toEqual([['SA2', 'tom', 'owner']]);
    expect(of([owner, deputy, sampleRole('tom', 'owner', 'SA2', '2027-02-01')])).toEqual([
      ['SA2', 'tom', 'owner'],
    ]);
    expect(of([owner, deputy])).toEqual([['SA2', 'dan', 'deputy']]);
    expect(of([owner, sampleRole('dan', 'deputy', 'SA2', '2026-01-01', '2026-11-30')])).toEqual([
      ['SA2', null, null],
    ]);
    expect(of([deputy])).toEqual([]);
  });
});
