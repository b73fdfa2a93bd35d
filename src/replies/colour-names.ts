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
  /^ (?:'s\b|says\b|said\b|thinks\b|thought\b|told\b|asked\b|leads\b|led\b|leading\b|covers\b|covering\b|sent\b|joined\b|attended\b|chaired\b|chairs\b|emailed\b|confirmed\b|reports\b|reported\b|wants\b|knows\b|works\b|started with\b|left us\b|and i\b(?! ?-? ?\d)|and me\b|who\b|to (?:chase|lead|follow|send|pick|attend|cover|confirm|draft|write|take|update|provide|share|book|arrange|speak|ask|finish|complete|review)\b|is (?:covering|leading|doing|looking|chasing|writing|working|taking|back|away|off|on leave|out|new|our|the|my|going to (?:lead|cover|chase|send|do))\b|has (?:sent|agreed to|left|joined|taken|asked|been (?:off|away|leading|covering|working|chasing))\b|will (?:cover|send|lead|chase|update|pick|follow|confirm|do|attend|write|share|take)\b|(?:from|at) (?:(?:the |our )?(?:trust|council|team|board|school|office|hospital|service|police|charity)|bct|nhs|wmp|bvsc|bcc|icb|public health|west midlands|birmingham)\b|in (?:public health|social care|education|finance|hr|comms|commissioning)\b)/;

/** "Hall Green": what makes a place of a colour. Before: "in Hall Green"; after: "Acocks Green library". */
const placeAfter =
  /^ (?:school|schools|primary|secondary|academy|library|hub|children|children's|health|medical|surgery|practice|ward|road|lane|street|park|village|estate|station|district|locality|constituency|community|nursery|infant|infants|junior|juniors|college|team|residents|neighbourhood|area|families|youth|family|parish|church|mosque|common|gp|site|centre|cluster|pilot)\b/;
const places =
  /(?:^| )(?:hall|acocks|bournville|kings norton|king's norton|wood|bethnal|golders|garretts|balsall|sheldon|stechford|lea|wythall|moseley|bordesley|small heath|yardley|saltley|nechells|erdington|shard end|stirchley|cotteridge|billesley|quinton|perry|highters|parsons|palmers|turnham|camberwell|newington|stroud|dale|bell|wall heath|cradley|gospel|kitts|whitehouse|brownhills|olton|marston|tyseley|brandwood|druids|hodge|forest|cherry|kents|willow|village|bowling|golf|school|churchyard|playing|bethnall|may|scotland|spring|cold|pound|goose|fair|ward) $/;

export function colourUse(passage: Passage, index: number, people: readonly KnownPerson[]): ColourUse {
  const clause = clauseOf(passage, index);
  const around: AroundColour = {
    passage,
    index,
    colour: wordAt(passage, index),
    before: ` ${wordsOf(passage, Math.max(clause.from, index - 4), index)} `,
    after: ` ${wordsOf(passage, index + 1, Math.min(clause.to, index + 5))}`,
    last: wordAt(passage, index - 1),
    next: wordAt(passage, index + 1),
    opensClause: clause.from === index,
    endsClause: index + 1 >= clause.to,
  };
  if (isKnownPerson(around, people)) return 'name';
  return colourRules.find(({ when }) => when(around))?.use ?? 'rating';
}

interface AroundColour {
  readonly passage: Passage;
  readonly index: number;
  readonly colour: string;
  readonly before: string;
  readonly after: string;
  readonly last: string;
  readonly next: string;
  readonly opensClause: boolean;
  readonly endsClause: boolean;
}

interface ColourRule {
  readonly use: ColourUse;
  readonly when: (around: AroundColour) => boolean;
}

/** The first rule that fits decides; where none does the word is a rating. */
const colourRules: readonly ColourRule[] = [
  // green light, red tape, amber alert
  {
    use: 'name',
    when: ({ passage, index, colour, next }) =>
      passage.tokens[index + 1]?.kind === 'word' && setPhrases[colour]?.test(next) === true,
  },
  // red-hot
  { use: 'name', when: ({ passage, index }) => isHyphened(passage, index) },
  // Cllr Green
  { use: 'name', when: ({ last }) => titles.has(last) },
  // Hall Green
  { use: 'name', when: ({ colour, before }) => colour !== 'red' && places.test(before) },
  // ask Amber, met with Amber
  {
    use: 'name',
    when: ({ colour, before }) => colour === 'amber' && beforeName.test(before) && !choosing.test(before),
  },
  // Amber says, Amber's team, Amber from BCT
  { use: 'name', when: ({ colour, after }) => colour === 'amber' && afterName.test(after) },
  // Amber Jones
  { use: 'name', when: ({ colour, next }) => colour === 'amber' && surnames.has(next) },
  // Sarah Green
  { use: 'name', when: ({ colour, last, after }) => colour === 'green' && isFirstName(last, after) },
  // in Tanners Green library
  {
    use: 'name',
    when: ({ colour, before, after }) =>
      colour !== 'red' &&
      placeAfter.test(after) &&
      / (?:in|at|near|from|around|of|the|to) (?:[\p{L}']+ ){1,2}$/u.test(before),
  },
  // in Tanners Green
  {
    use: 'unsure',
    when: ({ colour, before, last }) =>
      colour === 'green' &&
      / (?:in|at|near|from|around|across) [\p{L}']+ $/u.test(before) &&
      !isEverydayWord(last),
  },
  // the budget is in the red
  { use: 'unsure', when: ({ colour, before }) => colour === 'red' && / in the $/.test(before) },
  // Amber is chasing; Amber from the youth council; Amber has agreed
  {
    use: 'unsure',
    when: ({ colour, after }) => colour === 'amber' && /^ (?:is|has|will|was) [\p{L}']+ing\b/u.test(after),
  },
  {
    use: 'unsure',
    when: ({ colour, after }) =>
      colour === 'amber' &&
      /^ from (?:the|our|my|your) (?!start|beginning|end|outset|first|last)/.test(after),
  },
  {
    use: 'unsure',
    when: ({ colour, after, opensClause }) =>
      colour === 'amber' && opensClause && /^ (?:has|will)\b/.test(after),
  },
  // Amber Kowalczyk; only "Amber" is a first name
  { use: 'unsure', when: (around) => around.colour === 'amber' && isFollowedByUnknown(around) },
];

/** A word that is none of ordinary reports, and no code. */
function isFollowedByUnknown({ passage, index, next, endsClause }: AroundColour): boolean {
  if (endsClause || passage.tokens[index + 1]?.kind !== 'word' || next.length < 2 || isEverydayWord(next))
    return false;
  const behind = passage.tokens[index + 2];
  return !(behind?.kind === 'number' && !behind.spaced);
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

function isKnownPerson({ colour, last, next }: AroundColour, people: readonly KnownPerson[]): boolean {
  return people.some(({ name }) => {
    const parts = name.toLowerCase().split(/[\s-]+/);
    const place = parts.indexOf(colour);
    if (place < 0 || parts.length === 1) return false;
    return place === 0 ? parts[1] === next : parts[place - 1] === last;
  });
}
