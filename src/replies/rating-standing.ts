import type { ReplyContext } from './reply-context.ts';
import { clauseOf, isClauseMark, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';
import { monthsNamed } from './months.ts';

/** Whether a rating that is spoken of is today's. */
export type Standing =
  /** "amber", "still amber", "moved to amber" */
  | 'current'
  /** "was red", "amber last month", "from amber" */
  | 'past'
  /** "green by January", "could go red", "if", "nearly green" */
  | 'not_yet'
  /** "not red", "isn't green" */
  | 'negated'
  /** "maybe amber", "amber?", "rated red by Ofsted" */
  | 'unsure';

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

/** Words of a verb group: between a subject and its rating. The nearest word that is not one of them ends the subject. */
const verbGroup = new Set(
  `be been being is are am was were 's has have had having will shall would should could might may must can cannot do does did not never
  no longer now still currently just already really quite pretty very fairly nearly almost probably possibly likely maybe perhaps
  definitely certainly hopefully expected expecting expect to due hoping hope aim aiming going gone go goes went turn turned turning
  move moves moved moving back remain remains remained remaining stay stays staying stayed kept keep keeping rated rate rating ragged
  mark marked flag flagged show shows showing reported reporting report listed at as a an in the into on yet become became becoming
  get gets getting got reach reached reaching return returned returning stuck hold holding sit sits sitting stand stands look looks
  looking feel feels feeling seem seems call calling called say says saying put puts make makes made set change changed improve
  improved drop dropped dropping slip slipped slipping downgraded upgraded escalated worsened shifted from toward towards near nearer
  close closer far off nowhere until before if unless once when whether rather than instead of path route risk danger verge heading
  headed course want wanted wish plan planning target targeting used formerly previously originally both all again firmly solidly
  only even also so then it too more less much somewhere with stick sticking down stays keeping think i'd guess suspect reckon believe
  suppose hopeful confident need needs carry continue continues continuing hovering around dipped dipping recovered recovering fallen fell
  rose risen climbed crept tipped nudged bumped raised lowered flagging marking rating putting scoring scored graded grading assessed
  considered described classed steady mostly largely partly mainly partially r this that revised amended adjusted reassessed updated up down`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const negation = /\b(?:not|never|no longer|neither|nor|hardly|far from|nowhere near|nowhere|instead of|rather than|without|no more)\b/;
const notYet =
  /\b(?:will|shall|would|should|could|might|may|can|expect|expecting|expected|hope|hoping|hopeful|hopefully|confident|aim|aiming|likely|due to|going to (?:be|go|turn|get)|want|wanted|wish|plan|planning|target|targeting|towards?|near|nearer|nearly|almost|close|closer|become|becoming|reach|reaching|return to|returning to|get to|get back to|getting to|getting back to|path to|route to|way to|before|if|unless|once|when|whether|risk of|danger of|verge of|heading|headed|on course|until)\b/;
const past = /\b(?:was|were|had|used to|previously|formerly|originally)\b|\bfrom(?: a| an)?$/;
/** "I'd say amber", "will mark as amber", "I'll go amber": choosing, not foretelling. */
const choosing =
  /\b(?:say|call|put|mark|rate|report|keep|leave|stick|stay with|go with|go for|make|set|change|down as|flag|have to (?:be|say|go)|must be|has to be|(?:needs?|got|has|have) to (?:be|go|move|change|drop))\b/;
const moved = /\b(?:moved|gone|went|turned|changed|improved|dropped|slipped|downgraded|upgraded|escalated|worsened|shifted|returned|dipped|recovered|fallen|fell|rose|risen|climbed|crept|tipped|nudged|bumped|revised|amended|adjusted|reassessed)\b/;
const wonder = /\b(?:maybe|perhaps|possibly|probably|guess|suspect|suppose|might|whether|reckon)\b/;

/** `floor` is where the rating before it in the text ends, with its own time ("red last month"): nothing left of it counts. */
export function standingOf(passage: Passage, mention: RatingMention, context: ReplyContext, floor = 0): StoodRating {
  const whole = clauseOf(passage, mention.from);
  const clause = { from: Math.min(Math.max(whole.from, floor), mention.from), to: whole.to };
  const verbFrom = verbStart(passage, mention.from, clause);
  const verb = wordsOf(passage, verbFrom, mention.from);
  const subject = { from: clause.from, to: verbFrom };
  const said = wordsOf(passage, subject.from, Math.min(subject.to, subject.from + 14));
  const after = wordsOf(passage, mention.to, Math.min(clause.to, mention.to + 7));
  const heading = headingBefore(passage, whole);
  const standing = judge({ passage, mention, context, verb, said, after, heading });
  return {
    standing,
    subject,
    marksNow: /\b(?:now|this month|currently|today)\b/.test(`${verb} | ${after} | ${said} | ${heading}`) || moved.test(verb),
    overall: /\b(?:overall|on balance|in the round|all in all|net|in summary|in short|final answer)\b/.test(`${heading} | ${said} | ${verb} | ${after}`),
    perfect: /\b(?:has|have|'s) been\b/.test(verb) || isEarlierMonth(heading, context),
  };
}

interface Around {
  readonly passage: Passage;
  readonly mention: RatingMention;
  readonly context: ReplyContext;
  readonly verb: string;
  readonly said: string;
  readonly after: string;
  readonly heading: string;
}

function judge(around: Around): Standing {
  const { verb, said, after, mention, passage } = around;
  const restated = /^(?:- |– |— |-?> |→ |to )/.test(wordsOf(passage, mention.to, mention.to + 3)) && isArrow(passage, mention);
  if (restated) return 'past';
  if (/^(?:and |so |there is )?(?:nothing|none|neither|nobody|no)\b/.test(said)) return 'negated';
  if (negation.test(verb) || /^(?:any ?more|no longer|any longer)\b/.test(after)) return 'negated';
  if (mention.unsure || wonder.test(verb) || wonder.test(said.slice(-40)) || isAsked(passage, mention)) return 'unsure';
  if (/\b(?:not sure|unsure|torn|debating|wondering|undecided|toss up|do not know|not certain|whether|depends)\b/.test(`${said} ${verb}`)) return 'unsure';
  if (/\bno$/.test(verb) || /(?:^| )no$/.test(said)) return 'negated';
  if (/\b(?:mostly|largely|partly|mainly|partially|half|[1-9]\d %|roughly)$/.test(`${said} ${verb}`.trim())) return 'unsure';
  if (isWonderedAfter(passage, mention)) return 'unsure';
  // "Should be amber" without a day may correct what was said.
  if (/\bshould(?: now| really| actually)? (?:be|say|read)\b/.test(verb) && (after === '' || /^(?:actually|really|instead|not|now|i think|[^\p{L}])/u.test(after))) return 'unsure';
  if (isConditional(passage, mention, after)) return 'not_yet';
  if (/\b(?:told|asked|advised|suggested|recommended|supposed)\b/.test(said)) return 'unsure';
  if (isForetold(around)) return 'not_yet';
  if (isOver(around)) return 'past';
  if (/^by (?!the (?:end|start|board)\b)\w+/.test(after) && !isDateAfterBy(after)) return 'unsure';
  if (/^(?:ish|i think\b.*not|maybe|perhaps|possibly|probably|i suppose|i guess)\b/.test(after)) return 'unsure';
  return 'current';
}

function isForetold({ verb, said, after, heading, passage, mention }: Around): boolean {
  const chosen = choosing.test(verb) && !/\b(?:could|might|may|hope|expect|aim|want)\b/.test(verb);
  const ownChoice = /(?:^|\s)i$/.test(said) && /^(?:will|would|am going to)(?: (?:have to|just|still|probably))* (?:go|be going)\b/.test(verb);
  const byDate = /^(?:by|next|from|in the new|before|soon|shortly|once|if|when|unless|as soon|after|within|come|later|in (?:the )?(?:next|coming|new)|in \w+ (?:weeks?|months?)|target|forecast|if only)\b/.test(after) && (/^by\b/.test(after) ? isDateAfterBy(after) : true);
  if (byDate && !/^(?:next steps?|from (?:me|us|our|my|the)|before (?:that|this)|after (?:last|a|the|this)|once again|when (?:we|you)|in (?:the )?next steps)\b/.test(after)) return true;
  if (laterMonth(after)) return true;
  if (/\b(?:next|future|target|targeted|forecast|projected|predicted|expected|anticipated)\b/.test(heading) && heading.split(' ').length <= 5) return true;
  if (/\b(?:next month|next quarter|target|forecast|trajectory|projected|hope|hoping|hopefully|plan|aim|aiming|expect|expecting|if|once|when|until|unless|path|route|way back)\b/.test(said) && !/\b(?:plans? (?:is|are))\b/.test(said)) return true;
  if (verb === 'back to' && said === '' && /^(?:[.!,]|$)/.test(wordAt(passage, mention.to)) && mention.said === 'colour') return false;
  if (/^(?:to|back to|get to)\b/.test(verb) && said === '' && !isMoveBefore(passage, mention) && !followsRating(passage, mention)) return !/^to (?:be clear|confirm)/.test(verb);
  if (chosen || ownChoice) return false;
  return notYet.test(verb) && !(moved.test(verb) && !/\b(?:will|would|could|might|may|should|if|expect|hope)\b/.test(verb));
}

/** "Amber to green": the first is what it was. */
function followsRating(passage: Passage, mention: RatingMention): boolean {
  return /(?:^| )(?:red|amber|green|r|a|g) to(?: a)?$/.test(wordsOf(passage, mention.from - 3, mention.from));
}

function isMoveBefore(passage: Passage, mention: RatingMention): boolean {
  const sentence = sentenceOf(passage, mention.from);
  return moved.test(wordsOf(passage, Math.max(sentence.from, mention.from - 8), mention.from));
}

function laterMonth(after: string): boolean {
  return /^(?:in|from|until the end of) (?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/.test(after) && !/^from/.test(after)
    ? /^in\b/.test(after)
    : false;
}

function isDateAfterBy(after: string): boolean {
  return /^by (?:the )?(?:next|end|start|mid|early|late|then|now|this|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|spring|summer|autumn|winter|christmas|xmas|easter|q\d?|year|half|term|new|monday|tuesday|wednesday|thursday|friday|tomorrow|\d)/.test(after);
}

function isOver({ verb, said, after, heading, context, passage, mention }: Around): boolean {
  const turned = isMoveBefore(passage, mention);
  const perfect = /\b(?:has|have|'s) been\b/.test(verb);
  const moveNow = moved.test(verb) && !/\bfrom(?: a| an)?$/.test(verb);
  if (past.test(verb) && !perfect && !moveNow) return true;
  if (/^(?:last (?:month|time|year|quarter|week|cycle|update|report|meeting)|previously|before\b|until (?:now|recently|last)|the month before|in (?:the )?last|(?:at )?the last|when we last|then\b(?! we))/.test(after)) return true;
  if (!moved.test(verb) && !turned && /^(?:in|for|at) (?!the)/.test(after) && isEarlierMonth(after, context)) return true;
  const spoken = `${heading} | ${said}`;
  if (/\b(?:last (?:month|time|year|quarter|week|cycle|update|report|meeting)|previous|previously|prior|prev|original|initially|earlier|formerly|used to)\b/.test(spoken)) {
    return !/\b(?:same as|since|like|unlike|after|than|as|from|on) (?:the )?(?:last|previous)\b/.test(spoken) && !/\b(?:now|this month)\b/.test(verb);
  }
  return false;
}

/** A month that ended before the month of the prompt's figures: "amber in September" in November's prompt. */
function isEarlierMonth(after: string, context: ReplyContext): boolean {
  return monthsNamed(after, context.today).some((month) => month < context.cycle);
}

/** "amber → green", "amber to green", "A > G": only the second is today's. */
function isArrow(passage: Passage, mention: RatingMention): boolean {
  let index = mention.to;
  let arrow = false;
  while (index < mention.to + 4 && /^(?:-|>|→|➡|to|=|–|into)$/.test(wordAt(passage, index))) {
    if (/^(?:>|→|➡|to|into)$/.test(wordAt(passage, index))) arrow = true;
    index += 1;
  }
  return arrow && /^(?:red|amber|green|r|a|g|complete|completed|now|🔴|🟠|🟡|🟢|🟥|🟧|🟨|🟩)$/.test(wordAt(passage, index));
}

/** "Amber?", "should this be amber?", "amber, is that right?" — and not "Amber. Can somebody call me?". */
function isAsked(passage: Passage, mention: RatingMention): boolean {
  const sentence = sentenceOf(passage, mention.from);
  if (!sentence.question) return false;
  const clause = clauseOf(passage, mention.from);
  if (clause.to >= sentence.to) return true;
  const rest = wordsOf(passage, clause.to, sentence.to);
  return /^(?:(?:is|was|does|would|sound|sounds) (?:that|this|it|not|be)?.{0,20}|(?:ok|okay|right|yes|yeah|correct|agree|fine|no|i think|maybe)(?: .{0,12})?) \?/.test(`${rest} ?`.replace(' ? ?', ' ?'));
}

/** "Green depends on funding", "If funded, green", "once the EPs start we are green". */
function isConditional(passage: Passage, mention: RatingMention, after: string): boolean {
  if (/^(?:depends|depending|subject to|provided|assuming|conditional|as long as)\b/.test(after)) return true;
  const sentence = sentenceOf(passage, mention.from);
  const first = wordAt(passage, sentence.from);
  return /^(?:if|unless|assuming|provided|once)$/.test(first) && clauseOf(passage, sentence.from).to === clauseOf(passage, mention.from).from;
}

/** "Amber.. probably", "Green. I think." */
function isWonderedAfter(passage: Passage, mention: RatingMention): boolean {
  const next = sentenceOf(passage, mention.from).to;
  const words = wordsOf(passage, next, Math.min(sentenceOf(passage, next).to, next + 5));
  return /^(?:probably|maybe|perhaps|possibly|i think|i guess|i suppose|not sure|not certain|or (?:is it )?(?:maybe )?(?:red|amber|green))(?: so| really| though)?(?: [.!?]|$| \n)/.test(words);
}

function verbStart(passage: Passage, at: number, clause: Span): number {
  let index = at;
  while (index > clause.from && index > at - 12 && verbGroup.has(wordAt(passage, index - 1)) && !isOfTitle(passage, index - 1)) index -= 1;
  return index;
}

/** "path" and "plan" of a title are nouns: "the plan is amber", "risk is amber". */
function isOfTitle(passage: Passage, index: number): boolean {
  const word = wordAt(passage, index);
  if (!/^(?:plan|risk|path|route|report|target|rating|mark|show|change|course|reach|danger|status|set)$/.test(word)) return false;
  return !/^(?:to|of|from|for|on|back)$/.test(wordAt(passage, index + 1)) && !/^(?:to|i|we|will|would|please|on)$/.test(wordAt(passage, index - 1));
}

/** "Last month: amber", "Forecast - green": the short clause before a colon or dash. */
function headingBefore(passage: Passage, clause: Span): string {
  const mark = wordAt(passage, clause.from - 1);
  if (!isClauseMark(passage.tokens, clause.from - 1) || !/^(?:[:,=(-]|–|—)$/.test(mark)) return '';
  const before = clauseOf(passage, clause.from - 1);
  if (before.to - before.from > 7 || before.to !== clause.from) return '';
  const words = wordsOf(passage, before.from, before.to - 1);
  if (mark === ',' && words.split(' ').length > 3) return '';
  return /\b(?:red|amber|green)\b/.test(words) ? '' : words;
}
