import { assertNever } from '../kit/assert-never.ts';
import { figureInWords } from './figure-words.ts';
import type { Measure } from './plan.ts';
import type { ValueContent } from './value.ts';

/**
 * A figure, or why there is none, for those who may see it raw (its owner, the secretariat). Everything that leaves for a wider
 * audience goes through the small-numbers gate instead.
 */
export function figureStateInWords(measure: Measure, content: ValueContent): string {
  switch (content.state) {
    case 'value': {
      const figure = content.value === null ? '' : figureInWords(content.value, measure.unit);
      const fraction =
        content.numerator !== null && content.denominator !== null
          ? ` (${content.numerator} of ${content.denominator})`
          : '';
      return `${figure}${fraction}${content.provisional ? ', provisional' : ''}`;
    }
    case 'suppressed':
      return `fewer than ${measure.suppression.hideUpTo > 0 ? measure.suppression.hideUpTo + 1 : 5}`;
    case 'not_published':
      return 'not published';
    case 'not_collected':
      return 'not collected';
    case 'not_applicable':
      return 'not applicable';
    default:
      return assertNever(content.state);
  }
}
