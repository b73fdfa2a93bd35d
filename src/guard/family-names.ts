import { familyNames } from './common-family-names.ts';
import { inTrouble } from './family-troubles.ts';
import type { Span } from './scene.ts';
import { wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

const kin = wordSet(
  'twins triplets children kids siblings brothers sisters boys girls family household baby',
);

/**
 * A family by its name: "the Hussain twins", "the McAllister children", "home visit to the Begum family". Family names that are common in the city
 * are known; another capital word counts where something happened to them, so that "the Lozells children" and "the Thrive family" pass.
 */
export function namedFamilies(sentence: Sentence): readonly Span[] {
  return sentence.flatMap((token, index): Span[] => {
    if (!kin.has(wordAt(sentence, index + 1)) || !/^\p{Lu}[\p{L}'-]+$/u.test(token.text)) return [];
    if (token.possessive || sentence[index + 1]?.capital === true || wordAt(sentence, index - 1) === 'st')
      return [];
    const isFamilyName = familyNames.has(token.word) || /^(?:mc|mac|o')\p{L}{3,}/u.test(token.word);
    return isFamilyName && (saysWhich(sentence, index) || inTrouble(sentence))
      ? [{ from: index, to: index + 2 }]
      : [];
  });
}

/** "The", "both", "our", or the twins themselves. */
function saysWhich(sentence: Sentence, index: number): boolean {
  return /^(?:the|both|our|three|four|five|two|all|little)$/u.test(wordAt(sentence, index - 1));
}
