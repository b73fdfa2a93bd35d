import { phraseAt, phraseBook, type Sentence } from './words-of-a-sentence.ts';

/** What happens to few children and is known to many people, or must not be: with one child and a place it tells who. */
const severe = phraseBook(
  `stabbed; stabbing; murdered; killed; killing; died; dies; death; dead; drowned; suicide; suicidal; took her own life;
  took his own life; took their own life; overdose; overdosed; self harmed; self harming; self - harmed; self - harming; self - harm;
  hanged; raped; rape; sexually; abused; assaulted; neglected; arrested; charged; convicted; sentenced; remanded; custody;
  prison; permanently excluded; expelled; excluded from; was excluded; been excluded; suspended from; went missing; gone missing; trafficked;
  exploited; groomed; county lines; pregnant; gave birth; miscarriage; abortion; hospitalised; sectioned; secure unit;
  secure accommodation; removed from; disclosed; disclosure; forced marriage; fgm; genital; shot; knife; gun; machete; firearm;
  acid; burned; burnt; scalded; poisoned; ran away; absconded; kidnapped; abducted; homeless; set fire; jumped; fell from;
  run over; hit by; crash; witnessed; beaten; bruised; bruises; fractured; injuries; injured; shaken; starved; scarred; adoption breakdown; placement broke;
  placement breakdown; care proceedings; taken into care; lost her baby; lost their baby; lost his baby; stillborn; stillbirth; lost her home; lost their home; house fire; the fire; evicted; found alone; restrained; baby removed; child removed; on the exploitation list; on child protection; scabies; sleeping rough; found drunk; overdosing; detained; trafficking victim; forced to; lost both parents; lost both; robbed; disappeared; vanished; abandoned; fell off; broken ribs; broken arm; broken leg; locked in; heroin; crack cocaine; malnourished; intensive care; bites; tag; bail; radicalised; deported; flown to; cigarette burns; skull; pushed; spat; caught with; refused bail; ran on; serious incident; forced into; rape alarm; bullied; attacked; threatened; robbed`,
);

/** What sets one child apart in a school, ward or home. */
const traits = phraseBook(
  `wheelchair; wheelchair user; tracheostomy; tube fed; tube - fed; peg fed; feeding tube; ventilator; oxygen; cancer; leukaemia; epilepsy; epileptic; diabetic; diabetes;
  cystic fibrosis; muscular dystrophy; cerebral palsy; sickle cell; down's syndrome; down syndrome; downs syndrome; deaf; blind; deafblind;
  non verbal; non - verbal; selective mutism; autistic; autism; tourette's; amputee; prosthetic; albino; albinism; hiv; transplant; rare; genetic;
  transgender; trans; non binary; non - binary; gay; lesbian; in care; looked after; looked - after; fostered; foster; adopted; unaccompanied;
  refugee; asylum; asylum seeker; stateless; somali; roma; romany; gypsy; traveller; traveler; polish; romanian; chinese; syrian; afghan;
  afghani; ukrainian; kurdish; eritrean; sudanese; iraqi; iranian; yemeni; vietnamese; albanian; congolese; jewish; sikh; hindu; muslim;
  christian; black; white; asian; mixed race; hijab; niqab; turban; female; male; trilingual; pregnant; home educated; young carer;
  ehcp; ehc plan; child protection plan; electively; twin; twins; triplet; triplets; nappies; no english; through a tube; by tube; fed by; epilepsy; wheelchairs; disabled; prosthetic legs; one leg; no legs; one arm; braille; only child; hearing aids; hearing aid; visually impaired; hearing impaired; rare disease; metabolic; syndrome; brain injury; haemophilia; dialysis; insulin; colostomy; stoma; obese; dwarfism; spina bifida; cleft; stammer; pda; adhd; excluded; two dads; two mums; witness protection; asylum - seeking; kinship; special guardianship; private fostering; privately fostered; young mum; young dad; never been to school; no recourse; japanese; russian; brazilian; portuguese; tamil; tibetan; mongolian`,
);

export function severeAt(sentence: Sentence, index: number): number {
  return phraseAt(sentence, index, severe);
}

export function traitAt(sentence: Sentence, index: number): number {
  return phraseAt(sentence, index, traits);
}
