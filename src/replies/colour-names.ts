import { firstNames, surnames, titles } from './name-lists.ts';
import { clauseOf, wordAt, wordsOf, type Passage } from './passage.ts';
import { isEverydayWord } from './plain-words.ts';
import type { KnownPerson } from './reply-context.ts';

/** What a colour word is where it stands: a rating, part of a name or a set phrase, or one cannot tell. */
export type ColourUse = 'rating' | 'name' | 'unsure';

/** Colour + word that is a thing of its own. Examples: "got the green light", "red tape", "green book", "Amber Valley". */
const setPhrases: Readonly<Record<string, RegExp>> = {
  green:
    /^(?:light|lights|lit|lane|lanes|paper|papers|space|spaces|park|parks|shoots|flag|flags|book|belt|card|cards|gym|party|energy|travel|agenda|corridor|social|prescribing|street|road|house|houses|field|fields|hill|wood|bank|bridge|end|way|bag|bin|bins|pages|tea|fingers|lion|man|cross|transport|economy|jobs|skills|infrastructure|initiative|issues|site|sites|investment|homes|living|day|week|doors|network|grid|line|fund|deal|new deal|curriculum|schools award|champions)$/,
  red: /^(?:tape|flag|flags|lion|cow|book|books|card|cards|line|lines|light|lights|cross|kite|hot|nose|house|bag|bags|route|routes|wall|alert|box|boxes|list|lists|pen|herring|carpet|letter|brick|bull|zone|zones|hill|dot|admiral|button|mist|rose|day)$/,
  amber:
    /^(?:alert|alerts|valley|warning|warnings|list|lists|light|lights|necklace|nectar|road|street|court|house|ale|weather|gambler|rudd)$/,
};

/** What stands before a colour that is a person or a place. Examples: "ask Amber", "Cllr Green", "met with Amber". */
const beforeName =
  /(?:^| )(?:ask|asked|tell|told|thanks|thank|hi|hiya|hello|dear|cc|cc'd|spoke (?:to|with)|speak (?:to|with)|speaking (?:to|with)|spoken (?:to|with)|talk(?:ed|ing)? (?:to|with)|met(?: with)?|meet(?:ing)? with|emailed|email|contact|contacted|chase|chased|colleague|phoned|rang|messaged|copied in|copying in|over to|handed to|hand over to|handover to|passed to|pass to|sent to|send to|led by|covered by|owned by|chaired by|written by|via|and her|alongside|work(?:ing|ed)? with|liais(?:e|ing|ed) with|supported by|works? for|on behalf of|meeting at|based (?:at|in)) $/;
/** "go with amber" and "stick with green" choose a rating. */
const choosing = /(?:go|going|stick|sticking|stay|staying|went|happy|comfortable|start|end) with $/;

/** What stands after it. Examples: "Amber says", "Amber's team", "Amber is covering", "Amber from BCT". */
const afterName =
  /^ (?:'s\b|says\b|said\b|thinks\b|thought\b|told\b|asked\b|leads\b|led\b|leading\b|covers\b|covering\b|sent\b|joined\b|attended\b|chaired\b|chairs\b|emailed\b|confirmed\b|reports\b|reported\b|wants\b|knows\b|works\b|started with\b|left us\b|and i\b|and me\b|who\b|to (?:chase|lead|follow|send|pick|attend|cover|confirm|draft|write|take|update|provide|share|book|arrange|speak|ask|finish|complete|review)\b|is (?:covering|leading|doing|looking|chasing|writing|working|taking|back|away|off|on leave|out|new|our|the|my|going to (?:lead|cover|chase|send|do))\b|has (?:sent|agreed to|left|joined|taken|asked|been (?:off|away|leading|covering|working|chasing))\b|will (?:cover|send|lead|chase|update|pick|follow|confirm|do|attend|write|share|take)\b|(?:from|at) (?:(?:the |our )?(?:trust|council|team|board|school|office|hospital|service|police|charity)|bct|nhs|wmp|bvsc|bcc|icb|public health|west midlands|birmingham)\b|in (?:public health|social care|education|finance|hr|comms|commissioning)\b)/;

/** "Hall Green": what makes a place of a colour. Before: "in Hall Green"; after: "Acocks Green library". */
const placeAfter =
  /^ (?:school|schools|primary|secondary|academy|library|hub|children|children's|health|medical|surgery|practice|ward|road|lane|street|park|village|estate|station|district|locality|constituency|community|nursery|infant|infants|junior|juniors|college|team|residents|neighbourhood|area|families|youth|family|parish|church|mosque|common|gp|site|centre|cluster|pilot)\b/;
const places =
  /(?:^| )(?:hall|acocks|bournville|kings norton|king's norton|wood|bethnal|golders|garretts|balsall|sheldon|stechford|lea|wythall|moseley|bordesley|small heath|yardley|saltley|nechells|erdington|shard end|stirchley|cotteridge|billesley|quinton|perry|highters|parsons|palmers|turnham|camberwell|newington|stroud|dale|bell|wall heath|cradley|gospel|kitts|whitehouse|brownhills|olton|marston|tyseley|brandwood|druids|hodge|forest|cherry|kents|willow|village|bowling|golf|school|churchyard|playing|bethnall|may|scotland|spring|cold|pound|goose|fair|ward) $/;

export function colourUse(passage: Passage, index: number, people: readonly KnownPerson[]): ColourUse {
  const colour = wordAt(passage, index);
  const clause = clauseOf(passage, index);
  const before = `${wordsOf(passage, Math.max(clause.from, index - 4), index)} `;
  const after = ` ${wordsOf(passage, index + 1, Math.min(clause.to, index + 5))}`;
  const next = wordAt(passage, index + 1);
  const last = wordAt(passage, index - 1);
  if (setPhrases[colour]?.test(next) === true && passage.tokens[index + 1]?.kind === 'word') return 'name';
  if (isHyphened(passage, index)) return 'name';
  if (titles.has(last) || isKnownPerson(colour, last, next, people)) return 'name';
  if (colour !== 'red' && places.test(before)) return 'name';
  if (colour === 'amber' && beforeName.test(before) && !choosing.test(before)) return 'name';
  if (colour === 'amber' && afterName.test(after)) return 'name';
  if (colour === 'amber' && surnames.has(next)) return 'name';
  if (colour === 'green' && isFirstName(last, after)) return 'name';
  return unsureUse(passage, index, before, after);
}

/** "Sarah Green"; "mark green" is a name only where somebody then does something: "Mark Green is covering". */
function isFirstName(word: string, after: string): boolean {
  if (/^(?:mark|will|joy|grace|rich|pat|grant|rose|dawn|jo)$/.test(word)) return afterName.test(after);
  return firstNames.has(word) && !isEverydayWord(word);
}

/** "red-hot", "green-fingered", "evergreen" written apart; "amber-green" is left to the rule for pairs. */
function isHyphened(passage: Passage, index: number): boolean {
  const mark = passage.tokens[index + 1];
  const next = passage.tokens[index + 2];
  if (mark?.word !== '-' || mark.spaced || next?.kind !== 'word' || next.spaced) return false;
  return !/^(?:red|amber|green|rated|rag|status|ish|still|on|but|staff\w*|see|no|not|due|all|and|as|a|r|g|it|we|i|this|\w+ing|\w+ed)$/.test(
    next.word,
  );
}

function isKnownPerson(colour: string, last: string, next: string, people: readonly KnownPerson[]): boolean {
  return people.some(({ name }) => {
    const parts = name.toLowerCase().split(/[\s-]+/);
    const place = parts.indexOf(colour);
    if (place < 0) return false;
    if (parts.length === 1) return false;
    return place === 0 ? parts[1] === next : parts[place - 1] === last;
  });
}

function unsureUse(passage: Passage, index: number, before: string, after: string): ColourUse {
  const colour = wordAt(passage, index);
  const next = passage.tokens[index + 1];
  const clause = clauseOf(passage, index);
  if (
    colour !== 'red' &&
    placeAfter.test(after) &&
    / (?:in|at|near|from|around|of|the|to) (?:[\p{L}']+ ){1,2}$/u.test(` ${before}`)
  ) {
    return 'name';
  }
  if (
    colour === 'green' &&
    / (?:in|at|near|from|around|across) [\p{L}']+ $/u.test(` ${before}`) &&
    !isEverydayWord(wordAt(passage, index - 1))
  )
    return 'unsure';
  if (colour === 'red' && / in the $/.test(` ${before}`)) return 'unsure';
  if (colour === 'amber' && /^ (?:is|has|will|was) [\p{L}']+ing\b/u.test(after)) return 'unsure';
  if (
    colour === 'amber' &&
    /^ from (?:the|our|my|your) (?!start|beginning|end|outset|first|last)/.test(after)
  )
    return 'unsure';
  if (colour === 'amber' && /^ (?:has|will)\b/.test(after) && index === clause.from) return 'unsure';
  if (next === undefined || next.kind !== 'word' || index + 1 >= clause.to) return 'rating';
  if (/\d/.test(passage.tokens[index + 2]?.text ?? '') && passage.tokens[index + 2]?.spaced === false)
    return 'rating';
  return isEverydayWord(next.word) || surelyNotAName(next.word, colour) ? 'rating' : 'unsure';
}

/** Only "Amber" is a first name; after "red" and "green" an unknown word is no surname. */
function surelyNotAName(word: string, colour: string): boolean {
  return colour !== 'amber' || word.length < 2;
}
