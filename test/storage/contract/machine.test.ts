import { describe, expect, it } from 'vitest';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { message, minutesLater, morning } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  describe('a setting', () => {
    it('is whatever JSON was set last; one that was never set is undefined', async () => {
      const { settings } = place.partnership;
      await settings.set('nudges', [4, 7]);
      await settings.set('nudges', { days: [4, 6], quiet: null });
      await settings.set('nothing', null);

      expect(await settings.get('nudges')).toEqual({ days: [4, 6], quiet: null });
      expect(await settings.get('nothing')).toBeNull();
      expect(await settings.get('never')).toBeUndefined();
    });
  });

  describe('an open question', () => {
    it('is answered once', async () => {
      const { questions } = place.partnership;
      const question = {
        id: 'question-1',
        personId: 'priya',
        kind: 'doubtful_reading',
        data: { codes: ['IC5'], said: null },
        askedAt: morning,
        answeredAt: null,
      };
      await questions.add(question);
      await questions.add({ ...question, id: 'question-2', personId: 'tom' });

      const open = await questions.openOf('priya');
      const answered = await Promise.all([
        questions.answer('question-1', minutesLater(1)),
        questions.answer('question-1', minutesLater(1)),
      ]);

      expect(open).toEqual([question]);
      expect(answered.filter(Boolean)).toHaveLength(1);
      expect(await questions.openOf('priya')).toEqual([]);
      expect(await questions.byId('question-1')).toEqual({ ...question, answeredAt: minutesLater(1) });
      expect(await questions.byId('question-9')).toBeNull();
    });
  });

  describe('the inbox', () => {
    it('tells the first from a repetition, and a repetition from a clash', async () => {
      const { inbox } = place.partnership;

      const received = [
        await inbox.receive('Ev1', 'hash-1', morning),
        await inbox.receive('Ev1', 'hash-1', minutesLater(1)),
        await inbox.receive('Ev1', 'hash-2', minutesLater(2)),
        await inbox.receive('Ev2', 'hash-1', minutesLater(3)),
      ];

      expect(received).toEqual(['first', 'again', 'clash', 'first']);
    });

    it('has one first among many that come at once', async () => {
      const { inbox } = place.partnership;

      const received = await Promise.all(
        Array.from({ length: 8 }, () => inbox.receive('Ev3', 'hash', morning)),
      );

      expect(received.filter((answer) => answer === 'first')).toHaveLength(1);
    });
  });

  describe('a job', () => {
    it('is run by one of many who claim its slot', async () => {
      const { jobs } = place.partnership;

      const claims = await Promise.all(
        Array.from({ length: 6 }, () => jobs.claim('open_cycle', '2026-11', morning, minutesLater(2))),
      );

      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('may be taken over when its lease has run out, never when it is finished', async () => {
      const { jobs } = place.partnership;
      await jobs.claim('nudge', '2026-11-05', morning, minutesLater(2));

      const early = await jobs.claim('nudge', '2026-11-05', minutesLater(1), minutesLater(3));
      const late = await jobs.claim('nudge', '2026-11-05', minutesLater(2), minutesLater(4));
      await jobs.finish('nudge', '2026-11-05', minutesLater(3), '4 nudged');
      const afterwards = await jobs.claim('nudge', '2026-11-05', minutesLater(60), minutesLater(62));

      expect([early, late, afterwards]).toEqual([false, true, false]);
      expect(await jobs.finished('nudge')).toEqual([
        { slot: '2026-11-05', at: minutesLater(3), result: '4 nudged' },
      ]);
      expect(await jobs.finished('other')).toEqual([]);
    });
  });

  describe('a job that came to nothing', () => {
    it('may be claimed again at once, by whoever still held it only, and never when it is finished', async () => {
      const { jobs } = place.partnership;
      await jobs.claim('turn', 'a', morning, minutesLater(1));
      await jobs.release('turn', 'a', minutesLater(1));
      const again = await jobs.claim('turn', 'a', morning, minutesLater(2));

      await jobs.release('turn', 'a', minutesLater(1));
      const byAnother = await jobs.claim('turn', 'a', morning, minutesLater(3));
      await jobs.finish('turn', 'a', morning, '');
      await jobs.release('turn', 'a', minutesLater(2));
      const afterwards = await jobs.claim('turn', 'a', minutesLater(60), minutesLater(61));

      expect([again, byAnother, afterwards]).toEqual([true, false, false]);
    });
  });

  describe('a conversation of the rehearsal room', () => {
    it('keeps its order though the clock stands still, and its newest posts when there are many', async () => {
      const { conversations } = place.partnership;
      const post = {
        conversation: 'person:priya',
        author: 'bcp',
        message,
        postedAt: morning,
        editedAt: null,
        onlyForPersonId: null,
      };
      for (const id of ['c', 'a', 'b']) await conversations.add({ ...post, id });
      await conversations.add({ ...post, id: 'd', conversation: 'channel:board', onlyForPersonId: 'priya' });

      const newest = await conversations.of('person:priya', 2);
      const edited = [
        await conversations.edit('a', { ...message, summary: 'Changed' }, minutesLater(1)),
        await conversations.edit('x', message, morning),
      ];

      expect(newest.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(edited).toEqual([true, false]);
      expect((await conversations.of('person:priya', 10))[1]).toEqual({
        ...post,
        id: 'a',
        message: { ...message, summary: 'Changed' },
        editedAt: minutesLater(1),
      });
      expect(await conversations.summaries()).toEqual([
        { conversation: 'channel:board', posts: 1, newestAt: morning },
        { conversation: 'person:priya', posts: 3, newestAt: morning },
      ]);
    });
  });
});
