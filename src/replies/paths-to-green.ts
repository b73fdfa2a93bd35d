import type { LocalDate } from '../kit/local-date.ts';
import { dayNamed } from './dates-in-words.ts';
import type { ReadPathToGreen } from './reply-reading.ts';
import { tokenise } from './tokens.ts';

/** Sentences that say what gets the action back. Each with what it reads. */
const patterns: readonly RegExp[] = [
  // path to green: two agency EPs start in January; recovery plan - X; plan to get back on track: X
  /\b(?:(?:path|route|way|road|plan)(?: back)? to (?:green|amber)|ptg|recovery plan|recovery action|recovery|mitigations?|mitigating action|plan to (?:get )?(?:back|recover)[^:–-]{0,30}|to get (?:us |this |it )?back (?:on track|to green|to amber)|(?:get|getting) back to green)(?: is| are| by| will be|,)?\s*[:–—-]?\s*(.+)/i,
  // back to green by March once agency EPs start; green by January when X
  /\b(?:(?:will be|should be|back|return|expect(?:ed)?(?: to be)?|hope(?:fully)?(?: to be)?|aim(?:ing)?(?: to be| for)?)(?: back)?(?: to| at)? (?:green|amber|on track)|green|on track)( by .+)/i,
];
/** "Priya will recruit two EPs by end of January", "plan is to retender by March": an undertaking with a day. */
const undertaking =
  /\b(?:will|to be|plan(?:s|ning)? (?:is )?to|due to|going to|recruit\w*|intend\w* to|'ll)\b.+\bby (?:the )?(?:end|start|mid|early|late|next|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|q\d|christmas|easter)/i;

export function pathToGreen(text: string, today: LocalDate): ReadPathToGreen | null {
  const labelled = labelledPath(text, today);
  if (labelled !== null) return labelled;
  const sentences = text.split(/(?<=[.!?;])\s+|\n+/).map((sentence) => sentence.slice(0, 1000));
  for (const sentence of sentences) {
    for (const pattern of patterns) {
      const words = pattern.exec(sentence)?.[1]?.trim();
      if (
        words !== undefined &&
        words !== '' &&
        !/^(?:is )?(?:unclear|not clear|n\/a|none|tbc)\b/i.test(words)
      )
        return pathFrom(words.replace(/^is /i, ''), today);
    }
  }
  const promise = sentences.find(
    (sentence) =>
      undertaking.test(sentence) &&
      !/\b(?:board|update you|will (?:reply|respond|do this|get back))\b/i.test(sentence),
  );
  return promise === undefined ? null : pathFrom(promise, today);
}

/** "What: retender. Who: Sam. By: 31 Jan" in one line or three. */
function labelledPath(text: string, today: LocalDate): ReadPathToGreen | null {
  const part = (name: string) =>
    new RegExp(
      `(?:^|[\\n.;,|] ?)${name}\\s*[:=-]\\s*([^\\n;|]{1,400}?)(?=\\s*(?:[\\n;|]|[.,] (?:what|who|by|when|by when|owner)\\s*[:=-]|$))`,
      'i',
    )
      .exec(text)?.[1]
      ?.trim() ?? null;
  const what = part('what');
  if (what === null) return null;
  const by = part('(?:by when|by|when)');
  return {
    what: ended(what),
    who: bare(part('(?:who|owner)')),
    by: by === null ? null : dayIn(`by ${by}`, today),
  };
}

function pathFrom(words: string, today: LocalDate): ReadPathToGreen {
  const who =
    /\((?:lead|owner|led by)?:? ?([\p{L}' -]{2,40})\)/iu.exec(words)?.[1] ??
    /\b(?:led by|owned by|lead:|owner:|who:) ?([\p{L}'-]{2,30}(?: \p{Lu}[\p{L}'-]{1,30})?)/u.exec(
      words,
    )?.[1] ??
    /^(?!we |i |it |this |they |the |that |there )([\p{L}'-]{2,30}(?: \p{Lu}[\p{L}'-]{1,30})?) (?:will|to|is going to)\b/u.exec(
      words,
    )?.[1] ??
    null;
  return { what: ended(words), who: bare(who), by: dayIn(words, today) };
}

function bare(words: string | null): string | null {
  return words === null ? null : words.replace(/[\s.,;]+$/, '');
}

function ended(words: string): string {
  return words.replace(/^[\s,:–—-]+/, '').replace(/[\s,;]+$/, '');
}

/** The day behind "by"; of a month or week its last day. */
function dayIn(words: string, today: LocalDate): LocalDate | null {
  const list = tokenise(words).map(({ word }) => word);
  for (let index = 0; index < list.length; index += 1) {
    if (list[index] !== 'by') continue;
    const named = dayNamed(list.slice(index + 1, index + 9).join(' '), today);
    if (named !== null) return named.last;
  }
  return null;
}
