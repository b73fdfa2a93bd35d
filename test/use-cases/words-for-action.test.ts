import { describe, expect, it } from 'vitest';
import { wordsForAction } from '../../src/use-cases/conversation/words-for-action.ts';

describe('the words of a reply that belong to one action', () => {
  it('are all of them when one action was answered', () => {
    expect(wordsForAction('Youth council met twice.', 'IC3', ['IC3'])).toBe('Youth council met twice.');
  });

  it('are the pieces that name it, and those that follow until another is named', () => {
    const reply = 'IC4 amber. Two posts are vacant; agency cover helps. IC5 green. Suspensions fell.';

    expect(wordsForAction(reply, 'IC4', ['IC4', 'IC5'])).toBe('Two posts are vacant; agency cover helps.');
    expect(wordsForAction(reply, 'IC5', ['IC4', 'IC5'])).toBe('Suspensions fell.');
  });

  it('leave out the rating that stands beside them already, and nothing else', () => {
    expect(wordsForAction('AMBER. Refuge places are full.', 'SA3', ['SA3'])).toBe('Refuge places are full.');
    expect(wordsForAction('Red tape slows us.', 'SA3', ['SA3'])).toBe('Red tape slows us.');
    expect(wordsForAction('Green', 'SA3', ['SA3'])).toBe('');
  });

  it('belong whole to each action when none is named', () => {
    expect(wordsForAction('Both are fine.', 'IC4', ['IC4', 'IC5'])).toBe('Both are fine.');
  });
});
