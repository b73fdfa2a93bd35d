import { describe, expect, it } from 'vitest';
import {
  audienceInWords,
  audienceParts,
  audiencesOf,
  parseAudience,
  slugOf,
} from '../../src/plan/audience.ts';
import { realPlan } from '../support/pictured-year.ts';

describe('whom a digest is for', () => {
  it('is the board, everybody, a theme, an organisation or an aligned board of the plan', () => {
    const audiences = audiencesOf(realPlan());

    expect(audiences).toContain('board');
    expect(audiences).toContain('theme:safety');
    expect(audiences).toContain('partner:icb');
    expect(audiences).toContain('aligned:birmingham-safeguarding-children-partnership');
    expect(new Set(audiences).size).toBe(audiences.length);
  });

  it('reads back as it is written, in any case, and knows no others', () => {
    const plan = realPlan();

    for (const audience of audiencesOf(plan))
      expect(parseAudience(audience.toUpperCase(), plan)).toBe(audience);
    expect(parseAudience('theme:weather', plan)).toBeNull();
  });

  it('has a name for people', () => {
    const plan = realPlan();

    expect(audienceInWords('theme:safety', plan)).toBe('BUILD SAFETY');
    expect(audienceInWords('partner:icb', plan)).toBe('NHS Birmingham and Solihull Integrated Care Board');
    expect(audienceInWords('aligned:birmingham-reducing-violence-board', plan)).toBe(
      'Birmingham Reducing Violence Board',
    );
    expect(audienceParts('partner:icb')).toEqual({ kind: 'partner', code: 'icb' });
  });

  it('turns a name into a code without dashes, ampersands or accents', () => {
    expect(slugOf('Birmingham & Solihull Integrated Care Board – Place Board')).toBe(
      'birmingham-solihull-integrated-care-board-place-board',
    );
  });
});
