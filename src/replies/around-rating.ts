import { clauseOf, isClauseMark, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { RatingMention } from './rating-mention.ts';
import type { ReplyContext } from './reply-context.ts';

/** A rating with the words that stand around it in its clause. */
export interface AroundRating {
  readonly passage: Passage;
  readonly mention: RatingMention;
  readonly context: ReplyContext;
  /** From the clause's beginning to the verb: what the rating is said of. Empty span = nothing. */
  readonly subject: Span;
  /** The words of the subject. */
  readonly said: string;
  /** "is still", "was", "moved from". */
  readonly verb: string;
  /** What follows the rating in its clause. */
  readonly after: string;
  /** "last month" in "Last month: amber". */
  readonly heading: string;
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
  improved drop dropped dropping slip slipped slipping downgrade downgrading downgraded upgrade upgrading upgraded escalated worsened shifted from toward towards near nearer
  close closer far off nowhere until before if unless once when whether rather than instead of path route risk danger verge heading
  headed course want wanted wish plan planning target targeting used formerly previously originally both all again firmly solidly
  only even also so then it too more less much somewhere with stick sticking down stays keeping think i'd guess suspect reckon believe
  suppose hopeful confident need needs carry continue continues continuing hovering around dipped dipping recovered recovering fallen fell
  rose risen climbed crept tipped nudged bumped raised lowered flagging marking rating putting scoring scored graded grading assessed
  considered described classed steady mostly largely partly mainly partially r this that revised amended adjusted reassessed updated up down`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const longestVerb = 12;

/** `floor` is where the rating before it ends, with its own time ("red last month"): nothing left of it counts. */
export function wordsAround(
  passage: Passage,
  mention: RatingMention,
  context: ReplyContext,
  floor: number,
): AroundRating {
  const clause = clauseOf(passage, mention.from);
  const from = Math.min(Math.max(clause.from, floor), mention.from);
  const verbFrom = verbStart(passage, mention.from, from);
  return {
    passage,
    mention,
    context,
    subject: { from, to: verbFrom },
    said: wordsOf(passage, from, Math.min(verbFrom, from + 14)),
    verb: wordsOf(passage, verbFrom, mention.from),
    after: wordsOf(passage, mention.to, Math.min(clause.to, mention.to + 7)),
    heading: headingBefore(passage, clause),
  };
}

function verbStart(passage: Passage, at: number, from: number): number {
  let index = at;
  while (index > Math.max(from, at - longestVerb)) {
    if (!verbGroup.has(wordAt(passage, index - 1)) || isNoun(passage, index - 1)) break;
    index -= 1;
  }
  return index;
}

/** "path", "plan" and "risk" are nouns where no verb makes them one: "the plan is amber". */
function isNoun(passage: Passage, index: number): boolean {
  const maybeNoun =
    /^(?:plan|risk|path|route|report|target|rating|mark|show|change|course|reach|danger|status|set)$/;
  if (!maybeNoun.test(wordAt(passage, index))) return false;
  const asVerb = /^(?:to|i|we|will|would|please|on)$/.test(wordAt(passage, index - 1));
  return !asVerb && !/^(?:to|of|from|for|on|back)$/.test(wordAt(passage, index + 1));
}

/** The short clause before a colon, dash or bracket; before a comma only where it is very short: "last month, amber". */
function headingBefore(passage: Passage, clause: Span): string {
  const mark = wordAt(passage, clause.from - 1);
  if (!isClauseMark(passage.tokens, clause.from - 1) || !/^(?:[:,=(-]|–|—)$/.test(mark)) return '';
  const before = clauseOf(passage, clause.from - 1);
  if (before.to - before.from > 7 || before.to !== clause.from) return '';
  const words = wordsOf(passage, before.from, before.to - 1);
  if (mark === ',' && words.split(' ').length > 3) return '';
  return /\b(?:red|amber|green)\b/.test(words) ? '' : words;
}
