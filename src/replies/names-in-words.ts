import { surnames } from './name-lists.ts';
import { isEverydayWord, isFunctionWord, isItemWord } from './plain-words.ts';

/** A name that is no person. */
const noName =
  /^(?:the|a|an|this|that|it|them|him|her|us|me|you|everyone|anyone|somebody|someone|people|board|chair|schools?|partners?|police|council|nhs|trust|icb|team|teams|help|for|to|if|about|whether|why|how|what|when|where|who|which|and|or|but|again|support|staff|parents|families|children|young|red|green|more|another|all|both|one|two|three|my|our|your|their|his|hers|its|dfe|ofsted|cabinet|finance|hr|procurement|legal|in|on|at|we|i|they|he|she|there|here|so|not|now|still|next|last|everything|nothing|something|anything|link|track|plan|it's|please|thanks|monday|tuesday|wednesday|thursday|friday|bcp|bot|secretariat|work|new|is|are|was|automatic|auto|automated|reply|urgent|matters|apologies|recruitment|head|director|manager|lead|officer)$/;

/** One to three words that are no words of a report: "priya", "priya shah", "mary-jane o'brien". */
export function nameAt(list: readonly string[], at: number, known: ReadonlySet<string>): readonly string[] {
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

/** An organisation in words, and how many of the words name it. */
export interface OrganisationSaid {
  readonly name: string | null;
  readonly words: number;
}

const endsOrganisation =
  /^(?:leads?|leading|does|do|is|are|will|has|now|who|to|on|can|for|covers?|covering|owns?|took|takes|about|please|instead|as|while|whilst|until|she|he|they|\)|,|\.|!|;|\n|-|–)$/;
const noOrganisation =
  /^(?:my|team|meantime|future|interim|now|monday|charge|touch|next|november|december|january|\d.*)$/;
const longestOrganisation = 5;

/** "in Public Health", "from the Trust", "at BVSC", "(WMP)": up to the next verb. */
export function organisationIn(rest: readonly string[]): OrganisationSaid {
  const opens = openingWords(rest);
  if (opens === 0) return { name: null, words: 0 };
  // "in my team" names no organisation.
  if (/^(?:my|our)$/.test(rest[opens] ?? '') && rest[opens + 1] === 'team')
    return { name: null, words: opens + 2 };
  const start = /^(?:the|our|my)$/.test(rest[opens] ?? '') ? opens + 1 : opens;
  const behind = rest.slice(start, start + longestOrganisation);
  const end = behind.findIndex((word) => endsOrganisation.test(word));
  const words = end < 0 ? behind : behind.slice(0, end);
  const first = words[0];
  if (first === undefined || noOrganisation.test(first)) return { name: null, words: 0 };
  const closing = rest[0] === '(' && rest[start + words.length] === ')' ? 1 : 0;
  return { name: organisationName(words), words: start + words.length + closing };
}

function openingWords([first = '', second = '']: readonly string[]): number {
  if (first === '(' || /^(?:in|from|at|of)$/.test(first)) return 1;
  return first === ',' && /^(?:in|from|at)$/.test(second) ? 2 : 0;
}

/** Names as people write them, whatever the capitals of the message: `Mary-Jane O'Brien`. An account id stays as it is. */
export function capitals(name: string): string {
  if (/^u[\da-z]{6,}$/.test(name) && /\d/.test(name)) return name.toUpperCase();
  return name.replace(
    /(^|[\s'-])(\p{L})/gu,
    (_whole, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
}

const abbreviations =
  /^(?:nhs|icb|bcc|wmp|bvsc|bct|send|camhs|dwp|uhb|bwc|vcs|mash|lscp|bsol|yjs|yot|eps|hr|ics|gp)$/;

function organisationName(words: readonly string[]): string {
  const written = (word: string) => {
    if (abbreviations.test(word)) return word.toUpperCase();
    return /^(?:of|and|the|for|&)$/.test(word) ? word : capitals(word);
  };
  return words.map(written).join(' ');
}
