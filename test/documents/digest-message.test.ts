import { describe, expect, it } from 'vitest';
import { digestMessage } from '../../src/documents/digest-message.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { paperOfYear } from './digest-of-year.ts';

const page = {
  digestId: 'd1',
  formats: [
    { format: 'html', label: 'Web page' },
    { format: 'csv', label: 'Tables (CSV)' },
  ],
  reach: 'members',
  replaces: null,
} as const;

describe('the front page in a channel', () => {
  it('says in one line which paper it is and how things stand', () => {
    const message = digestMessage(paperOfYear(), page);

    expect(message.summary).toBe(
      "Birmingham Children and Young People's Partnership: Board digest: November 2026. 7 of 17 actions are on track, the same as in October. 3 are off track (IC3, IC5, SA6).",
    );
  });

  it('has the counts, the asks, the exceptions with their way back, and the picture', () => {
    const words = plainText(digestMessage(paperOfYear(), page));

    expect(words).toContain('IC4, SA1, JO1, JO4');
    expect(words).toContain('Decide: IC5 Inclusive cultures, fewer exclusions: whether IC5 gets help');
    expect(words).toContain('Path to green: Get IC5 back');
    expect(words).toContain('7 of 17 actions are on track; 3 have no update');
  });

  it('tells who has not answered by organisation, never by name', () => {
    const words = plainText(digestMessage(paperOfYear(), page));

    expect(words).toContain(
      "IC6 Relationship-based workforce (Birmingham Children's Trust); last answer: Amber, October 2026",
    );
    expect(words).not.toContain('Mina Patel');
  });

  it('has a button for every format', () => {
    const { parts } = digestMessage(paperOfYear(), page);

    const presses = parts.flatMap((part) =>
      part.kind === 'buttons' ? part.buttons.map(({ press }) => press) : [],
    );
    expect(presses).toEqual([
      { verb: 'download_digest', digest: 'd1', format: 'html' },
      { verb: 'download_digest', digest: 'd1', format: 'csv' },
    ]);
  });

  it('gives a channel that outsiders read counts only: no words of owners, no names, no file', () => {
    const message = digestMessage(paperOfYear(), { ...page, reach: 'shared' });
    const words = plainText(message);

    expect(words).toContain('7 of 17 actions are on track');
    for (const hidden of ['Priya Nair', 'Asha Verma', 'Get IC5 back', 'whether IC5', "Children's Trust"])
      expect(words).not.toContain(hidden);
    expect(message.parts.some(({ kind }) => kind === 'buttons')).toBe(false);
  });

  it('says that it is a rehearsal, and which paper it takes the place of', () => {
    const words = plainText(
      digestMessage(paperOfYear({ isRehearsal: true }), { ...page, replaces: 'This is number 2.' }),
    );

    expect(words).toContain('REHEARSAL: plainly invented people and updates.');
    expect(words).toContain('This is number 2.');
  });
});
