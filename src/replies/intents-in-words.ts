import type { LocalDate } from '../kit/local-date.ts';
import { dayNamed } from './dates-in-words.ts';
import { wordsOf, type Passage } from './passage.ts';

/** "help", "?", "what do I do?", "not sure what you need". Only short messages ask for help; a board can be asked for help too. */
const help =
  /^(?:\? ?)+$|^(?:please |pls |can you |some )?help(?: me| please| pls| !| \?)*(?: \.)?$|\b(?:what (?:do|should|am|shall) (?:i|we) (?:do|need|supposed|say|put|write|have)|how (?:do|does|can|should) (?:i|this|it|we) (?:do|work|use|update|answer|reply|fill|change|submit|send|say|rate|record|report)|what (?:is|are) (?:this|these|you|the options|my options|it|amber|red|green|rag)\b|who (?:is|are) (?:this|you)|why (?:am i|are you|did i)|what (?:does|do) .{1,40} mean|not sure what (?:you|this|to|i)|do not (?:understand|know what|get (?:this|it|what))|can (?:you|someone|somebody) (?:explain|help|tell me what)|what (?:you|do you) (?:need|want|after)|need (?:some )?help(?: with this| to do this| please| using)?(?: [.!?])?$|i am (?:confused|lost|stuck)|how to (?:use|do|answer|reply|update))\b/;

export function asksForHelp(passage: Passage): boolean {
  const words = wordsOf(passage, 0, 40);
  return passage.tokens.length <= 30 && help.test(words.trim());
}

/** "Nothing to report", "no update this month", "no news". */
const noNews =
  /\b(?:nothing (?:(?:new|more|further|else|much|specific) )*(?:to (?:report|add|say|update|tell|share|flag|note|raise)|this (?:month|time)|from (?:me|us|here|my (?:side|end))|since|at (?:this|the) (?:time|moment|stage|point)|on this)|nothing (?:new|to add)|no (?:new |further |other |more |real |substantive )*(?:updates?|news|report)(?= (?:this|from|to|since|for|at|on|yet|i|today|really|sorry|as|available)|$| [.,!;:-])|not? (?:much|a lot|anything)(?: new)? to (?:report|say|add|update)|nil (?:return|report|update)|do not have (?:an? |any )?(?:updates?|news|anything)|have not got (?:an? |any(?:thing)? )?(?:updates?|news|to report|new)|nowt)\b|^(?:nothing|none|no news|no update|nil)(?: (?:this month|from me|really|sorry|thanks))*(?: [.!])?$/;

export function hasNoNews(passage: Passage): boolean {
  return passage.sentences
    .slice(0, 6)
    .some(({ from, to }) => noNews.test(wordsOf(passage, from, Math.min(to, from + 25)).trim()));
}

/** "will do tomorrow", "give me til next Tues", "Friday", "later": the answer comes another day. */
const later =
  /\b(?:later|will (?:do|update|reply|respond|get|come|send|answer|complete|look|sort|fill|have|let|be able|try|pick|submit|provide|action|finish)|get back to|can i (?:do|have|get|update|send|reply|submit|let|answer|come back)|could i (?:do|have|get|update|send|reply)|give me|after (?:half term|the|my|i|we)|need (?:until|a |some |more |another )?(?:bit|few|more|couple|day|week|time)|remind me|ask (?:me )?(?:again|later|next|on|after|tomorrow)|chase me|try me|come back to (?:me|you|this)|not (?:now|today|yet|right now|ready|had (?:a )?chance)|busy|in (?:a )?meetings?|too busy|snooze|hold on|bear with|tbc|by (?:the )?end|on it|asap|swamped|rammed|snowed under|in court|on shift|no time|sorry not (?:had|got)|extension|doing it|should have it|you will have|aim to|hope to|due to see|running late|let you know|driving)\b/;

export interface LaterSaid {
  readonly until: LocalDate | null;
}

export function readLater(passage: Passage, today: LocalDate): LaterSaid | null {
  const words = wordsOf(passage, 0, 60).trim();
  const list = words.split(' ');
  if (/^(?:on |by |maybe |prob |probably )?/.test(words)) {
    const bare = words.replace(
      /^(?:ok |okay |sorry |hi |yes |yep |sure )*(?:[,.] )?(?:on |by |this |maybe |probably |on the |first thing |first thing on )?/,
      '',
    );
    const named = dayNamed(bare, today);
    const behind = named === null ? [] : bare.split(' ').slice(named.words);
    if (
      named !== null &&
      behind.every((word) =>
        /^(?:[.!?,]|please|pls|ok|thanks|morning|afternoon|am|pm|latest|at|the|then|hopefully|if|that|is|possible|cheers|ta|x|first|thing|eod|cop|now|soon|sorry|\d{1,2}|ish)$/.test(
          word,
        ),
      )
    )
      return { until: deadline(named.day, named.last, bare) };
  }
  if (!later.test(words) || passage.tokens.length > 70) return null;
  return { until: dayWithin(list, today) };
}

/** Of a stretch of days its last ("this week", "next month" its first day): a promise is kept by then. */
function deadline(first: LocalDate, last: LocalDate, words: string): LocalDate {
  return /^(?:next (?:week|month)|early|start)/.test(words) ? first : last;
}

function dayWithin(list: readonly string[], today: LocalDate): LocalDate | null {
  for (let index = 0; index < list.length; index += 1) {
    if (
      /^(?:the|a|an|one|two|three|four|five|six|may|sun|sat|\d.*)$/.test(list[index] ?? '') &&
      !opensDay(list, index)
    )
      continue;
    const rest = list.slice(index, index + 8).join(' ');
    const named = dayNamed(rest, today);
    // "can't do it today"
    if (named !== null && list.slice(Math.max(0, index - 4), index).includes('not')) continue;
    if (named !== null) return deadline(named.day, named.last, rest);
  }
  return null;
}

function opensDay(list: readonly string[], index: number): boolean {
  const words = list.slice(index, index + 4).join(' ');
  return /^(?:the )?(?:\d{1,2} (?:st|nd|rd|th)|\d{1,2} \/ \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|end of|start of)|^(?:a|an|one|two|three|four|five|six|\d) (?:couple of )?(?:days?|weeks?|fortnight|months?)|^a couple of|^\d{4}-|^the (?:1\d|2\d|3[01]|\d)(?: |$)/.test(
    words,
  );
}

export interface CommandSaid {
  readonly kind: 'undo' | 'command';
  readonly words: string;
}

const undo =
  /^(?:please |pls |can you |can i |i want to )?(?:undo|take (?:that|it) back|revert|cancel (?:that|my (?:last )?(?:answer|update|reply)|it)|delete (?:that|my (?:last )?(?:answer|update|reply))|withdraw (?:that|my (?:last )?(?:answer|update)))(?: (?:that|it|please|my last|last|my last (?:answer|update|reply)|the last (?:one|answer)|this))*(?: [.!])?$/;
const command =
  /^(?:\/ ?)?(?:bcp )?(status|digest|late|mine|decisions?|calendar|who is late|history|export|pack)\b((?: (?!is\b|are\b|was\b|remains\b|update\b|report\b|still\b|red [a-z]|amber [a-z]|green [a-z])[^ ]+){0,5})$/;

/** "undo", "/bcp status safe", "status mine". "Status: amber" and "status amber" are ratings. */
export function readCommand(passage: Passage): CommandSaid | null {
  const words = wordsOf(passage, 0, 14).trim();
  if (undo.test(words)) return { kind: 'undo', words };
  const match = command.exec(words);
  if (match === null || passage.tokens.length > 9) return null;
  const verb = match[1] ?? '';
  const rest = (match[2] ?? '').trim();
  const isAddressed = /^(?:\/|bcp\b)/.test(words);
  const isRating =
    /[:=–,.-]/.test(rest) ||
    /^(?:red|amber|green|r|a|g|complete|on hold|not started|same|unchanged|rag)$/.test(rest);
  const isWord = rest === '' && !/^(?:status|digest)$/.test(verb);
  if (!isAddressed && (isRating || isWord)) return null;
  return { kind: 'command', words: `${verb} ${rest}`.replace(/[\s?!.]+$/, '').trim() };
}
