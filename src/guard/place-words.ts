import { phraseAt, phraseBook, wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** Wards, neighbourhoods and estates of Birmingham and Solihull, however they are written. */
const neighbourhoods = phraseBook(
  `acocks green; allens cross; alum rock; aston; balsall heath; bartley green; billesley; birchfield; bordesley; bordesley green;
  bordesley and highgate; bournbrook; bournville; bournville and cotteridge; brandwood; brandwood and king's heath; bromford;
  bromford and hodge hill; castle bromwich; castle vale; chelmsley wood; cotteridge; digbeth; druids heath;
  druids heath and monyhull; duddeston; edgbaston; erdington; falcon lodge; fordbridge; four oaks; frankley; frankley great park;
  garretts green; glebe farm; glebe farm and tile cross; gravelly hill; great barr; hall green; hamstead; handsworth;
  handsworth wood; harborne; hay mills; heartlands; highgate; highters heath; hockley; hodge hill; holyhead; jewellery quarter;
  king's heath; kings heath; king's norton; kings norton; kingshurst; kingstanding; kitts green; ladywood; lea hall; lee bank;
  longbridge; longbridge and west heath; lozells; marston green; mere green; minworth; monyhull; moseley; nechells; new oscott;
  newtown; north edgbaston; northfield; olton; oscott; perry barr; perry beeches; perry common; pype hayes; quinton; rednal;
  rubery; rubery and rednal; saltley; selly oak; selly park; shard end; sheldon; shirley; small heath; smith's wood; soho;
  soho and jewellery quarter; south yardley; sparkbrook; sparkhill; springfield; stechford; stirchley; stockland green;
  sutton coldfield; sutton four oaks; sutton mere green; sutton reddicap; sutton roughley; sutton trinity; sutton vesey;
  sutton walmley; sutton wylde green; tile cross; tyseley; walmley; ward end; washwood heath; west heath; weoley; weoley castle;
  winson green; witton; wylde green; yardley; yardley east; yardley west; yardley wood`,
);

/** What a named place for children or patients is called: "Holte School", "X Primary", "Rose Ward". */
const institutions = wordSet(
  `school primary academy college nursery infants juniors infant junior secondary grammar high hospital hospice mosque church temple
  gurdwara synagogue home unit ward estate hostel pru prep preschool`,
);

/** Capital words after "from" or "in" that name no small place: times, wide areas, organisations, parts of the system. */
const notSmallPlaces = wordSet(
  `birmingham england britain uk gb wales scotland ireland europe midlands west east north south central city london january february
  march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday
  wednesday thursday friday saturday sunday spring summer autumn winter term year years reception key stage quarter q week day month
  early help family hub hubs children's children child council trust board partnership police nhs social care ofsted cqc dfe government
  parliament education health public mental maths english reading writing science easter christmas ramadan eid covid section phase
  part tier band appendix table figure annex bed bsol icb wmp bcc bct bvsc january's send sen ehcp camhs neet lac cin cp r b a i he she they we it our the`,
);

const prepositions = wordSet('from in at near outside of inside into around behind');

/** A small place named at a token: a neighbourhood, a school, ward or home by its name, or "from Xtown"; its end, or null. */
export function smallPlaceAt(sentence: Sentence, index: number): number | null {
  const named = institutionAt(sentence, index);
  if (named !== null) return named;
  const neighbourhood = phraseAt(sentence, index, neighbourhoods);
  return neighbourhood > 0
    ? index + neighbourhood
    : (streetAt(sentence, index) ?? placeAfterPreposition(sentence, index));
}

const endsOfStreets = wordSet(
  'road street lane avenue drive close crescent grove way hotel hostel b&b estate park tower court',
);

/** "On Coventry Road", "off the Tyburn Road": where something was seen. */
function streetAt(sentence: Sentence, index: number): number | null {
  const first = wordAt(sentence, index - 1) === 'the' ? index - 2 : index - 1;
  if (!/^(?:on|off|near|in|at|of|outside|behind|along)$/u.test(wordAt(sentence, first))) return null;
  for (let at = index; at < index + 4 && sentence[at]?.kind === 'word'; at += 1) {
    if (at > index && endsOfStreets.has(wordAt(sentence, at))) return at + 1;
    if (sentence[at]?.capital !== true) return null;
  }
  return null;
}

/** Whether this word belongs to the name of a neighbourhood: "Aston, 12" is no child. */
export function isNeighbourhood(sentence: Sentence, index: number): boolean {
  for (let back = 0; back <= 3; back += 1) {
    if (phraseAt(sentence, index - back, neighbourhoods) > back) return true;
  }
  return false;
}

export function isInstitution(word: string): boolean {
  return institutions.has(word);
}

/** A named school, home or ward beginning at this capital word: "Holte School", "X Primary", "St Mary's C of E Primary". */
export function institutionAt(sentence: Sentence, index: number): number | null {
  if (sentence[index]?.capital !== true || notSmallPlaces.has(wordAt(sentence, index))) return null;
  if (['the', 'this', 'every', 'each', 'our', 'a', 'an', 'no'].includes(wordAt(sentence, index))) return null;
  for (let to = index + 1; to <= index + 6; to += 1) {
    const token = sentence[to];
    if (token === undefined || (token.kind === 'mark' && !['.', '-', '&'].includes(token.text))) return null;
    if (institutions.has(token.word) && token.text !== 'ward') return endOfInstitution(sentence, to + 1);
    if (!token.capital && token.kind === 'word' && !['of', 'and', 'the', 'for'].includes(token.word))
      return null;
  }
  return null;
}

function endOfInstitution(sentence: Sentence, from: number): number {
  let to = from;
  while (sentence[to]?.capital === true && institutions.has(wordAt(sentence, to))) to += 1;
  return to;
}

function placeAfterPreposition(sentence: Sentence, index: number): number | null {
  const place = sentence[index];
  if (!prepositions.has(wordAt(sentence, index - 1)) || place?.capital !== true || place.kind !== 'word')
    return null;
  if (notSmallPlaces.has(place.word) || isTooShort(sentence, index)) return null;
  let to = index + 1;
  while (sentence[to]?.capital === true && sentence[to]?.kind === 'word') to += 1;
  return to;
}

/** "In B33" and "at MASH" are no places of ours; "at St Bede's" is. */
function isTooShort(sentence: Sentence, index: number): boolean {
  const { text = '', word = '' } = sentence[index] ?? {};
  const isSaint = word === 'st' && sentence[index + 1]?.capital === true;
  return (text.length < 3 && !isSaint) || /^\p{Lu}{2,6}s?$/u.test(text);
}
