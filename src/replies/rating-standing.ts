import { wordsAround, type AroundRating } from './around-rating.ts';
import { isEarlierMonth, isForetold, isOver, isUncertainBy, movedWord } from './rating-time.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';
import type { ReplyContext } from './reply-context.ts';

/**
 * Whether a rating that is spoken of is today's: it is (`current`), it was (`past`), it will, could or would be (`not_yet`), it is
 * not (`negated`), or the writer or somebody else may think so (`unsure`).
 */
export type Standing = 'current' | 'past' | 'not_yet' | 'negated' | 'unsure';

export interface StoodRating {
  readonly standing: Standing;
  /** The words the rating is said of: from the start of the clause to the verb. Empty span = none. */
  readonly subject: Span;
  /** "now", "this month": it replaces what was said before it. */
  readonly marksNow: boolean;
  /** "overall", "on balance": it is the last word on the item. */
  readonly overall: boolean;
  /** "has been amber" may have ended. */
  readonly perfect: boolean;
}

/** A rule and replies that it reads; the tests hold each rule to its examples. */
export interface StandingRule {
  readonly standing: Standing;
  readonly examples: readonly string[];
  readonly when: (around: AroundRating) => boolean;
}

/** The first rule that fits decides; where none does the rating is today's. */
export const standingRules: readonly StandingRule[] = [
  { standing: 'past', examples: ['amber → green', 'amber to green'], when: isArrow },
  {
    standing: 'negated',
    examples: ['nothing red here', 'neither red nor amber'],
    when: ({ said }) => /^(?:and |so |there is )?(?:nothing|none|neither|nobody|no)\b/.test(said),
  },
  {
    standing: 'negated',
    examples: ['not red', "isn't green yet", 'far from green', 'green no longer'],
    when: ({ verb, after }) =>
      /\b(?:not|never|no longer|neither|nor|hardly|far from|nowhere|instead of|rather than|without|no more)\b/.test(
        verb,
      ) || /^(?:any ?more|no longer|any longer)\b/.test(after),
  },
  { standing: 'unsure', examples: ['thanks, done', 'ok done'], when: isAcknowledged },
  { standing: 'unsure', examples: ['Amber Kowalczyk', 'in the red'], when: ({ mention }) => mention.unsure },
  {
    standing: 'unsure',
    examples: ['maybe amber', 'probably red', 'might be amber'],
    when: ({ verb, said }) => wonder.test(verb) || wonder.test(said.slice(-40)),
  },
  { standing: 'unsure', examples: ['amber?', 'should this be amber?', 'red, is that ok?'], when: isAsked },
  {
    standing: 'unsure',
    examples: ['not sure it is amber', 'torn between amber and green'],
    when: ({ verb, said }) =>
      /\b(?:not sure|unsure|torn|debating|wondering|undecided|toss up|do not know|not certain|whether|depends)\b/.test(
        `${said} ${verb}`,
      ),
  },
  {
    standing: 'negated',
    examples: ['no green this month'],
    when: ({ verb, said }) => /\bno$/.test(verb) || /(?:^| )no$/.test(said),
  },
  {
    standing: 'unsure',
    examples: ['mostly green', '90% green'],
    when: ({ verb, said }) =>
      /\b(?:mostly|largely|partly|mainly|partially|half|[1-9]\d %|roughly)$/.test(`${said} ${verb}`.trim()),
  },
  { standing: 'unsure', examples: ['amber.. probably', 'Green. I think.'], when: isWonderedAfter },
  // Without a day it may correct what was said; with one it is hoped for.
  {
    standing: 'unsure',
    examples: ['should be amber', 'it should be red actually'],
    when: ({ verb, after }) =>
      /\bshould(?: now| really| actually)? (?:be|say|read)\b/.test(verb) &&
      (after === '' || /^(?:actually|really|instead|not|now|i think|[^\p{L}])/u.test(after)),
  },
  {
    standing: 'unsure',
    examples: ['Amber from the Trust called, she says green'],
    when: ({ said, verb }) =>
      /(?:^| )(?:he|she|they|manager|boss|director|head|chair|lead) (?:says?|said|thinks?|reckons?|wants?|would say)(?: (?:it is|this is|we are|it|that|to be))*$/.test(
        `${said} ${verb}`.trim(),
      ),
  },
  { standing: 'not_yet', examples: ['green depends on funding', 'if funded, green'], when: isConditional },
  {
    standing: 'unsure',
    examples: ['we were told to say green'],
    when: ({ said }) => /\b(?:told|asked|advised|suggested|recommended|supposed)\b/.test(said),
  },
  {
    standing: 'not_yet',
    examples: ['green by January', 'will be green soon', 'nearly green', 'could go red', 'path to green'],
    when: isForetold,
  },
  {
    standing: 'past',
    examples: ['was red', 'amber last month', 'previous rating red', 'from amber'],
    when: isOver,
  },
  { standing: 'unsure', examples: ['rated red by Ofsted'], when: isUncertainBy },
  {
    standing: 'unsure',
    examples: ['amber possibly', 'green i suppose'],
    when: ({ after }) =>
      /^(?:ish|i think\b.*not|maybe|perhaps|possibly|probably|i suppose|i guess)\b/.test(after),
  },
];

const wonder = /\b(?:maybe|perhaps|possibly|probably|guess|suspect|suppose|might|whether|reckon)\b/;

/** `floor` is where the rating before it in the text ends, with its own time ("red last month"): nothing left of it counts. */
export function standingOf(
  passage: Passage,
  mention: RatingMention,
  context: ReplyContext,
  floor = 0,
): StoodRating {
  const around = wordsAround(passage, mention, context, floor);
  const { verb, said, after, heading, subject } = around;
  const everything = `${heading} | ${said} | ${verb} | ${after}`;
  return {
    standing: standingRules.find(({ when }) => when(around))?.standing ?? 'current',
    subject,
    marksNow: /\b(?:now|this month|currently|today)\b/.test(everything) || movedWord.test(verb),
    overall: /\b(?:overall|on balance|in the round|all in all|net|in summary|in short|final answer)\b/.test(
      everything,
    ),
    perfect: /\b(?:has|have|'s) been\b/.test(verb) || isEarlierMonth(heading, context),
  };
}

const thanks = /^(?:(?:ok|okay|thanks|thank you|cheers|ta|yes|yep|sorry|great|done|,|\.|!|\n) ?)+$/;

/** "Thanks, done" may only say that the message is answered. */
function isAcknowledged({ passage, mention }: AroundRating): boolean {
  if (mention.said !== 'state' || wordAt(passage, mention.from) !== 'done') return false;
  const { from, to } = sentenceOf(passage, mention.from);
  const words = wordsOf(passage, from, Math.min(to, from + 8));
  return thanks.test(words) && /[a-z]+ (?:, )?done|done (?:, )?[a-z]/.test(words);
}

/** "amber → green", "amber to green", "A > G": only the second is today's. */
function isArrow({ passage, mention }: AroundRating): boolean {
  let index = mention.to;
  let arrow = false;
  while (index < mention.to + 4 && /^(?:-|>|→|➡|to|=|–|into)$/.test(wordAt(passage, index))) {
    if (/^(?:>|→|➡|to|into)$/.test(wordAt(passage, index))) arrow = true;
    index += 1;
  }
  return (
    arrow &&
    /^(?:red|amber|green|r|a|g|complete|completed|now|🔴|🟠|🟡|🟢|🟥|🟧|🟨|🟩)$/.test(wordAt(passage, index))
  );
}

const tag =
  /^(?:(?:is|was|does|would|sound|sounds) (?:that|this|it|not|be)?.{0,20}|(?:ok|okay|right|yes|yeah|correct|agree|fine|no|i think|maybe)(?: .{0,12})?) \?/;

/** "Amber?", "should this be amber?", "amber, is that right?" — and not "Amber. Can somebody call me?". */
function isAsked({ passage, mention }: AroundRating): boolean {
  const sentence = sentenceOf(passage, mention.from);
  if (!sentence.question) return false;
  const clause = clauseOf(passage, mention.from);
  if (clause.to >= sentence.to) return true;
  return tag.test(`${wordsOf(passage, clause.to, sentence.to)} ?`.replace(' ? ?', ' ?'));
}

function isConditional({ passage, mention, after }: AroundRating): boolean {
  if (/^(?:depends|depending|subject to|provided|assuming|conditional|as long as)\b/.test(after)) return true;
  const { from } = sentenceOf(passage, mention.from);
  const opens = /^(?:if|unless|assuming|provided|once)$/.test(wordAt(passage, from));
  return opens && clauseOf(passage, from).to === clauseOf(passage, mention.from).from;
}

const doubtSentence =
  /^(?:probably|maybe|perhaps|possibly|i think|i guess|i suppose|not sure|not certain|or (?:is it )?(?:maybe )?(?:red|amber|green))(?: so| really| though)?(?: [.!?]|$| \n)/;

/** The next sentence is nothing but a doubt. */
function isWonderedAfter({ passage, mention }: AroundRating): boolean {
  const next = sentenceOf(passage, mention.from).to;
  return doubtSentence.test(wordsOf(passage, next, Math.min(sentenceOf(passage, next).to, next + 5)));
}
