import { describe, expect, it } from 'vitest';
import { audiencesOf } from '../../src/plan/audience.ts';
import { audienceNamed } from '../../src/plan/audience-words.ts';
import { birmingham } from './birmingham-plan.ts';

describe('an audience is named', () => {
  it.each([
    ['board', 'board'],
    ['the Board', 'board'],
    ['whole partnership', 'partnership'],
    ['everybody', 'partnership'],
    ['theme safety', 'theme:safety'],
    ['BUILD SAFETY', 'theme:safety'],
    ['safe', 'theme:safety'],
    ['join-up', 'theme:offer'],
    ['partner wmp', 'partner:wmp'],
    ['West Midlands Police', 'partner:wmp'],
    ['theme:inclusive', 'theme:inclusive'],
  ])('%s', (text, expected) => {
    expect(audienceNamed(text, birmingham)).toBe(expected);
  });

  it.each(['', 'sa?', 'the moon', 'birmingham', 'theme wmp', 'a'])('but not by "%s"', (text) => {
    expect(audienceNamed(text, birmingham)).toBeNull();
  });

  it('by the very word that stands in the list of audiences', () => {
    for (const audience of audiencesOf(birmingham))
      expect(audienceNamed(audience, birmingham)).toBe(audience);
  });
});
