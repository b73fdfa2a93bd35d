import { isOneSlipAway } from './spelling.ts';
import { tokenise } from './tokens.ts';

/** Words that tell no title or measure from another. */
const empty = new Set(
  'a an and or the of in on for to with at by from as is are who that it its into our their all new per more less than not be been each where within incl including excl excluding under over aged age year years old olds percent number rate total children child young people person pupils pupil families family us out week weeks month months day days average whose what which local'.split(
    ' ',
  ),
);

/** Words and short forms of the field that mean the same; the left is read as the right. */
const sameMeaning: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ehc: 'ehcp',
    ehcps: 'ehcp',
    lac: 'cla',
    cic: 'cla',
    uasc: 'uasc',
    send: 'sen',
    imms: 'immunisation',
    imm: 'immunisation',
    immunisations: 'immunisation',
    vax: 'vaccination',
    vacs: 'vaccination',
    vaccs: 'vaccination',
    jabs: 'vaccination',
    bnb: 'bandb',
    unknown: 'notknown',
    unknowns: 'notknown',
    nk: 'notknown',
    timeliness: 'intime',
    ontime: 'intime',
    excluded: 'exclusion',
    exclusions: 'exclusion',
    fte: 'entrant',
    ftes: 'entrant',
    fosterers: 'foster',
    placements: 'placement',
    rec: 'reception',
    waiting: 'await',
    awaiting: 'await',
    waits: 'await',
    wait: 'await',
    yr6: 'year6',
    y6: 'year6',
    eet: 'eet',
    rereferral: 'rereferral',
    rereferrals: 'rereferral',
    repeat: 'second',
    repeats: 'second',
    claimants: 'claimant',
    teen: 'conception',
    pregnancies: 'conception',
    pregnancy: 'conception',
    conceptions: 'conception',
    inclusive: 'inclusive',
    secondaries: 'secondary',
    primaries: 'primary',
    workforce: 'workforce',
    volunteering: 'volunteer',
    youths: 'youth',
    da: 'domesticabuse',
    dv: 'domesticabuse',
  }),
);

/** Phrases that are one idea; `_` joins them before they are cut into words. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bb ?(?:&|and) ?b(?:'?s)?\b|\bbed (?:&|and) breakfasts?\b/g, ' bandb '],
  [/\beducation,? health (?:and|&) care plans?\b|\behc ?plans?\b/g, ' ehcp '],
  [/\bspecial educational needs(?: and disabilit(?:y|ies))?\b/g, ' sen '],
  [/\b(?:children )?looked after(?: children)?\b|\b(?:children|kids|young people) in care\b/g, ' cla '],
  [/\bchild(?:ren)? in need\b/g, ' cin '],
  [/\bchild protection\b|\bcp plans?\b/g, ' cp '],
  [/\bnot known\b/g, ' notknown '],
  [/\b(?:within |in |under )?(?:20|twenty)[ -]?w(?:ee)?ks?\b|\bon time\b|\bin time\b/g, ' intime '],
  [/\b(?:more than |over |> ?)?(?:12|twelve)[ -]?w(?:ee)?ks?\b/g, ' weeks12 '],
  [/\b(?:more than |over |> ?)?(?:6|six)[ -]?w(?:ee)?ks?\b/g, ' weeks6 '],
  [/\byear (?:6|six)\b/g, ' year6 '],
  [/\bgood level of development\b/g, ' gld '],
  [/\bfree school meals?\b/g, ' fsm '],
  [/\battainment 8\b|\batt ?8\b|\ba8\b/g, ' attainment8 '],
  [/\bprogress 8\b|\bprog ?8\b|\bp8\b/g, ' progress8 '],
  [/\bl(?:evel)? ?2\b/g, ' level2 '],
  [/\bl(?:evel)? ?3\b/g, ' level3 '],
  [/\bkey stage (\d)\b/g, ' ks$1 '],
  [/\beducation,? employment,? (?:or|and) training\b/g, ' eet '],
  [/\bfirst[ -]time entrants?\b/g, ' entrant '],
  [/\bdomestic (?:abuse|violence)\b/g, ' domesticabuse '],
  [/\bsubstance (?:misuse|abuse)\b/g, ' substance '],
  [/\bself[ -]?harm\w*\b/g, ' selfharm '],
  [/\bmental health\b/g, ' mentalhealth '],
  [/\bre-?referrals?\b|\breferrals within 12 months of a previous referral\b/g, ' rereferral '],
  [/\bfree early education\b|\bfunded early education\b/g, ' earlyeducation '],
  [/\bearly help\b/g, ' earlyhelp '],
  [/\bsen support\b/g, ' sensupport '],
  [/\bsecond or subsequent\b/g, ' second '],
  [/\bthree or more\b|\b3\+|\b3 or more\b/g, ' threeormore '],
  [/\b2[- ](?:year|yr)[- ]olds?\b|\btwo[- ](?:year|yr)[- ]olds?\b/g, ' twoyearold '],
  [/\b3[- ]? ?(?:and|&|\/) ?4[- ](?:year|yr)[- ]olds?\b/g, ' threefour '],
  [/\bcare[- ]?leavers?\b|\bcareleavers?\b/g, ' careleaver '],
  [/\bspecial schools?\b/g, ' special '],
];

/** The telling words of a title, a measure or some words of a reply, in one form: `EHC plans` → `ehcp`. */
export function ideasOf(text: string): readonly string[] {
  let flat = ` ${text.toLowerCase().replace(/[’]/g, "'").replace(/\b(ks|y|yr|a|p|l) (\d)\b/g, '$1$2')} `;
  for (const [pattern, idea] of phrases) flat = flat.replace(pattern, idea);
  const ideas = tokenise(flat)
    .filter((token) => token.kind === 'word' || token.kind === 'number')
    .flatMap((token) => (token.kind === 'number' ? [] : [rawWord(flat, token.start, token.end, token.word)]))
    .filter((word) => !empty.has(word) && word.length > 1)
    .map((word) => stem(sameMeaning.get(word) ?? word));
  return [...new Set(ideas)];
}

/** `attainment8` is cut by the tokeniser; here it stays whole. */
function rawWord(text: string, start: number, end: number, word: string): string {
  const digits = /^\d+/.exec(text.slice(end, end + 3));
  return digits === null ? word : `${text.slice(start, end)}${digits[0]}`;
}

export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (bare.length <= 4) return bare.replace(/(?<=[a-z]{3})s$/, '');
  return bare
    .replace(/ies$/, 'y')
    .replace(/(?<=sh|ch|ss|x)es$/, '')
    .replace(/(?<!s|u|i)s$/, '')
    .replace(/(?:ations?|ating|ated)$/, 'at')
    .replace(/(?<=[a-z]{4})(?:ing|ed|ion|ment)$/, '')
    .replace(/(?<=[a-z]{4})e$/, '');
}

/** Same idea, allowing one slip in longer words: `integratd`, `vaccinatons`. */
export function sameIdea(one: string, other: string): boolean {
  if (one === other) return true;
  return one.length >= 6 && other.length >= 6 && one[0] === other[0] && isOneSlipAway(one, other);
}

/** How many of the first list's ideas are in the second. */
export function shared(ideas: readonly string[], of: readonly string[]): readonly string[] {
  return ideas.filter((idea) => of.some((other) => sameIdea(idea, other)));
}
