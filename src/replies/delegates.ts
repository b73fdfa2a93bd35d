import { surnames } from './name-lists.ts';
import { wordsOf, type Passage, type Span } from './passage.ts';
import { isEverydayWord, isFunctionWord, isItemWord } from './plain-words.ts';
import type { KnownPerson } from './reply-context.ts';
import type { ReadDelegate } from './reply-reading.ts';

/** What was found out about somebody else answering. */
export interface DelegateSaid {
  readonly delegate: ReadDelegate | null;
  /** Several colleagues have this name. */
  readonly several: readonly KnownPerson[];
  /** "Not me" without a name. */
  readonly notMe: boolean;
}

/** `N` stands for a name. Each pattern with what it reads; those marked permanent have passed the item on for good. */
const patterns: readonly { readonly words: RegExp; readonly permanent: boolean }[] = [
  // handed over to Tom; this has moved to Tom; now sits with Tom; transferred to Tom
  {
    words:
      /\b(?:handed (?:it |this |that |over |them |these )*(?:over )?to|hand over to|handing (?:it |this |over )*to|passed (?:it |this |over )*to|(?:has |have )?(?:moved|transferred|gone over|gone|transitioned) (?:over )?to|(?:now )?(?:sits|lies|rests|is|are) (?:now )?(?:with|under)|now with|taken over by|replaced by|being picked up by|reassign(?:ed)? (?:it |this )?to|responsibility (?:of|lies with)|(?:now )?belongs to) (?=NAME)/,
    permanent: true,
  },
  // the new lead is Tom; owner is now Tom; new owner: Tom
  {
    words:
      /\b(?:(?:new|current) (?:lead|owner|contact|person|responsible officer)(?: for this)?(?: is| now is| is now| will be| :|-|,)?|(?:lead|owner|contact) is now|now (?:being )?(?:owned|led|run|managed) by|successor is|my replacement(?: is| ,)?) (?=NAME)/,
    permanent: true,
  },
  // ask Priya; speak to Priya; please send to Priya; try Priya; contact Priya
  {
    words:
      /\b(?:ask|try|contact|speak (?:to|with)|talk to|email|message|ping|check with|redirect (?:this |it )?to|send (?:this |it |these |that |the prompt )?to|forward (?:this |it )?to|go to|best (?:person )?(?:to ask |to speak to )?is|should go to|you (?:want|need)|you will want|best to ask|better (?:asking|with|ask)|refer to|direct (?:this )?to|pass (?:this |it )?(?:on )?to|over to|chase|cover(?:ed)? (?:by|is|from|:)|covering (?:is|for me is)|deputy(?: is| ,| :)|(?:delegate|delegating|delegated) (?:this |it )?to|i (?:have|'ve) asked|will be answered by|@) (?=NAME)/,
    permanent: false,
  },
];

/** After a name. */
const after: readonly { readonly words: RegExp; readonly permanent: boolean }[] = [
  {
    words:
      /^(?:now )?(?:does (?:this|these|it|them|all)|leads|lead|leading|owns|runs|manages|looks after|has (?:now )?(?:taken|picked|got|taken on)(?: this| it| over| up| on)*|took (?:this |it )?over|is (?:now )?(?:the )?(?:new )?(?:lead|leading|owner|owning|responsible|taking (?:this |it )?over|picking (?:this|it) up (?:now|from now))|takes (?:this |it )?over|will (?:now )?(?:lead|own|be (?:leading|taking over))|will be taking|has taken|is taking over|taken (?:this|it|over))\b/,
    permanent: true,
  },
  {
    words:
      /^(?:is |will be |'s |to |will |can |has been |are )?(?:cover|covering|covers|covered|answer|answering|update|updating|respond|responding|do(?: this| it)?|doing(?: this| it)?|pick (?:this |it )?up|picking (?:this |it )?up|reply|replying|deputising|standing in|stand in|step in|acting|fill in|fill this in|provide|provides|send (?:the |an |this |you )|look after|looking after|complete this|has (?:the|all the) (?:figures?|details?|info|update|answers?)|knows|is (?:my )?deputy|(?:is )?(?:the )?best (?:person|placed)|for (?:updates?|this|now))\b/,
    permanent: false,
  },
];

const notMine =
  /\b(?:not me|no longer me|not mine|no longer mine|not my (?:area|action|responsibility|remit|one)|no longer my|wrong person|i (?:have |am )?(?:left|leaving|moved (?:on|role|roles|jobs|teams)|changed (?:role|roles|jobs))|i do not (?:do|lead|own|work|look|manage|run|deal)(?: on| after| with)? (?:this|it)|i am not the (?:owner|lead|right person)|i no longer)\b/;
/** A name that is no person. */
const noName =
  /^(?:the|a|an|this|that|it|them|him|her|us|me|you|everyone|anyone|somebody|someone|people|board|chair|schools?|partners?|police|council|nhs|trust|icb|team|teams|help|for|to|if|about|whether|why|how|what|when|where|who|which|and|or|but|again|support|staff|parents|families|children|young|red|green|more|another|all|both|one|two|three|my|our|your|their|his|hers|its|dfe|ofsted|cabinet|finance|hr|procurement|legal|in|on|at|we|i|they|he|she|there|here|so|not|now|still|next|last|everything|nothing|something|anything|link|track|plan|it's|please|thanks|monday|tuesday|wednesday|thursday|friday|bcp|bot|secretariat|work|new|is|are|was)$/;

/** `ratings` are the places of words that rate something: "amber" is a name only elsewhere. */
export function readDelegate(
  passage: Passage,
  people: readonly KnownPerson[],
  ratings: readonly Span[],
): DelegateSaid {
  const rated = new Set(ratings.map(({ from }) => from));
  const first = people.flatMap(({ name }) => name.toLowerCase().split(/\s+/).slice(0, 1));
  const known = new Set(first);
  for (const sentence of passage.sentences) {
    const list = passage.tokens
      .slice(sentence.from, Math.min(sentence.to, sentence.from + 60))
      .map(({ word }, at) => (rated.has(sentence.from + at) ? '*' : word));
    const found = inSentence(list, known);
    if (found === null) continue;
    const permanent =
      found.permanent ||
      /\b(?:from now on|permanently|going forward|going forwards|for good|no longer me|no longer mine|new owner|new lead|i (?:have )?(?:left|moved on|changed)|i no longer)\b/.test(
        wordsOf(passage, 0, 80),
      );
    const temporary =
      /\b(?:while i|whilst i|until i|this month|for now|temporarily|in my absence|when i am (?:away|off)|on leave|this time|for this one|covering|cover)\b/.test(
        list.join(' '),
      );
    return { ...named(found, people, permanent && !(temporary && !found.permanent)), notMe: false };
  }
  const all = wordsOf(passage, 0, 60);
  return { delegate: null, several: [], notMe: notMine.test(all) };
}

interface Found {
  readonly name: readonly string[];
  readonly organisation: string | null;
  readonly permanent: boolean;
}

function inSentence(list: readonly string[], known: ReadonlySet<string>): Found | null {
  for (let index = 0; index < list.length; index += 1) {
    const at = list[index] === '@' ? index + 1 : index;
    const name = nameAt(list, at, known);
    if (name.length === 0) continue;
    const before = `${list.slice(Math.max(0, index - 6), index).join(' ')} NAME`;
    const rest = list.slice(at + name.length);
    const organisation = organisationIn(rest);
    const behind = rest
      .slice(organisation.words)
      .join(' ')
      .replace(/^[,)] /, '');
    const lead = patterns.find(({ words }) => words.test(before) && endsBeforeName(before, words));
    const follow = after.find(({ words }) => words.test(behind) || words.test(rest.join(' ')));
    const rule = lead ?? follow;
    if (
      rule === undefined ||
      (lead === undefined && follow !== undefined && !isPerson(name, known, list, index))
    )
      continue;
    // "ask Priya", and then "she leads on this now".
    return {
      name,
      organisation: organisation.name,
      permanent:
        (lead?.permanent ?? false) ||
        (follow?.permanent ?? false) ||
        /\b(?:s?he|they) (?:now )?(?:leads?|owns?|has taken|have taken|is leading|took)/.test(behind),
    };
  }
  return null;
}

function endsBeforeName(before: string, words: RegExp): boolean {
  const match = words.exec(before);
  return match !== null && match.index + match[0].length >= before.length - 4;
}

/** One to three words that are no words of a report: "priya", "priya shah", "mary-jane o'brien". */
function nameAt(list: readonly string[], at: number, known: ReadonlySet<string>): readonly string[] {
  const name: string[] = [];
  for (let index = at; index < list.length && name.length < 3; index += 1) {
    const word = list[index] ?? '';
    if (word === '-' && name.length > 0 && isNameWord(list[index + 1] ?? '', known)) {
      name[name.length - 1] = `${name[name.length - 1] ?? ''}-${list[index + 1] ?? ''}`;
      index += 1;
      continue;
    }
    if (!isNameWord(word, known) && !(name.length > 0 && surnames.has(word) && !isFunctionWord(word))) break;
    name.push(word);
  }
  return name;
}

function isNameWord(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  return (
    /^\p{L}[\p{L}'\d]{1,30}$/u.test(word) &&
    !noName.test(word) &&
    !isFunctionWord(word) &&
    !isItemWord(word) &&
    !isEverydayWord(word)
  );
}

/** Without a leading "ask" only a known person, or a name that opens the sentence or clause, is taken for one. */
function isPerson(
  name: readonly string[],
  known: ReadonlySet<string>,
  list: readonly string[],
  index: number,
): boolean {
  const last = list[index - 1];
  if (last === '*') return false;
  if (known.has(name[0] ?? '')) return true;
  return (
    last === undefined ||
    /^(?:[,:.(-]|–|—|and|but|so|as|because|leave|away|colleague|manager|deputy|cllr|dr|mr|mrs|ms|dc|pc|sgt|meantime|\))$/.test(
      last,
    ) ||
    index <= 1 ||
    /\d|day$|th$/.test(last)
  );
}

/** "in Public Health", "from the Trust", "at BVSC", "(WMP)": up to the next verb. */
function organisationIn(rest: readonly string[]): { readonly name: string | null; readonly words: number } {
  const opens = rest[0];
  const start =
    opens === '('
      ? 1
      : /^(?:in|from|at|of)$/.test(opens ?? '')
        ? 1
        : opens === ',' && /^(?:in|from|at)$/.test(rest[1] ?? '')
          ? 2
          : 0;
  if (start === 0) return { name: null, words: 0 };
  // "in my team" names no organisation.
  if (/^(?:my|our)$/.test(rest[start] ?? '') && rest[start + 1] === 'team')
    return { name: null, words: start + 2 };
  const skip = /^(?:the|our|my)$/.test(rest[start] ?? '') ? 1 : 0;
  const words: string[] = [];
  for (let index = start + skip; index < rest.length && words.length < 5; index += 1) {
    const word = rest[index] ?? '';
    if (
      /^(?:leads?|leading|does|do|is|are|will|has|now|who|to|on|can|for|covers?|covering|owns?|took|takes|about|please|instead|as|while|whilst|until|she|he|they|and(?= will)|\)|,|\.|!|;|\n|-|–)$/.test(
        word,
      )
    )
      break;
    words.push(word);
  }
  if (
    words.length === 0 ||
    /^(?:my|team|meantime|future|interim|now|monday|charge|touch|next|november|december|january|\d.*)$/.test(
      words[0] ?? '',
    )
  )
    return { name: null, words: 0 };
  return {
    name: words.join(' '),
    words: start + skip + words.length + (opens === '(' && rest[start + skip + words.length] === ')' ? 1 : 0),
  };
}

function named(
  found: Found,
  people: readonly KnownPerson[],
  permanent: boolean,
): Pick<DelegateSaid, 'delegate' | 'several'> {
  const spoken = found.name.join(' ');
  const matches = people.filter(({ name }) => {
    const full = name.toLowerCase();
    return full === spoken || (found.name.length === 1 && full.split(/\s+/).includes(spoken));
  });
  const only = matches[0];
  if (matches.length > 1) return { delegate: null, several: matches };
  if (only !== undefined)
    return { delegate: { name: only.name, organisation: only.organisation, permanent }, several: [] };
  return {
    delegate: {
      name: capitals(spoken),
      organisation: found.organisation === null ? null : organisationName(found.organisation),
      permanent,
    },
    several: [],
  };
}

/** Names as people write them, whatever the capitals of the message: `Mary-Jane O'Brien`. An account id stays as it is. */
function capitals(name: string): string {
  if (/^u[\da-z]{6,}$/.test(name) && /\d/.test(name)) return name.toUpperCase();
  return name.replace(
    /(^|[\s'-])(\p{L})/gu,
    (_whole, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
}

function organisationName(words: string): string {
  return words
    .split(' ')
    .map((word) =>
      /^(?:nhs|icb|bcc|wmp|bvsc|bct|send|camhs|dwp|uhb|bwc|vcs|mash|lscp|bsol|yjs|yot|eps|hr|ics|gp)$/.test(
        word,
      )
        ? word.toUpperCase()
        : /^(?:of|and|the|for|&)$/.test(word)
          ? word
          : capitals(word),
    )
    .join(' ');
}
