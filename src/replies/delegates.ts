import { capitals, nameAt, organisationIn } from './names-in-words.ts';
import { wordsOf, type Passage, type Span } from './passage.ts';
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
      /\b(?:ask|try|contact|speak (?:to|with)|talk to|email|message|ping|check with|redirect (?:this |it )?to|send (?:this |it |these |that |the prompt )?to|forward (?:this |it )?to|go to|best (?:person )?(?:to ask |to speak to )?is|should go to|you (?:want|need)|you will want|best to ask|(?:one|this is) for|passing (?:this |it )?(?:on )?to|better (?:asking|with|ask)|refer to|direct (?:this )?to|pass (?:this |it )?(?:on )?to|over to|chase|cover(?:ed)? (?:by|is|from|:)|covering (?:is|for me is)|deputy(?: is| ,| :)|(?:delegate|delegating|delegated) (?:this |it )?to|i (?:have|'ve) asked|will be answered by|@) (?=NAME)/,
    permanent: false,
  },
];

/** After a name. */
const after: readonly { readonly words: RegExp; readonly permanent: boolean }[] = [
  {
    words:
      /^(?:now )?(?:does (?:this|these|it|them|all)|leads|lead|leading|owns|runs|manages|looks after|has (?:this|it|these|them) now|has (?:now )?(?:taken|picked|got|taken on)(?: this| it| over| up| on)*|took (?:this |it )?over|is (?:now )?(?:the )?(?:new )?(?:lead|leading|owner|owning|responsible|taking (?:this |it )?over|picking (?:this|it) up (?:now|from now))|takes (?:this |it )?over|will (?:now )?(?:lead|own|be (?:leading|taking over))|will be taking|has taken|is taking over|taken (?:this|it|over))\b/,
    permanent: true,
  },
  {
    words:
      /^(?:is |will be |'s |to |will |can |has been |are )?(?:cover|covering|covers|covered|answer|answering|update|updating|respond|responding|do(?: this| it)?|doing(?: this| it)?|pick (?:this |it )?up|picking (?:this |it )?up|reply|replying|deputising|standing in|stand in|step in|acting|fill in|fill this in|provide|provides|send (?:the |an |this |you )|look after|looking after|complete this|has (?:the|all the) (?:figures?|details?|info|update|answers?)|knows|is (?:my )?deputy|(?:is )?(?:the )?best (?:person|placed)|for (?:updates?|this|now)|(?:can|could|would) you (?:please )?(?:do|answer|pick|update|cover|help|take|complete))\b/,
    permanent: false,
  },
];

const notMine =
  /\b(?:not me|no longer me|not mine|no longer mine|not my (?:area|action|responsibility|remit|one)|no longer my|wrong person|i (?:have |am )?(?:left|leaving|moved (?:on|role|roles|jobs|teams)|changed (?:role|roles|jobs))|i do not (?:do|lead|own|work|look|manage|run|deal)(?: on| after| with)? (?:this|it)|i am not the (?:owner|lead|right person)|i no longer)\b/;
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
    const found = name.length === 0 ? null : asDelegate(list, index, { name, end: at + name.length }, known);
    if (found !== null) return found;
  }
  return null;
}

interface NamePlace {
  readonly name: readonly string[];
  readonly end: number;
}

/** The name is one of a delegate where the words before or behind it say so; "ask Priya, she leads on this now" is for good. */
function asDelegate(
  list: readonly string[],
  index: number,
  { name, end }: NamePlace,
  known: ReadonlySet<string>,
): Found | null {
  const before = `${list.slice(Math.max(0, index - 6), index).join(' ')} NAME`;
  const rest = list.slice(end);
  const organisation = organisationIn(rest);
  const whole = rest.join(' ');
  const behind = rest
    .slice(organisation.words)
    .join(' ')
    .replace(/^[,)] /, '');
  const lead = patterns.find(({ words }) => endsBeforeName(before, words));
  const follow = after.find(({ words }) => words.test(behind) || words.test(whole));
  if (lead === undefined && (follow === undefined || !isPerson(name, known, list, index))) return null;
  const said = [lead, follow].some((rule) => rule?.permanent === true);
  const then = /\b(?:s?he|they) (?:now )?(?:leads?|owns?|has taken|have taken|is leading|took)/.test(behind);
  return { name, organisation: organisation.name, permanent: said || then };
}

function endsBeforeName(before: string, words: RegExp): boolean {
  const match = words.exec(before);
  return match !== null && match.index + match[0].length >= before.length - 4;
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
      organisation: found.organisation,
      permanent,
    },
    several: [],
  };
}
