import type { ReadMeasure } from './asked-measure.ts';
import type { CodeMention } from './codes-in-words.ts';
import { ideasOf, shared } from './labels.ts';
import { clauseOf, sentenceOf, wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import type { NoData } from './reply-reading.ts';

/** "Not published yet": why there is no figure, and of which measures. */
export interface NoDataSaid extends Span {
  readonly reason: NoData | 'suppressed';
  /** One is certain; more are asked about, unless the words speak of all figures. */
  readonly codes: readonly string[];
  readonly certain: boolean;
}

const reasons: readonly (readonly [NoData | 'suppressed', RegExp])[] = [
  [
    'suppressed',
    /^(?:suppressed|too (?:small|low|few) to (?:publish|share|report|show|give|say|disclose)|small numbers? suppress(?:ed|ion)|numbers? (?:too )?small so suppressed)/,
  ],
  [
    'not_collected',
    /^(?:not (?:being )?(?:collected|recorded|measured|monitored|gathered)|do not (?:collect|record|hold|measure|have that|have this|gather)|is not (?:collected|recorded|measured)|no longer (?:collected|recorded|measured))/,
  ],
  ['not_applicable', /^(?:n \/ a|not applicable|does not apply|do not apply|na(?= \.|$| \n|,))/],
  [
    'not_published',
    /^(?:not (?:yet )?(?:been )?(?:published|out|released|available|due|in|ready|come out|come through|received|landed|updated|got)(?: yet| until)?|not yet (?:available|published|out|due|released|in)|(?:unpublished|unavailable)|(?:no|nothing|none) (?:new |further |more |updated |recent |latest |official |up to date )*(?:data|figures?|numbers?|stats|statistics|results?|published|release|return|value|publication|out|update on (?:the )?(?:data|figures?))|(?:awaiting|waiting (?:for|on)|still waiting (?:for|on)|yet to (?:receive|get|see|come)) (?:the |new |latest |this |our |validated |final |published )*(?:data|figures?|numbers?|stats|statistics|results?|publication|release|dfe|ons|return)|data (?:not|is not|are not|pending|delayed|tbc|awaited|due|to follow)|figures? (?:not|is not|are not|pending|delayed|tbc|awaited|due|to follow|will follow)|(?:data|figures?|numbers?) (?:is |are )?(?:due |not due )(?:out )?(?:in|until|on)|(?:due |comes? |coming |is |will be )(?:out|published|released|available) (?:in|until|on|by|next|from)|to follow(?= |$)|not due (?:out )?(?:until|in)|do not have (?:the |a |any |new |this |that )*(?:data|figures?|numbers?|one)|have not (?:got|had|received) (?:the |any |new |this |that )*(?:data|figures?|numbers?|results?)|publication (?:is )?paused|tbc(?= \.|$| \n|,))/,
  ],
];
const generic =
  /\b(?:no new|no further|no updated|nothing new|nothing published|none published|none out|no recent|any|all)\b|\b(?:data|figures|numbers|stats)\b/;

export function findNoData(
  passage: Passage,
  measures: readonly ReadMeasure[],
  codes: readonly CodeMention[],
): readonly NoDataSaid[] {
  const found: NoDataSaid[] = [];
  if (measures.length === 0) return found;
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const said = reasonAt(passage, index);
    if (said === null || isAboutTarget(passage, index)) continue;
    const about = measuresMeant(passage, { from: index, to: index + said.words }, { measures, codes });
    if (about !== null) found.push({ from: index, to: index + said.words, reason: said.reason, ...about });
    index += said.words - 1;
  }
  return found;
}

const starters = new Set(
  'not do is no nothing none n na does unpublished unavailable awaiting waiting still yet data figure figures number numbers due come comes coming will to have publication tbc suppressed too small'.split(
    ' ',
  ),
);

function reasonAt(
  passage: Passage,
  index: number,
): { readonly reason: NoData | 'suppressed'; readonly words: number } | null {
  if (!starters.has(wordAt(passage, index))) return null;
  const words = wordsOf(passage, index, index + 12);
  for (const [reason, pattern] of reasons) {
    const match = pattern.exec(words);
    if (match !== null) return { reason, words: match[0].split(' ').length };
  }
  return null;
}

/** "The report is not out until July" is not about a figure, unless nothing else is named. */
function isAboutTarget(passage: Passage, index: number): boolean {
  const clause = clauseOf(passage, index);
  return /\b(?:target|report|paper|post|posts|strategy|budget|funding|plan is|guidance|policy|venue|room|staff|contract|comparator|england|national average)\b/.test(
    wordsOf(passage, Math.max(clause.from, index - 10), index),
  );
}

interface Known {
  readonly measures: readonly ReadMeasure[];
  readonly codes: readonly CodeMention[];
}

function measuresMeant(
  passage: Passage,
  span: Span,
  { measures, codes }: Known,
): Pick<NoDataSaid, 'codes' | 'certain'> | null {
  const sentence = sentenceOf(passage, span.from);
  const own = codes
    .filter((code) => code.from >= sentence.from && code.to <= sentence.to)
    .flatMap((code) => code.codes)
    .filter((code) => measures.some((measure) => measure.code === code));
  const clause = clauseOf(passage, span.from);
  const inClause = codes
    .filter((code) => code.from >= clause.from && code.to <= clause.to)
    .flatMap((code) => code.codes)
    .filter((code) => measures.some((measure) => measure.code === code));
  if (inClause.length > 0) return { codes: inClause, certain: true };
  if (own.length > 0) return { codes: nearest(passage, span, codes, measures), certain: true };
  const labelled = byLabel(
    wordsOf(passage, Math.max(sentence.from, span.from - 20), Math.min(sentence.to, span.to + 12)),
    measures,
  );
  if (labelled.length > 0) return { codes: labelled, certain: labelled.length === 1 };
  const only = measures[0];
  if (measures.length === 1 && only !== undefined) return { codes: [only.code], certain: true };
  const all = measures.map(({ code }) => code);
  return { codes: all, certain: generic.test(wordsOf(passage, span.from, span.to)) };
}

/** "I05 61.2%, I15 not out until October": the last code before the words. */
function nearest(
  passage: Passage,
  span: Span,
  codes: readonly CodeMention[],
  measures: readonly ReadMeasure[],
): readonly string[] {
  const sentence = sentenceOf(passage, span.from);
  const own = codes.filter(
    (code) =>
      code.from >= sentence.from &&
      code.to <= sentence.to &&
      code.codes.some((one) => measures.some(({ code: known }) => known === one)),
  );
  const before = [...own].reverse().find((code) => code.to <= span.from) ?? own[0];
  return before?.codes ?? [];
}

function byLabel(words: string, measures: readonly ReadMeasure[]): readonly string[] {
  const ideas = ideasOf(words);
  const scores = measures
    .map(({ code, ideas: own }) => ({ code, hits: shared(own, ideas).length, size: own.length }))
    .filter(({ hits }) => hits > 0);
  const best = Math.max(0, ...scores.map(({ hits }) => hits));
  const top = scores.filter(({ hits }) => hits === best);
  const shortest = Math.min(...top.map(({ size }) => size));
  const exact = top.filter(({ size }) => size === shortest && size === best);
  return (exact.length === 1 ? exact : top).map(({ code }) => code);
}
