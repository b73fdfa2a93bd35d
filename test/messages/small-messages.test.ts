import { describe, expect, it } from 'vitest';
import { digestReady, digestsReady, type DigestFacts } from '../../src/messages/digest-ready.ts';
import { helpMessage } from '../../src/messages/help.ts';
import { plainWords } from '../../src/messages/message.ts';
import { moderated } from '../../src/messages/moderated.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { refusalMessage } from '../../src/messages/refusal-message.ts';
import { roleKinds } from '../../src/plan/people.ts';
import { commandWords } from '../../src/use-cases/conversation/run-command.ts';

const digest: DigestFacts = {
  id: 'd1',
  month: '2026-11',
  number: 2,
  state: 'draft',
  document: {
    title: 'Board digest: November 2026',
    position: 'Position at 19 November 2026',
    blocks: [{ kind: 'heading' }, { kind: 'list', items: ['7 of 17 actions are on track.'] }],
  },
};

describe('help', () => {
  it('shows an owner how to answer, and nothing of the secretariat’s', () => {
    const words = plainText(helpMessage([{ kind: 'owner' }]));

    expect(words).toContain('Amber, waiting on recruitment');
    expect(words).toContain('status safe');
    expect(words).not.toContain('digest');
    expect(words).toContain('never about a child');
  });

  it('shows the secretariat the month and the digest', () => {
    const words = plainText(helpMessage([{ kind: 'secretariat' }]));

    expect(words).toContain('cycle');
    expect(words).toContain('digest');
    expect(words).toContain('moderate IC5 red');
  });

  it('tells somebody without a role whom to ask', () => {
    expect(plainText(helpMessage([]))).toContain('Please ask the secretariat.');
  });
});

describe('a refusal', () => {
  it('says what is wrong, and each problem with what it is about', () => {
    const words = plainText(
      refusalMessage({
        words: '2 things need another look before this can be recorded.',
        problems: [
          { field: 'IC5.pathToGreen', words: 'Say what gets it back to green.' },
          { field: 'reason', words: 'Say why.' },
        ],
      }),
    );

    expect(words).toContain('2 things need another look');
    expect(words).toContain('IC5: Say what gets it back to green.');
    expect(words).toContain('- Say why.');
  });

  it('does not say its one problem twice', () => {
    const { parts } = refusalMessage({
      words: 'Say why.',
      problems: [{ field: 'reason', words: 'Say why.' }],
    });

    expect(parts).toHaveLength(1);
  });
});

describe('a digest that waits', () => {
  it('can be read and approved while it is a draft, posted once approved, and neither afterwards', () => {
    const verbs = (state: DigestFacts['state']) =>
      digestReady({ ...digest, state }).parts.flatMap((part) =>
        part.kind === 'buttons' ? part.buttons.map(({ press }) => press.verb) : [],
      );

    const files = ['download_digest', 'download_digest', 'download_digest'];
    expect(verbs('draft')).toEqual(['approve_digest', ...files]);
    expect(verbs('approved')).toEqual(['type', ...files]);
    expect(verbs('posted')).toEqual(files);
    expect(verbs('superseded')).toEqual(files);
  });

  it('is told to the secretariat with the front page’s sentences and a button for each audience', () => {
    const message = digestsReady('November 2026', [
      { ...digest, forWhom: 'the board' },
      { ...digest, id: 'd2', forWhom: 'BUILD SAFETY' },
    ]);

    const labels = message.parts.flatMap((part) =>
      part.kind === 'buttons' ? part.buttons.map(({ label }) => label) : [],
    );
    expect(message.summary).toBe('2 digests for November 2026 are drafted and wait for your approval.');
    expect(labels).toEqual(['Read it', 'Word', 'PDF', 'Approve: the board', 'Approve: BUILD SAFETY']);
    expect(plainText(message)).toContain('7 of 17 actions are on track.');
  });
});

describe('a moderation', () => {
  const view = {
    title: 'IC5 Inclusive cultures',
    monthWords: 'November 2026',
    byName: 'Noor Aziz',
    ownRating: 'green',
    rating: 'red',
    reason: 'The figures do not bear it out.',
  } as const;

  it('is told to the owner, whose own rating stays', () => {
    expect(moderated(view).summary).toBe(
      'Noor Aziz moderated IC5 Inclusive cultures for November 2026 to red. Your own rating (green) stays beside it and is not changed.',
    );
    expect(plainText(moderated(view))).toContain('Why: The figures do not bear it out.');
  });

  it('is told again when it is taken back', () => {
    expect(moderated({ ...view, rating: null }).summary).toContain(
      'took the moderation of IC5 Inclusive cultures',
    );
  });
});

describe('help for somebody who holds every role', () => {
  it('has a line for every command that is handled, and no other', () => {
    const everything = helpMessage(roleKinds.map((kind) => ({ kind })));
    const listed = everything.parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
    const first = listed.map(
      (item) =>
        plainWords(item)
          .replace(/^\/bcp /, '')
          .split(/[\s:]/)[0] ?? '',
    );

    // What an owner types in their own words begins with a capital; commands do not.
    const commands = new Set(first.filter((word) => /^[a-z]/.test(word)));
    expect([...commands].sort()).toEqual([...commandWords].sort());
  });
});
