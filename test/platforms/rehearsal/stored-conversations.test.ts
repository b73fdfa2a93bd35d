import { expect, test } from 'vitest';
import { keepAnswer, keepTyped } from '../../../src/platforms/rehearsal/conversation-keeping.ts';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { fakeSaying } from './fake-messages.ts';

const act = {
  personId: 'priya',
  conversation: 'person:priya',
  eventKey: 'event-0001',
  at: new Date('2026-11-03T09:00:00Z'),
};

withPartnershipOnEveryDatabase((place) => {
  test('an act that is kept twice stands there once, in the order it was said', async () => {
    const records = place.partnership.conversations;

    for (const _time of [1, 2]) {
      await keepTyped(records, act, 'SA2 amber');
      await keepAnswer(records, act, {
        say: [fakeSaying('Recorded.'), fakeSaying('Thank you.')],
        share: null,
      });
    }

    const posts = await records.of('person:priya', 10);
    expect(posts.map(({ author, message }) => `${author}: ${message.summary}`)).toEqual([
      'priya: SA2 amber',
      'bcp: Recorded.',
      'bcp: Thank you.',
    ]);
  });
});
