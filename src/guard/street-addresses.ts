import type { Sighting } from './personal-data-finding.ts';

const streetTypes =
  'Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Av|Close|Drive|Dr|Crescent|Cres|Grove|Gr|Terrace|Place|Court|Ct|Gardens|Gdns|Mews|Walk|Row|Croft|Way|Square|Sq|Rise|Parade|Boulevard|Hill|Green|View|Vale|Common|Path';
const homeTypes = 'House|Court|Tower|Point|Heights|Lodge|Mansions|Block|Buildings|Villas|Apartments';

const numbered = new RegExp(
  `(?<!\\d[.,/-]|[\\p{L}\\d£$€#])(?<flat>(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Hh]ouse)\\s{1,2}\\d{1,4}[a-z]?,?\\s{1,2})?` +
    `(?<number>\\d{1,4}[a-z]?)(?:\\s?-\\s?\\d{1,4})?,?[ \\t]{1,2}(?<name>(?:[A-Z][\\p{L}'.]{0,24}[ \\t]{1,2}){1,4})(?<type>${streetTypes})(?![\\p{L}])`,
  'gu',
);
const flatInHouse = new RegExp(
  `\\b(?:[Ff]lat|[Aa]partment|[Aa]pt)\\.?\\s{1,2}\\d{1,4}[a-zA-Z]?,?\\s{1,2}(?:[A-Z][\\p{L}'.]{0,24}\\s{1,2}){1,3}(?:${homeTypes})(?!\\p{L})`,
  'gu',
);
const inSmallLetters =
  /(?<!\p{L})(?:at|address|lives?|living|lived|flat|moved (?:to|from)|resid(?:es?|ing) at)[ \t:,]{1,3}(?:\p{L}+ )?(?<number>\d{1,4}[a-z]?),?[ \t](?<name>(?:\p{L}{2,20}[ \t]){1,2})(?:road|rd|street|lane|avenue|ave|crescent|grove|terrace|(?:close|drive)(?=\s{0,2}(?:[,.;)]|$|and\b|with\b)))(?!\p{L})/giu;
const homeOnStreet = new RegExp(
  `\\b(?:lives|living|lived|resides|residing|home is|house is|(?:family|his|her|their) (?:home|house|flat))\\s{1,2}(?:alone\\s|now\\s)?(?:at|on|in|off)\\s{1,2}(?<name>(?:[A-Z][\\p{L}'.]{0,24}\\s{1,2}){1,3})(?:${streetTypes})(?!\\p{L})`,
  'gu',
);

/** "Their house is 5 The Leys, Northfield": a street without a word for one, where a home is spoken of. */
const theSomething =
  /\b(?:lives?|living|lived|home|house|address|moved|staying|resid(?:es?|ing))\b[^.!?\n\d]{0,20}\s(?<number>\d{1,4}[a-z]?),?[ \t](?<name>(?:The[ \t][A-Z]\p{L}{2,20}|[A-Z]\p{L}{2,20}))(?=\s{0,2}(?:,|\.(?:\s|$)|$))/gu;

/** Words between a number and a "Street" or "Court" that make it something other than an address. */
const notANameOfAStreet =
  /\b(?:crown|high court|family|county|youth|magistrates|supreme|school|play|safe|safer|healthy|open|right|sponsored|schools|children|young)\b/iu;
/** In small letters "12 new street lights" reads like an address. */
const notAStreetInSmallLetters =
  /\b(?:new|main|city|the|of|and|on|per|nurseries|hubs|local|busy|side|every|extra)\b/u;
/** Words before the number: "Phase 2 Coventry Road", "the number 50 Alcester Road bus". */
const notAHouseNumber =
  /\b(?:phase|route|bus|buses|tier|stage|year|level|zone|ward|option|version|top|lot|services?|q|of the|all|works at|offices? at|building at|site at)\s{1,2}$/iu;
/** "12 High Street shops": counted along a street, not a home in it. */
const countedAlong =
  /^\s(?:bus|crossing|works|scheme|corridor|site)\b|^\s(?!is\b|was\b|has\b|as\b|does\b|needs\b|lives\b)\p{Ll}{3,20}s\b/u;

/** Street addresses: a number and a street, a flat in a named house, and a home said to be in a street. */
export function streetAddressesIn(text: string): readonly Sighting[] {
  return [numbered, flatInHouse, inSmallLetters, homeOnStreet, theSomething]
    .flatMap((shape) => [...text.matchAll(shape)])
    .filter((match) => isAddress(text, match))
    .map((match) => ({
      type: 'address',
      start: startOf(match),
      end: match.index + match[0].length,
      certain: false,
    }));
}

/** Without the "lives at" that told what follows. */
function startOf(match: RegExpExecArray): number {
  const { flat, number, name } = match.groups ?? {};
  if (flat !== undefined) return match.index;
  return match.index + Math.max(0, match[0].indexOf(number ?? name ?? ''));
}

function isAddress(text: string, match: RegExpExecArray): boolean {
  const { number = '', name = '', type = '' } = match.groups ?? {};
  if (/^(?:19|20)\d\d$/u.test(number) || notANameOfAStreet.test(name + type)) return false;
  if (number === '') return true;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
  if (notAStreetInSmallLetters.test(name) || notAHouseNumber.test(before) || countedAlong.test(after))
    return false;
  // "4 Hall Green schools" counts schools; a house stands in "4 Hall Green, B28".
  return !/^(?:Green|Hill|Common|Vale|View|Place)$/u.test(type) || /^\s?(?:[,.;)]|$)/u.test(after);
}
