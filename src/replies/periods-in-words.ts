import type { LocalDate } from '../kit/local-date.ts';
import type { Period } from '../plan/period.ts';
import { wordAt, wordsOf, type Passage, type Span } from './passage.ts';
import { periodRules } from './period-rules.ts';

/** A time that a figure may be about. */
export interface PeriodMention extends Span {
  /** More than one where the words leave it open: "Q1 2026" is January to March or April to June. None = "autumn term". */
  readonly periods: readonly Period[];
  /** False after "by", "until", "due in": that is when something will be, not what a figure is about. */
  readonly forFigure: boolean;
}

const compiled = periodRules.map(([pattern, read]) => [new RegExp(`^(?:${pattern})(?= |$)`), read] as const);
const starters =
  /^(?:q|quarter|qtr|first|second|third|fourth|12|twelve|rolling|year|ye|the|academic|school|ay|financial|fin|fy|municipal|last|previous|this|current|autumn|spring|summer|winter|as|at|of|end|calendar|cy|(?:20)?\d\d|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)$/;

export function findPeriods(passage: Passage, today: LocalDate): readonly PeriodMention[] {
  const found: PeriodMention[] = [];
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const word = wordAt(passage, index);
    if (!starters.test(word) || isVerb(passage, index)) continue;
    const mention = periodAt(passage, index, today) ?? bareYear(passage, index, today);
    if (mention === null) continue;
    found.push(mention);
    index = mention.to - 1;
  }
  return found;
}

function periodAt(passage: Passage, index: number, today: LocalDate): PeriodMention | null {
  const words = wordsOf(passage, index, index + 12);
  for (const [pattern, read] of compiled) {
    const match = pattern.exec(words);
    const periods = match === null ? null : read(match, today);
    if (match === null || periods === null) continue;
    const to = index + match[0].trim().split(' ').length;
    return { from: index, to, periods, forFigure: isForFigure(passage, index) };
  }
  return null;
}

/** "in 2025", "2025: 26.7%": a year that is introduced or stands alone. */
function bareYear(passage: Passage, index: number, today: LocalDate): PeriodMention | null {
  const word = wordAt(passage, index);
  const year = Number(word);
  if (!/^20\d\d$/.test(word) || year > Number(today.slice(0, 4)) + 1) return null;
  const next = wordAt(passage, index + 1);
  const introduced = /^(?:in|for|during|year|calendar|to|from|since|by|until|of|\(|,|)$/.test(
    wordAt(passage, index - 1),
  );
  const stands = next === '' || /^(?:[:,.;)(=\n-]|–|is|was|figure|data|figures|value|result)$/.test(next);
  if (!introduced && !stands) return null;
  if (next === '%') return null;
  return {
    from: index,
    to: index + 1,
    periods: [{ kind: 'calendar_year', key: word }],
    forFigure: isForFigure(passage, index),
  };
}

/** "we may need", "they sat", "march on": months that are other words too. */
function isVerb(passage: Passage, index: number): boolean {
  const word = wordAt(passage, index);
  if (word !== 'may' && word !== 'march' && word !== 'mar' && word !== 'second') return false;
  if (word === 'second') return wordAt(passage, index + 1) !== 'quarter';
  if (
    /^(?:in|for|of|by|until|since|end|from|to|at|during|early|mid|late|last|next|and|-|–|\(|\d{1,2}|th|st|nd|rd|or|ending|ended|,|:)$/.test(
      wordAt(passage, index - 1),
    )
  )
    return false;
  const next = wordAt(passage, index + 1);
  return !/^(?:20\d\d|\d{1,2}|:|figure|figures|data|was|is|\)|-|–|to|)$/.test(next) && next !== '';
}

function isForFigure(passage: Passage, index: number): boolean {
  const before = wordsOf(passage, index - 4, index);
  return !/(?:^| )(?:by|until|before|since|from|due(?: out)?(?: in)?|out(?: in| until)?|published in|publish in|expected in|expect in|available in|released in|release in|coming in|ready in|next|start(?:s|ing)? in|meeting in|report in|due(?: at)? (?:the )?end of|by (?:the )?end of|after)(?: (?:the|end|of|late|early|mid))*$/.test(
    before,
  );
}
