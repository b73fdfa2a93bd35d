import { addDays, type LocalDate } from '../kit/local-date.ts';
import { dayNamed, type NamedDay } from './dates-in-words.ts';
import { wordsOf, type Passage } from './passage.ts';
import type { ReadAbsence } from './reply-reading.ts';

/**
 * Being away: "on leave til 4th", "AL next week", "off sick", "OOO", "away 3-14 Nov", "I'm on holiday". Not: "care leavers", "two EPs
 * on leave", "back on track", "study leave for pupils".
 */
const away =
  /\b(?:on (?:annual |sick |maternity |mat |paternity |parental |adoption |compassionate |special |carers? |study |extended |long term )?(?:leave|holiday|holidays|vacation|jury service|secondment|sabbatical|a \/ l|al)|(?:annual|sick|maternity|paternity|compassionate|parental|mat) leave|a \/ l|(?<=^|i am |i will be |on )al\b(?= (?:until|from|next|this|back|\d|till|w))|out of (?:the )?office|ooo|off sick|off ill|off work|(?<=^|- )(?:away|off)(?= [.!,]| \n|$)|(?:i am|i will be|am|be) (?:off|away|out)\b(?! (?:to|track|target|the|plan|of|with|on track))|away (?:until|from|next|this|on|for|in|\d)|(?<=^|- )(?:off|away) (?:until|from|next week|this week|for|\d)|(?<=^|^sorry |^hi |^hi , |^i am |^i will be |^will be )back (?:on|in|at work on|from leave on) (?!track|target|course|plan|schedule|green|amber|top|board)|(?<=^|^i am )back (?:monday|tuesday|wednesday|thursday|friday|next week|tomorrow)|not (?:in|at work|working|around|back)(?: \w+)? until|not (?:in|working|around) (?:this|next) week|in hospital|signed off(?= (?:sick|until|for|work|by (?:the|my) (?:gp|doctor)))|on (?:my )?hols?|hols|annual leave)\b/;

/** Said of somebody else: "two EPs on leave", "Priya is off sick". */
const somebodyElse =
  /\b(?:staff|team|eps?|manager|managers|worker|workers|officer|officers|lead|leads|colleague|colleagues|people|he|she|they|children|pupils|parents|our|his|her|who|coordinator|consultant|teacher|nurse|social|everyone|some|many|several|one|two|three|four|posts?|provider|head|heads|half|sergeant|sgt|doctor|gp|post holder|postholder|because|due|with|is|'s|are|has|have gone|cover for|covering)\b/;

export function readAbsence(passage: Passage, today: LocalDate): ReadAbsence | null {
  for (const sentence of passage.sentences) {
    const words = wordsOf(passage, sentence.from, Math.min(sentence.to, sentence.from + 60));
    const match = away.exec(words);
    if (match === null) continue;
    const before = words.slice(0, match.index);
    if (isSomebodyElse(before)) continue;
    const next = passage.sentences[(passage.sentenceAt[sentence.from] ?? 0) + 1];
    const following =
      next === undefined ? '' : wordsOf(passage, next.from, Math.min(next.to, next.from + 20));
    return datesOf(
      words,
      match.index,
      today,
      /\bback\b|\breturn\b|\buntil\b/.test(following) && !/\bback (?:on track|to)\b/.test(following)
        ? following
        : '',
    );
  }
  return null;
}

function isSomebodyElse(before: string): boolean {
  if (
    /\b(?:been|was|were|back from|after|following|returned from|since being)(?: (?:a|my|the|two|some))* ?$/.test(
      before,
    )
  )
    return true;
  const clause = before.replace(/^.*(?:[,:;–—-]|\b(?:and|but|as|so)\b)/, '');
  if (/\b(?:i|i'm|me|myself|am)\b/.test(clause)) return false;
  return (
    somebodyElse.test(clause) ||
    /\p{L}{3,}/u.test(
      clause.replace(
        /\b(?:currently|now|sorry|just|note|please|also|still|hi|hello|all|on|away|back|from|monday|today|tomorrow|unfortunately|will|be|fyi|heads|up|that|this|week|next|automatic|reply|auto|afraid|going|gone|out|here|been|for|the|days?|few|out of)\b/g,
        '',
      ),
    )
  );
}

/** From and until: "3-14 Nov", "from Monday til 16th", "til 4th", "back on Monday" (away until Sunday), "next week". */
function datesOf(words: string, at: number, today: LocalDate, following: string): ReadAbsence {
  const list = words.split(' ');
  const next = following === '' ? [] : following.split(' ');
  const range = rangeIn(list, today);
  if (range !== null) return range;
  const from = dayAfter(list, /^(?:from|starting|since|as of|wef)$/, today);
  const start = from?.day ?? null;
  const back = backOn(list, today) ?? backOn(next, today);
  if (back !== null) return { from: start, until: addDays(back.day, -1) };
  const until =
    dayAfter(list, /^(?:until|to|thru|through)$/, today, start ?? today) ?? dayAfter(next, /^until$/, today);
  if (until !== null) return { from: start, until: lastDayOf(until) };
  const behind = words.slice(at).split(' ');
  return forSpan(behind, from, today) ?? { from: start, until: null };
}

/** "Until January" ends with December. */
function lastDayOf({ said, day, last }: Named): LocalDate {
  const isMonth = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/.test(said);
  return isMonth && day !== last ? addDays(`${day.slice(0, 7)}-01`, -1) : last;
}

interface Named extends NamedDay {
  readonly said: string;
}

/** The day named behind a word such as "until". */
function dayAfter(
  list: readonly string[],
  word: RegExp,
  today: LocalDate,
  notBefore: LocalDate = today,
): Named | null {
  for (let index = 0; index < list.length - 1; index += 1) {
    if (!word.test(list[index] ?? '')) continue;
    const isFiller = /^(?:about|at|around|the|after|and|including|inclusive)$/.test(list[index + 1] ?? '');
    const skip = isFiller && !/^\d/.test(list[index + 2] ?? '') ? 2 : 1;
    const rest = list.slice(index + skip, index + skip + 9).join(' ');
    const named = dayNamed(rest, notBefore) ?? dayNamed(rest, today);
    if (named !== null) return { ...named, said: rest.split(' ').slice(0, named.words).join(' ') };
  }
  return null;
}

/** "back on the 16th", "back Monday", "return on 5 Jan", "returning Tuesday". */
function backOn(list: readonly string[], today: LocalDate): Named | null {
  for (let index = 0; index < list.length; index += 1) {
    if (!/^(?:back|return|returning|returns)$/.test(list[index] ?? '')) continue;
    if (/^(?:track|green|amber|red|to)$/.test(list[index + 1] ?? '') && list[index + 2] !== 'work') continue;
    let at = index + 1;
    while (
      /^(?:on|in|at|work|to|the|office|again|from|until|not|working|w\/c|desk|my)$/.test(list[at] ?? '') &&
      at < index + 6 &&
      !(list[at] === 'the' && /^\d/.test(list[at + 1] ?? ''))
    )
      at += 1;
    const rest = list.slice(at, at + 8).join(' ');
    const named = dayNamed(rest, today);
    if (named !== null) return { ...named, said: rest };
  }
  return null;
}

/** "3-14 Nov", "3rd to 14th November", "3 Nov - 14 Nov", "9/11 to 13/11". */
function rangeIn(list: readonly string[], today: LocalDate): ReadAbsence | null {
  for (let index = 1; index < list.length - 1; index += 1) {
    if (!/^(?:-|–|—|to|until|through)$/.test(list[index] ?? '')) continue;
    const end = dayNamed(list.slice(index + 1, index + 9).join(' '), today);
    if (end === null || !/\d/.test(list.slice(index + 1, index + 1 + end.words).join(' '))) continue;
    const start = startBefore(list.slice(Math.max(0, index - 5), index), end, today);
    if (start !== null) return { from: start, until: end.last };
  }
  return null;
}

function startBefore(before: readonly string[], end: NamedDay, today: LocalDate): LocalDate | null {
  for (let from = 0; from < before.length; from += 1) {
    const words = before.slice(from).join(' ');
    const named = dayNamed(words, today);
    if (named !== null && named.words === before.length - from && /\d/.test(words)) {
      // "28th to 4 Nov": the start is the last such day before the end.
      return named.day <= end.last ? named.day : sameMonthDay(words, end);
    }
    const bare = /^(\d{1,2})$/.exec(words);
    if (bare !== null) return sameMonthDay(words, end);
  }
  return null;
}

function sameMonthDay(words: string, end: NamedDay): LocalDate | null {
  const day = /^(?:the )?(\d{1,2})\b/.exec(words)?.[1];
  return day === undefined || Number(day) > Number(end.last.slice(8))
    ? null
    : `${end.last.slice(0, 8)}${day.padStart(2, '0')}`;
}

const lengthOfTime =
  /^(?:\d+|a|one|two|three|four|five|six|couple of|a couple of) (?:day|week|fortnight|month)|fortnight/;

/** "next week", "this week", "for two weeks", "the week of 9 Nov", "all of November", "on Friday". */
function forSpan(list: readonly string[], from: Named | null, today: LocalDate): ReadAbsence | null {
  for (let index = 0; index < list.length; index += 1) {
    const opens = list[index] === 'for' ? index + 1 : index;
    const rest = list
      .slice(opens, index + 9)
      .join(' ')
      .replace(/^(?:the )?next (?=\d|two|three|few|couple)/, '');
    const named = dayNamed(rest, from?.day ?? today);
    if (named === null) continue;
    const said = rest.split(' ').slice(0, named.words).join(' ');
    const isLength = lengthOfTime.test(said);
    if (from !== null && !isLength) continue;
    const start = isLength ? null : named.day;
    // "w/c 9 Nov" is that week.
    if (
      /(?:^| )(?:w \/ c|wc|week (?:commencing|beginning|of))$/.test(
        list.slice(Math.max(0, index - 3), index).join(' '),
      )
    ) {
      return { from: named.day, until: addDays(named.day, 4) };
    }
    return { from: from?.day ?? start, until: named.last };
  }
  return null;
}
