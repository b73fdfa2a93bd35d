/**
 * Words that are one slip away from a colour and are words of their own: "agreed", "great", "ember". Everything else one
 * slip away from `amber` or `green` is that colour, misspelt.
 */
const ownWords = new Set(
  'greed greek greet greens preen treen queen breen gree agreen grew grebe ember umber camber lamber jamber ambers ambler tamber mbe aber number timber member limber sober barber umbers camper damper hamper pamper tamper ambient amer omber greeno greenie greenes greene screen greenly greener greeny unseen tween grain grin grown groan gran grieve grid gain'.split(
    ' ',
  ),
);

const colours = ['amber', 'green'] as const;

/** Words misspelt or shortened so often that the rules would miss them otherwise. Left: as written; right: as read. */
const known: ReadonlyMap<string, string> = new Map(
  Object.entries({
    redd: 'red',
    rred: 'red',
    reddd: 'red',
    r3d: 'red',
    grn: 'green',
    grean: 'green',
    gren: 'green',
    greeeen: 'green',
    amba: 'amber',
    ambr: 'amber',
    ambor: 'amber',
    stil: 'still',
    sitll: 'still',
    stll: 'still',
    wos: 'was',
    woz: 'was',
    wuz: 'was',
    wsa: 'was',
    nwo: 'now',
    becuase: 'because',
    becasue: 'because',
    becouse: 'because',
    coz: 'because',
    cos: 'because',
    cuz: 'because',
    bcos: 'because',
    tho: 'though',
    altho: 'although',
    til: 'until',
    till: 'until',
    untill: 'until',
    unitl: 'until',
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    tmw: 'tomorrow',
    tomo: 'tomorrow',
    tomoz: 'tomorrow',
    tomorow: 'tomorrow',
    tommorow: 'tomorrow',
    tommorrow: 'tomorrow',
    '2moro': 'tomorrow',
    compleat: 'complete',
    compleet: 'complete',
    complet: 'complete',
    completd: 'completed',
    compleated: 'completed',
    complated: 'completed',
    compelte: 'complete',
    compelted: 'completed',
    comlete: 'complete',
    finnished: 'finished',
    finishd: 'finished',
    finsihed: 'finished',
    strated: 'started',
    startd: 'started',
    pasued: 'paused',
    puased: 'paused',
    trak: 'track',
    trck: 'track',
    tarck: 'track',
    targit: 'target',
    tagret: 'target',
    targt: 'target',
    traget: 'target',
    pecent: 'percent',
    persent: 'percent',
    precent: 'percent',
    pct: 'percent',
    everthing: 'everything',
    evrything: 'everything',
    evreything: 'everything',
    everythin: 'everything',
    exept: 'except',
    excpet: 'except',
    probly: 'probably',
    prob: 'probably',
    probs: 'probably',
    defo: 'definitely',
    definately: 'definitely',
    provisonal: 'provisional',
    provisionel: 'provisional',
    provisinal: 'provisional',
    prov: 'provisional',
    publised: 'published',
    publishd: 'published',
    avaliable: 'available',
    availible: 'available',
    yr: 'year',
    yrs: 'years',
    wk: 'week',
    wks: 'weeks',
    mth: 'month',
    mths: 'months',
    mnth: 'month',
    moth: 'month',
    montth: 'month',
    lst: 'last',
    nxt: 'next',
    hopfully: 'hopefully',
    hopefuly: 'hopefully',
    soz: 'sorry',
    sry: 'sorry',
    sory: 'sorry',
    ment: 'meant',
    acutally: 'actually',
    actualy: 'actually',
    actully: 'actually',
    chnage: 'change',
    chane: 'change',
    chaneg: 'change',
    thier: 'their',
    recieved: 'received',
    abt: 'about',
    approx: 'approximately',
    circa: 'about',
    bord: 'board',
    baord: 'board',
    leeve: 'leave',
    holliday: 'holiday',
    covring: 'covering',
    febuary: 'february',
    feburary: 'february',
    janurary: 'january',
    janury: 'january',
    setember: 'september',
    septmber: 'september',
    ocotber: 'october',
    octber: 'october',
    ocober: 'october',
    novmber: 'november',
    noverber: 'november',
    decmber: 'december',
    agust: 'august',
    wensday: 'wednesday',
    wedensday: 'wednesday',
    wednsday: 'wednesday',
    thurday: 'thursday',
    thrusday: 'thursday',
    thirsday: 'thursday',
    firday: 'friday',
    fryday: 'friday',
    mondy: 'monday',
    tusday: 'tuesday',
    teusday: 'tuesday',
    tuesady: 'tuesday',
  }),
);

/** `gren` → `green`, `stil` → `still`; a word that is right stays. */
export function mended(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (word.length < 4 || word.length > 8 || ownWords.has(word)) return word;
  return colours.find((colour) => mayBe(word, colour) && isOneSlipAway(word, colour)) ?? word;
}

/** A quick test: one slip leaves the first or the second letter where it was, or the first as the second. */
function mayBe(word: string, colour: string): boolean {
  return word[0] === colour[0] || word[1] === colour[1] || word[0] === colour[1] || word[1] === colour[0];
}

/** True when one letter is missing, added, wrong, doubled or swapped with its neighbour: `ambre`, `greeen`, `anber`. */
export function isOneSlipAway(word: string, right: string): boolean {
  if (word === right) return true;
  const bare = word.replace(/(.)\1{2,}/g, '$1$1');
  if (bare === right) return true;
  if (Math.abs(bare.length - right.length) > 1) return false;
  let start = 0;
  while (start < bare.length && bare[start] === right[start]) start += 1;
  let back = 0;
  while (
    back < Math.min(bare.length, right.length) - start &&
    bare[bare.length - 1 - back] === right[right.length - 1 - back]
  ) {
    back += 1;
  }
  const left = bare.slice(start, bare.length - back);
  const want = right.slice(start, right.length - back);
  if (left.length <= 1 && want.length <= 1) return true;
  return left.length === 2 && want.length === 2 && left === `${want.charAt(1)}${want.charAt(0)}`;
}
