import { isOneSlipAway, mended } from './spelling.ts';

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
    '20wk': 'intime',
    '20wks': 'intime',
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

/** Phrases that are one idea: a word that must be there (a quick test), the phrase, the idea. */
const phrases: readonly (readonly [string, RegExp, string])[] = [
  ['b', /\bb ?(?:&|and) ?b(?:'?s)?\b/g, ' bandb '],
  ['bed', /\bbed (?:&|and) breakfasts?\b/g, ' bandb '],
  ['education', /\beducation,? health (?:and|&) care plans?\b/g, ' ehcp '],
  ['ehc', /\behc ?plans?\b/g, ' ehcp '],
  ['special', /\bspecial educational needs(?: and disabilit(?:y|ies))?\b/g, ' sen '],
  ['looked', /\b(?:children )?looked after(?: children)?\b/g, ' cla '],
  ['care', /\b(?:children|kids|young people) in care\b/g, ' cla '],
  ['need', /\bchild(?:ren)? in need\b/g, ' cin '],
  ['protection', /\bchild protection\b/g, ' cp '],
  ['cp', /\bcp plans?\b/g, ' cp '],
  ['known', /\bnot known\b/g, ' notknown '],
  ['20', /\b(?:within |in |under )?20[ -]{0,3}w(?:ee)?ks?\b/g, ' intime '],
  ['twenty', /\b(?:within |in |under )?twenty[ -]{0,3}w(?:ee)?ks?\b/g, ' intime '],
  ['20wk', /\b20wks?\b/g, ' intime '],
  ['time', /\b(?:on|in) time\b/g, ' intime '],
  ['12', /\b(?:more than |over |> ?)?12[ -]{0,3}w(?:ee)?ks?\b/g, ' weeks12 '],
  ['twelve', /\b(?:more than |over )?twelve[ -]{0,3}w(?:ee)?ks?\b/g, ' weeks12 '],
  ['6', /\b(?:more than |over |> ?)?6[ -]{0,3}w(?:ee)?ks?\b|\byear 6\b/g, ' weeks6 '],
  ['six', /\b(?:more than |over )?six[ -]{0,3}w(?:ee)?ks?\b/g, ' weeks6 '],
  ['year', /\byear six\b/g, ' year6 '],
  ['good', /\bgood level of development\b/g, ' gld '],
  ['free', /\bfree school meals?\b/g, ' fsm '],
  ['attainment', /\battainment 8\b/g, ' attainment8 '],
  ['a8', /\ba8\b/g, ' attainment8 '],
  ['att', /\batt ?8\b/g, ' attainment8 '],
  ['progress', /\bprogress 8\b/g, ' progress8 '],
  ['p8', /\bp8\b/g, ' progress8 '],
  ['prog', /\bprog ?8\b/g, ' progress8 '],
  ['level', /\blevel ?([23])\b/g, ' level$1 '],
  ['l2', /\bl2\b/g, ' level2 '],
  ['l3', /\bl3\b/g, ' level3 '],
  ['key', /\bkey stage (\d)\b/g, ' ks$1 '],
  ['employment', /\beducation,? employment,? (?:or|and) training\b/g, ' eet '],
  ['first', /\bfirst[ -]{0,3}time entrants?\b/g, ' entrant '],
  ['domestic', /\bdomestic (?:abuse|violence)\b/g, ' domesticabuse '],
  ['substance', /\bsubstance (?:misuse|abuse)\b/g, ' substance '],
  ['self', /\bself[ -]{0,3}harm\w*\b/g, ' selfharm '],
  ['mental', /\bmental health\b/g, ' mentalhealth '],
  ['re', /\bre[ -]{0,3}referrals?\b/g, ' rereferral '],
  ['referrals', /\breferrals within 12 months of a previous referral\b/g, ' rereferral '],
  ['early', /\b(?:free|funded) early education\b/g, ' earlyeducation '],
  ['early', /\bearly help\b/g, ' earlyhelp '],
  ['sen', /\bsen support\b/g, ' sensupport '],
  ['second', /\bsecond or subsequent\b/g, ' second '],
  ['three', /\bthree or more\b/g, ' threeormore '],
  ['3', /\b3 ?\+|\b3 or more\b/g, ' threeormore '],
  ['2', /\b2[- ]{0,3}(?:year|yr)[- ]{0,3}olds?\b/g, ' twoyearold '],
  ['two', /\btwo[- ]{0,3}(?:year|yr)[- ]{0,3}olds?\b/g, ' twoyearold '],
  ['4', /\b3[- ]{0,3}(?:and|&|\/) ?4[- ]{0,3}(?:year|yr)[- ]{0,3}olds?\b/g, ' threefour '],
  ['care', /\bcare[- ]{0,3}leavers?\b/g, ' careleaver '],
  ['special', /\bspecial schools?\b/g, ' special '],
];

const byTrigger = new Map<string, (readonly [RegExp, string])[]>();
for (const [trigger, pattern, idea] of phrases)
  byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), [pattern, idea]]);

const someWords = /[\p{L}\d']+/gu;
/** Numbers that the tokeniser parts from their letters: "ks 2", "y 6". */
const parted = /\b(ks|y|yr|a|p|l) (\d)\b/g;

/** The telling words of a title, a measure or some words of a reply, in one form: `EHC plans` becomes `ehcp`. */
export function ideasOf(text: string): readonly string[] {
  let flat = text.toLowerCase().replace(/’/g, "'").replace(parted, '$1$2');
  let words = flat.match(someWords) ?? [];
  const rules = new Set(words.flatMap((word) => byTrigger.get(word) ?? []));
  if (rules.size > 0) {
    for (const [pattern, idea] of rules) flat = flat.replace(pattern, idea);
    words = flat.match(someWords) ?? [];
  }
  const ideas = new Set<string>();
  for (const word of words) {
    if (word.length < 2 || empty.has(word) || !/\p{L}/u.test(word)) continue;
    ideas.add(stem(sameMeaning.get(word) ?? mended(word)));
  }
  return [...ideas];
}

/** Labels are the plan's own and few; their ideas are worked out once. */
const known = new Map<string, readonly string[]>();
const mostLabels = 500;

export function ideasOfLabel(label: string): readonly string[] {
  const before = known.get(label);
  if (before !== undefined) return before;
  if (known.size >= mostLabels) known.clear();
  const ideas = ideasOf(label);
  known.set(label, ideas);
  return ideas;
}

export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (bare.length <= 4) return bare.replace(/(?<=[a-z]{3})s$/, '');
  return bare
    .replace(/ies$/, 'y')
    .replace(/(?<=sh|ch|ss|x)es$/, '')
    .replace(/(?<!s|u|i)s$/, '')
    .replace(/(?:ations?|ating|ated)$/, 'at')
    .replace(/(?<=[a-z]{4})(?:ing|ed|ion|ment)$|(?<=[a-z]{3})ful$/, '')
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
