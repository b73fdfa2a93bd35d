import { ideasOf, stem } from './labels.ts';
import { isFunctionWord, isItemWord, wordsWithoutSubject } from './plain-words.ts';

/** What every figure is called. */
export const figureWords: ReadonlySet<string> = new Set(
  `figure figures number numbers rate rates percentage percent proportion performance latest result results data value total count measure
  indicator ytd provisionally average sits stands came comes month months reported confirmed validated overall citywide birmingham city brum got have
  had ours year date moment per cent cases case points point position score provisional final unvalidated snapshot validated draft early
  headline published release released local locally internal indicative current currently stat stats return returns today about around
  roughly approximately just still only slightly better worse improved improving improvement dropped fell rose risen fallen increased
  decreased increase decrease gone up down higher lower above below near steady stable flat static holding hit hitting reach reached
  achieved achieving running good bad great pleased happy disappointing poor strong weak big small slight sharp encouraging target
  end quarter quarterly annual annually monthly weekly now last q period minus plus negative positive trend direction mid first half actual outturn between wait rolling cumulative thereabouts revised corrected amended previously based ish year-to-date`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const figureIdeas = new Set([...figureWords, ...wordsWithoutSubject()].map(stem));

/** True for an idea that tells no measure from another. */
export function isFigureIdea(idea: string): boolean {
  return figureIdeas.has(idea) || !/\p{L}/u.test(idea);
}

/** True for a noun that says no more than that it is a figure: "43 cases", "61% performance". */
export function isFigureNoun(word: string): boolean {
  return figureWords.has(word) || isFunctionWord(word) || isItemWord(word) || ideasOf(word).length === 0;
}
