import { addMonths, type Month } from '../plan/month.ts';
import type { AroundRating } from './around-rating.ts';
import { monthsNamed } from './months.ts';
import { sentenceOf, wordAt, wordsOf } from './passage.ts';
import type { ReplyContext } from './reply-context.ts';

/** "moved to amber", "has slipped to red": it is there now. */
export const movedWord =
  /\b(?:moved|gone|went|turned|changed|improved|dropped|slipped|downgrade|downgrading|downgraded|upgrade|upgrading|upgraded|escalated|worsened|shifted|returned|dipped|recovered|fallen|fell|rose|risen|climbed|crept|tipped|nudged|bumped|revised|amended|adjusted|reassessed)\b/;

/** Verbs and adverbs of what is not so yet: "will be", "nearly", "heading for". */
const coming =
  /\b(?:will|shall|would|should|could|might|may|can|expect|expecting|expected|hope|hoping|hopeful|hopefully|confident|aim|aiming|likely|due to|going to (?:be|go|turn|get)|want|wanted|wish|plan|planning|target|targeting|towards?|near|nearer|nearly|almost|close|closer|become|becoming|reach|reaching|return to|returning to|get to|get back to|getting to|getting back to|path to|route to|way to|before|if|unless|once|when|whether|risk of|danger of|verge of|heading|headed|on course|until)\b/;
/** "I'd say amber", "will mark as amber": choosing, not foretelling. */
const choosing =
  /\b(?:say|call|put|mark|rate|report|keep|leave|stick|stay with|go with|go for|make|set|change|down as|flag|have to (?:be|say|go)|must be|has to be|(?:needs?|got|has|have) to (?:be|go|move|change|drop))\b/;

type Test = (around: AroundRating) => boolean;

/** "green by January", "green next month", "green if …", "green in January". */
const timeBehind: Test = ({ after, context }) => {
  if (laterMonth(after, context)) return true;
  if (/^by\b/.test(after)) return isDateAfterBy(after);
  const future =
    /^(?:next|from|in the new|before|soon|shortly|once|if|when|unless|as soon|after|within|come|later|in (?:the )?(?:next|coming|new)|in \w+ (?:weeks?|months?)|target|forecast|if only)\b/;
  const other =
    /^(?:next steps?|from (?:me|us|our|my|the)|before (?:that|this)|after (?:last|a|the|this)|once again|when (?:we|you)|in (?:the )?next steps)\b/;
  return future.test(after) && !other.test(after);
};

/** "Forecast: green", "expected rating green", "hoping for green", "path to green". */
const timeBefore: Test = ({ heading, said }) => {
  const announced =
    /\b(?:next|future|target|targeted|forecast|projected|predicted|expected|anticipated)\b/.test(heading);
  if (announced && heading.split(' ').length <= 5) return true;
  const hoped =
    /\b(?:next month|next quarter|target|forecast|trajectory|projected|hope|hoping|hopefully|plan|aim|aiming|expect|expecting|if|once|when|until|unless|path|route|way back)\b/;
  return hoped.test(said) && !/\b(?:plans? (?:is|are))\b/.test(said);
};

/** "to green" and "get to green" without a move before it. "Back to green!" alone is where it is. */
const towards: Test = (around) => {
  const { verb, said } = around;
  if (said !== '' || !/^(?:to|back to|get to)\b/.test(verb) || isBackAlone(around)) return false;
  return !isMoveBefore(around) && !followsRating(around) && !/^to (?:be clear|confirm)/.test(verb);
};

const verbOfHope: Test = (around) => {
  const { verb, said } = around;
  if (isBackAlone(around)) return false;
  const chosen = choosing.test(verb) && !/\b(?:could|might|may|hope|expect|aim|want)\b/.test(verb);
  // "I'll go amber" chooses; "we'll go red" foretells.
  const ownChoice =
    /(?:^|\s)i$/.test(said) &&
    /^(?:will|would|am going to)(?: (?:have to|just|still|probably))* (?:go|be going)\b/.test(verb);
  if (chosen || ownChoice) return false;
  const hasMoved =
    movedWord.test(verb) && !/\b(?:will|would|could|might|may|should|if|expect|hope)\b/.test(verb);
  return coming.test(verb) && !hasMoved;
};

/** What will, could or would be. */
export function isForetold(around: AroundRating): boolean {
  return timeBehind(around) || timeBefore(around) || towards(around) || verbOfHope(around);
}

const pastBehind =
  /^(?:last (?:month|time|year|quarter|week|cycle|update|report|meeting)|previously|before\b|until (?:now|recently|last)|the month before|in (?:the )?last|(?:at )?the last|when we last|then\b(?! we))/;
const pastBefore =
  /\b(?:last (?:month|time|year|quarter|week|cycle|update|report|meeting)|previous|previously|prior|prev|original|initially|earlier|formerly|used to)\b/;

/** What was: "was red", "amber last month", "last month: amber", "amber in September". */
export function isOver(around: AroundRating): boolean {
  const { verb, said, after, heading, context } = around;
  const perfect = /\b(?:has|have|'s) been\b/.test(verb);
  const hasMoved = movedWord.test(verb) && !/\bfrom(?: a| an)?$/.test(verb);
  const pastVerb = /\b(?:was|were|had|used to|previously|formerly|originally)\b|\bfrom(?: a| an)?$/.test(
    verb,
  );
  const wentThere = /(?:^| )to$/.test(verb) && isMoveBefore(around);
  if ((pastVerb && !perfect && !hasMoved) || (pastBehind.test(after) && !wentThere)) return true;
  if (
    /^(?:in|for|at) (?!the)/.test(after) &&
    !movedWord.test(verb) &&
    !isMoveBefore(around) &&
    isEarlierMonth(after, context)
  ) {
    return true;
  }
  const spoken = `${heading} | ${said}`;
  if (!pastBefore.test(spoken)) return false;
  const compared = /\b(?:same as|since|like|unlike|after|than|as|from|on) (?:the )?(?:last|previous)\b/.test(
    spoken,
  );
  return !compared && !/\b(?:now|this month)\b/.test(verb);
}

/** "red by Ofsted", "amber by the auditors": by somebody, not by a day. */
export function isUncertainBy({ after }: AroundRating): boolean {
  return /^by (?!the (?:end|start|board)\b)\w+/.test(after) && !isDateAfterBy(after);
}

/** A month that has just ended: "amber in September" in November's prompt. */
export function isEarlierMonth(words: string, context: ReplyContext): boolean {
  return monthsNamed(words, context.today).some((month) => isJustOver(month, context));
}

/** "green in January" is hoped for; "amber in October", said in November, is over. */
function laterMonth(after: string, context: ReplyContext): boolean {
  const named = /^in ([a-z]+)\b/.exec(after)?.[1];
  if (named === undefined) return false;
  if (/^(?:spring|summer|autumn|winter)$/.test(named)) return true;
  return monthsNamed(named, context.today).some((month) => !isJustOver(month, context));
}

/** Within the last three months: a month further back is sooner meant as the next of its name. */
function isJustOver(month: Month, context: ReplyContext): boolean {
  return month < context.cycle && month >= addMonths(context.cycle, -3);
}

function isDateAfterBy(after: string): boolean {
  return /^by (?:the )?(?:next|end|start|mid|early|late|then|now|this|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|spring|summer|autumn|winter|christmas|xmas|easter|q\d?|year|half|term|new|monday|tuesday|wednesday|thursday|friday|tomorrow|\d)/.test(
    after,
  );
}

function isBackAlone({ verb, said, passage, mention }: AroundRating): boolean {
  return (
    verb === 'back to' &&
    said === '' &&
    mention.said === 'colour' &&
    /^(?:[.!,]|$)/.test(wordAt(passage, mention.to))
  );
}

/** "Amber to green": the first is what it was. */
function followsRating({ passage, mention }: AroundRating): boolean {
  return /(?:^| )(?:red|amber|green|r|a|g) to(?: a)?$/.test(wordsOf(passage, mention.from - 3, mention.from));
}

/** "went from red to amber". */
function isMoveBefore({ passage, mention }: AroundRating): boolean {
  const { from } = sentenceOf(passage, mention.from);
  return movedWord.test(wordsOf(passage, Math.max(from, mention.from - 8), mention.from));
}
