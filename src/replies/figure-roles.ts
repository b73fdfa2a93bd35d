import type { Figure } from './figures-in-words.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage } from './passage.ts';

/**
 * What a number is in its sentence. Only a `value` can become a figure; `weak` ("was 61%") is one only where nothing else is, and
 * `rise` ("up 61%") is then asked about.
 */
export type FigureRole = 'value' | 'weak' | 'rise' | 'unsure' | 'target' | 'elsewhere' | 'before' | 'change' | 'forecast' | 'denied';

const target =
  /(?:^| )(?:target|targets|goal|ambition|trajectory|threshold|benchmark|standard|expectation|tolerance|kpi|plan of|planned|aim|aiming for|stretch|limit|ceiling|baseline)(?: (?:is|was|of|at|for|to|remains|set|level|figure|rate|stays|being|,|:|=|-|the|year|this|month|still))*$/;
const against =
  /(?:^| )(?:against|versus|vs|v|compared (?:to|with)|compares? (?:to|with)|short of|beyond|exceeds?|exceeding|ahead of|below|above|beats?|beating|missed|misses|missing|behind|lower than|higher than|worse than|better than|than)(?: (?:a|an|the|our|their|its|of|last|year|month|previous|target|plan|national|regional|average|england|rate|figure|'s|about|just))*$/;
const comparator =
  /\b(?:england|english|national|nationally|regional|regionally|region|west midlands|wm|neighbours?|statistical|comparators?|(?:the|national|regional|england|england's|group|peer|neighbour|city|cities) average|country|uk|core cities|nearest|peers?|solihull|coventry|manchester|leeds|nottingham|similar councils|elsewhere|wmca)\b/;
const before =
  /(?:^| )(?:(?:up|down|rise|fall|increase|decrease|drop|improved|improvement|improving|risen|fallen|rose|fell|dropped|increased|decreased|moved|moving|gone|went|recovered|recovering|deteriorated|slipped|jumped|grew|changed?|reduction|reduced|climbed) (?:slightly |sharply |steadily |again |a bit |a little )?from|previously|previous|prior|formerly|used to be|originally|last month|last year|last quarter|last time|the year before|the month before|baseline|started (?:at|from)|compared (?:to|with)|up on|down on|from|prev|ly|py)(?: (?:a|an|the|our|figure|was|of|at|rate|'s|month|year|:|,|=|about|around|reported|value|is))*$/;
const earlierAfter =
  /^(?:%|percent|per cent|points?|pp)? ?(?:,|\(|in|for|at|of)? ?(?:the )?(?:last (?:month|year|quarter|time|week|update|cycle|report)|previously|before\b|a year ago|a month ago|this time last year|same time last year|same (?:month|period|quarter) last year|the (?:month|year|quarter) before|12 months ago|in the previous|the previous|prior (?:month|year)|last academic year|ago\b)/;
const moved =
  /(?:^| )(?:(?:up|down|rise|fall|increase|decrease|drop|improvement|reduction|gain|gap|difference|growth|swing|jump|dip)(?: of| by)?|by|another|further|a further|plus)(?: (?:a|an|about|around|just|over|nearly|only|some|another|further))*$/;
const movedAfter =
  /^(?:(?:points?|pp|ppts?|pts?|percentage points?) ?(?:up|down|higher|lower|better|worse|above|below|more|less|ahead|behind|short|off)|(?:%|percent|per cent|points?|pp|ppts?|pts?|percentage points?)? ?(?:improvement|increase|rise|drop|fall|decrease|reduction|growth|gap|swing|uplift))\b/;
/** "3% up on last month" moved; "61% up on last month" is there: asked about. "61% up from 58%" is plain. */
const maybeMoved = /^(?:%|percent|per cent)? ?(?:up|down|higher|lower|better|worse|above|below|ahead|behind|short)\b(?! (?:from|to|at|and)\b)/;
const forecast =
  /(?:^| )(?:will|should|could|might|would|expect|expects|expected|expecting|hope|hoping|hopefully|forecast|forecasting|projected|predicted|aim|aiming|want|wants|need|needs|needed|likely|to reach|to hit|to get to|get to|towards|reach|hit|by the end|planning|anticipate|anticipated)(?: (?:to|be|it|for|at|of|reach|hit|get|around|about|the|a|is|have|see|us|up|above|over|back|go|rise|fall|improve))*$/;
const forecastAfter = /^(?:%|percent|per cent|points?)? ?(?:by (?!the (?:team|trust|council))|next (?:month|year|quarter)|in (?:the )?next|as (?:a|the|our) (?:target|goal)|(?:is|was) (?:the|our) (?:target|goal|national|england|aim))\b/;
const wonder = /(?:^| )(?:maybe|perhaps|possibly|probably|i think|may be|might be|could be|guess|i guess|not sure|unsure|or maybe|i believe|think it is|think it was|looks like it might)(?: (?:it|is|it's|about|around|at|was|the|figure|we|are|be|that))*$/;
const wonderAfter = /^(?:%|percent|per cent)? ?(?:i think|maybe|possibly|probably|i guess|not sure|\?|from memory|off the top)/;

export function roleOf(passage: Passage, figure: Figure): FigureRole {
  const clause = clauseOf(passage, figure.from);
  const left = trimmed(wordsOf(passage, Math.max(clause.from, figure.from - 9), figure.from));
  const right = wordsOf(passage, endOfNumber(passage, figure), Math.min(clause.to, figure.to + 7));
  const heading = headingOf(passage, clause.from);
  if (figure.shape === 'change' || movedAfter.test(right) || (moved.test(left) && figure.shape !== 'fraction')) return isRise(left, figure) ? 'rise' : 'change';
  if (/(?:^| )(?:of which|which|whom|of these|of them|including|incl)$/.test(left)) return 'elsewhere';
  if (isSignedAside(passage, figure)) return 'change';
  if (/(?:^| )(?:not|never|no longer|isn't|instead of|rather than)(?: (?:the|at|a|is))*$/.test(left)) return 'denied';
  if (/^(?:%|percent)? ?(?:down|up|dropping|falling|rising|then|going|moving) to \d/.test(right)) return 'before';
  const words = `${heading} | ${left}`;
  if (target.test(left) || target.test(heading) || /^(?:%|percent)? ?(?:target|goal|threshold|trajectory|ambition|tolerance)\b(?!(?: (?:is|was|of|at|:|=|for|remains|-))* \d)/.test(right)) return 'target';
  if (comparator.test(sinceNumber(left)) || comparator.test(heading) || comparator.test(upToNumber(right))) return 'elsewhere';
  if (forecast.test(left) || forecastAfter.test(right)) return 'forecast';
  if (/^(?:%|percent)? ?(?:more|extra|further|additional|fewer|less)\b/.test(right) && figure.shape !== 'few') return 'change';
  if (maybeMoved.test(right)) return 'rise';
  if (/^(?:%|percent)? ?(?:,|\(|in|for)? ?(?:the )?last (?:academic|financial|school|calendar) year/.test(right)) return 'weak';
  if (isBefore(left, right, heading)) return /(?:^| )from$/.test(left) && !/\bto\b/.test(right) && !moveWord.test(left) ? 'weak' : 'before';
  if (against.test(left) && figure.shape !== 'few') return figure.shape === 'bound' ? 'rise' : 'target';
  if (figure.shape === 'bound') return 'rise';
  if (wonder.test(left) || wonderAfter.test(right) || endsAsQuestion(passage, figure)) return 'unsure';
  return /\b(?:was|were|had been)\b/.test(lastWords(words, 5)) ? 'weak' : 'value';
}

const moveWord = /\b(?:up|down|rise|fall|increase|decrease|drop|improved|improving|risen|fallen|rose|fell|dropped|increased|decreased|moved|gone|went|recovered|slipped|jumped|changed|reduced|climbed)\b/;

function isBefore(left: string, right: string, heading: string): boolean {
  return before.test(left) || earlierAfter.test(right) || /^(?:last (?:month|year|quarter|time)|previous(?:ly)?|prior|baseline|prev|previous (?:month|year|figure|quarter))\b.{0,12}$/.test(heading.trim());
}

/** "41 (-4)", "61.5% (+3)": how far it moved. */
function isSignedAside(passage: Passage, figure: Figure): boolean {
  const open = wordsOf(passage, figure.from - 2, figure.from + 1);
  return /^\( [+-] ?\d|^[^ ]+ \( [+-]/.test(open) || (/\( [+-]$/.test(wordsOf(passage, figure.from - 2, figure.from)) && wordAt(passage, figure.from - 3) !== '' );
}

/** "up 61.2" may be where it went or how far: it is taken only if nothing else is there, and then asked about. */
function isRise(left: string, figure: Figure): boolean {
  return figure.shape !== 'change' && /(?:^| )(?:up|down)$/.test(left);
}

/** The words right of the bare number: a percent sign belongs to them. */
function endOfNumber(passage: Passage, figure: Figure): number {
  const unit = /^(?:%|percent|points?|pp|ppts?|pts?)$/;
  let at = figure.to;
  while (at > figure.from + 1 && unit.test(wordAt(passage, at - 1))) at -= 1;
  return at;
}

/** What stands between a role word and the number says nothing: "target of about 65". */
function trimmed(left: string): string {
  return left.replace(/(?: (?:about|around|roughly|approximately|~|c|just|only|some|a|now|minus|negative|-|<|>|at|around))+$/, '');
}

function lastWords(text: string, count: number): string {
  return text.split(' ').slice(-count).join(' ');
}

/** Left of the number, from the last other number or "and" on: "England is at 46.4 and we are at". */
function sinceNumber(left: string): string {
  return lastWords(left.replace(/^.*(?:\d|\band\b|\bwe\b|\bours?\b)/, ''), 6);
}

/** Right of the number, up to the next number or what it is compared with: "against a national 65". */
function upToNumber(right: string): string {
  return right.replace(/(?:\d|\b(?:against|vs|versus|v|compared|while|with|below|above|than|and|but|ahead|behind|beating|exceeding)\b).*$/, '').split(' ').slice(0, 5).join(' ');
}

/** "Target: 65%", "England - 46.4%", "(target 65)": the clause before a colon, dash or equals sign. */
function headingOf(passage: Passage, clauseFrom: number): string {
  const mark = wordAt(passage, clauseFrom - 1);
  if (!/^(?:[:=-]|–|—)$/.test(mark)) return '';
  const before = clauseOf(passage, clauseFrom - 1);
  if (before.to !== clauseFrom || before.to - before.from > 6) return '';
  return wordsOf(passage, before.from, before.to - 1);
}

function endsAsQuestion(passage: Passage, figure: Figure): boolean {
  const sentence = sentenceOf(passage, figure.from);
  return sentence.question && sentence.to - figure.to <= 4;
}
