import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedTokens } from '../../../src/platforms/teams/seam/accepted-tokens.ts';
import { TeamsTrouble } from '../../../src/platforms/teams/seam/trouble.ts';
import { outcomeOf } from '../../../src/platforms/teams/sending/outcome.ts';
import { pace, type PaceClock } from '../../../src/platforms/teams/sending/pace.ts';
import { inTurn, type Poster } from '../../../src/platforms/teams/sending/post-cards.ts';
import { perConversation } from './fake-teams.ts';
import { connector } from '../../../src/platforms/teams/seam/connector.ts';

/** A clock on which waiting takes no time: it notes how long each call had to wait. */
function standing(): PaceClock & { at: number; readonly waits: number[] } {
  const clock = {
    at: 0,
    waits: [] as number[],
    now: () => clock.at,
    sleep: (ms: number) => {
      clock.waits.push(ms);
      return Promise.resolve();
    },
  };
  return clock;
}

/** A clock that has moved on when a wait is over. */
function walking(): ReturnType<typeof standing> {
  const clock = standing();
  return Object.assign(clock, {
    sleep: (ms: number) => {
      clock.waits.push(ms);
      clock.at += ms;
      return Promise.resolve();
    },
  });
}

describe('what waits in the outbox', () => {
  it('never goes faster than Teams takes it, whatever there is to send', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 150 }), async (chats) => {
        const clock = standing();
        const lanes = pace(clock);
        const sent: { readonly chat: number; readonly at: number }[] = [];

        for (const chat of chats) {
          clock.waits.length = 0;
          if (await lanes.turn('council', `chat ${chat}`)) sent.push({ chat, at: clock.waits[0] ?? 0 });
        }

        for (const { chat, at } of sent) {
          const within = (ms: number) => sent.filter((other) => other.at > at - ms && other.at <= at);
          expect(within(1_000).length).toBeLessThanOrEqual(50);
          for (const [calls, ms] of perConversation)
            expect(within(ms).filter((other) => other.chat === chat).length).toBeLessThanOrEqual(calls);
        }
      }),
    );
  });

  it('goes into one conversation eight times in two seconds and no more', async () => {
    const clock = standing();
    const lanes = pace(clock);
    const at: number[] = [];

    for (let call = 0; call < 17; call += 1) {
      clock.waits.length = 0;
      await lanes.turn('council', 'one chat');
      at.push(clock.waits[0] ?? 0);
    }

    expect(at.filter((ms) => ms < 2_000)).toHaveLength(8);
    expect(at.filter((ms) => ms < 4_000)).toHaveLength(16);
  });

  it('goes into one conversation 1,800 times in an hour and no more', async () => {
    const clock = walking();
    const lanes = pace(clock);
    const at: number[] = [];

    while (clock.at < 3_700_000) {
      if (await lanes.turn('council', 'one chat')) at.push(clock.at);
      else clock.at += 30_000;
    }

    expect(at.filter((ms) => ms < 3_600_000)).toHaveLength(1_800);
  });

  it('waits while Teams has asked for patience in the tenant, whichever conversation that was', async () => {
    const clock = walking();
    const lanes = pace(clock);

    void lanes.patience('council', 2_000);
    clock.at = 0;
    await lanes.turn('council', 'another chat');
    const inTheTenant = clock.at;
    clock.at = 0;
    await lanes.turn('police', 'a chat elsewhere');

    expect(inTheTenant).toBe(2_000);
    expect(clock.at).toBe(0);
  });

  it('does not come back together with all the others that Teams told to wait', async () => {
    const waits = new Set<number>();
    for (let caller = 0; caller < 20; caller += 1) {
      const clock = walking();
      const busy = new TeamsTrouble('busy', 'Teams asked to wait (429).', { status: 429, waitMs: 2_000 });
      const troubles = [busy];
      await inTurn({ ...posterOn(clock), manner: 'outbox' }, 'council', `chat ${caller}`, () => {
        const trouble = troubles.shift();
        return trouble ? Promise.reject(trouble) : Promise.resolve('there');
      });
      expect(clock.at).toBeGreaterThanOrEqual(2_000);
      expect(clock.at).toBeLessThanOrEqual(2_500);
      waits.add(clock.at);
    }

    expect(waits.size).toBeGreaterThan(10);
  });

  it('comes back from the outbox at different times as well, and never before Teams said', () => {
    const now = new Date('2026-11-02T09:00:00Z');
    const busy = new TeamsTrouble('busy', 'Teams asked to wait (429).', { status: 429, waitMs: 60_000 });
    const waits = new Set<number>();
    for (let turn = 0; turn < 20; turn += 1) {
      const outcome = outcomeOf(busy, 'prompt', now, false);
      if (outcome.kind === 'retry') waits.add(outcome.at.getTime() - now.getTime());
    }

    expect(waits.size).toBeGreaterThan(10);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(60_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(75_000);
  });

  it('begins no call when the delivery is about to be somebody else’s', async () => {
    const clock = walking();
    const poster: Poster = { ...posterOn(clock), manner: 'outbox', endsAt: 10_000 };
    const busy = new TeamsTrouble('busy', 'Teams asked to wait (429).', { status: 429, waitMs: 4_000 });
    let calls = 0;
    const call = () => {
      calls += 1;
      return Promise.reject(busy);
    };

    await expect(inTurn(poster, 'council', 'one chat', call)).rejects.toBe(busy);
    expect(calls).toBeLessThanOrEqual(3);
    expect(clock.at).toBeLessThanOrEqual(10_000);
    clock.at = 10_000;
    await expect(inTurn(poster, 'council', 'one chat', call)).rejects.toMatchObject({ kind: 'not_sent' });
    expect(calls).toBeLessThanOrEqual(3);
  });

  it('comes back later rather than waiting for long', async () => {
    const lanes = pace(standing());
    const taken: boolean[] = [];

    for (let call = 0; call < 70; call += 1) taken.push(await lanes.turn('council', 'one chat'));

    expect(taken.filter((isTaken) => isTaken)).toHaveLength(60);
  });
});

describe('an answer to somebody who waits for it', () => {
  it('goes at once, and the outbox makes room for it', async () => {
    const clock = standing();
    const lanes = pace(clock);

    for (let call = 0; call < 7; call += 1) await lanes.answer('council', 'one chat');
    const waitsOfAnswers = [...clock.waits];
    await lanes.turn('council', 'one chat');

    expect(waitsOfAnswers).toEqual([]);
    expect(clock.waits).toEqual([1_000]);
  });

  it('is tried again when Teams asks to wait, and then waits for its turn like the others', async () => {
    const clock = walking();
    const poster = posterOn(clock);
    const busy = new TeamsTrouble('busy', 'Teams asked to wait (429).', { status: 429, waitMs: 2_000 });
    const troubles = [busy, busy];
    const call = () => {
      const trouble = troubles.shift();
      return trouble ? Promise.reject(trouble) : Promise.resolve('there');
    };

    expect(await inTurn(poster, 'council', 'one chat', call)).toBe('there');
    const [first = 0, second = 0] = clock.waits;
    for (const wait of [first, second]) {
      expect(wait).toBeGreaterThanOrEqual(2_000);
      expect(wait).toBeLessThanOrEqual(2_500);
    }
  });

  it('that may have arrived is not sent again', async () => {
    const lost = new TeamsTrouble('unknown', 'The connection to Teams was lost.');
    let calls = 0;
    const call = () => {
      calls += 1;
      return Promise.reject(lost);
    };

    await expect(inTurn(posterOn(standing()), 'council', 'one chat', call)).rejects.toBe(lost);
    expect(calls).toBe(1);
  });
});

describe('a token that was accepted', () => {
  it('is accepted for a minute, for the same address only', () => {
    let now = 0;
    const tokens = acceptedTokens(() => now);
    tokens.add('Bearer a', 'https://one/');

    expect(tokens.has('Bearer a', 'https://one/')).toBe(true);
    expect(tokens.has('Bearer a', 'https://two/')).toBe(false);
    expect(tokens.has('Bearer b', 'https://one/')).toBe(false);
    now = 60_000;
    expect(tokens.has('Bearer a', 'https://one/')).toBe(false);
  });
});

function posterOn(clock: PaceClock): Poster {
  const outbound = connector({
    http: () => Promise.reject(new Error('Nothing is sent here.')),
    authorization: () => Promise.resolve(null),
    appId: 'app',
  });
  return { outbound, pace: pace(clock), manner: 'answers' };
}
