import type { NameMention } from './name-mentions.ts';
import { yearGroupAt } from './scene.ts';
import {
  phraseAt,
  phraseBook,
  wordAt,
  wordSet,
  type PhraseBook,
  type Sentence,
} from './words-of-a-sentence.ts';

/** Said of a child's body, bed, family, day at school, trouble or care, and hardly in a report about the work: two points. */
const ofAChild = phraseBook(
  `mum; mother; dad; father; nan; gran; grandmother; grandfather; grandad; stepdad; stepmum; stepfather; stepmother; auntie; siblings; sister; brother; half - brother; half - sister; classmates; herself; himself;
  toilets; shoes; pyjamas; coat; bed; bedroom; sleeping; sleeps; slept; sofa; hungry; unwashed; smells; bruise; bruises; bruised; bruising; wrist; arm; leg; neck; skull; fracture; fractured; burns; burnt; scald; cries; cry; cried; crying; tears;
  bit; kicked; punched; slapped; smashed; stole; steals; swore; spat; ran off; runs off; ran away; walked out; jumped; hid; hiding; shouts; shouted; threatens; threatened; went missing; goes missing; gone missing; is missing; been missing; missing from; missing since; missing again; missing overnight; missing with; third missing; knife; knives; gun; machete; weapon; arrested; charged; convicted; sentenced; remanded; bailed; robbery; burglary; assault; warrant;
  bail; on tag; curfew; cell; gang; older men; older man; older boys; strategy meeting; strategy discussion; core group; separate placements; separate placement; drugs; cannabis; drunk; overdose; suicide; suicidal; self harm; self - harm; self harming; self - harming; a&e; a & e; surgery; diagnosed; medication; tablets; insulin; seizures; coma; ventilator;
  weigh - in; weighs; stopped eating; eating; anxiety; died; dies; dead; buried; funeral; killed; murdered; drowned; grave; taken to pakistan; taken to; forced marriage; marriage; pru; out of education; excluded; expelled; suspended; truanting;
  section 20; section 47; iro; lac review; looked after review; care leaver; care order; interim order; supervision order; gave notice; served notice on; foster; fostered; adopted; adopters; tattoo; tattoos; boasts; boasted; pregnant; pregnancy; miscarried; gave birth; my class; our class; in the news; groomed; raped; touched;
  abused; abuse; neglected; beaten; hits; hit; stabbed; shot; injured; speak or walk; nonverbal; incontinent; nappies; wets; soiled; lost both; lost her; lost his; orphaned; out of school; off school; off sick from school; nobody knows where; not been seen; never seen; last seen; was seen; seen with; won't go; refuses to; refused to; begged;
  burn; a burn; scar; black eye; nosebleed; limp; lice; worms; rash; fever; fit; fits; inhaler; hungry; starving; thin; filthy; dirty; barefoot; wet; locks the; locked; alarm; fridge; cupboard; caution; cautioned; fight; fights; fighting; fought; living in a car; sleeping in; one - to - one; one to one; half siblings; cp conference; child protection conference; category;
  deaf; blind; can't sit; can't attend; stopped going; worried sick; stay with; stays with; lives with; living with; older lads; older lad; seen since; not been seen; refused by; permanently; breakfast club; after - school club; school trip; uniform; trainers; lunch box; packed lunch; meltdown; meltdowns; tantrum; tantrums; nightmares; toileting; potty; dummy; pram; cot; speech delay; delayed speech; stammer; no diagnosis; undiagnosed;
  detention; isolation; report card; merit; gcse; gcses; sats; mocks; phonics; reading level; truant; bunking; skiving; late every; punching; biting; spitting; hitting; kicking; throwing; running line; carrying for; dealing; runner; cuckooed; radicalised; prevent referral; sexting; pictures of; images of; rape; molested; assaulted; witness; tag; ankle; probation; offence; offences; burgled; mugged; caught with; found with; found at; found in; picked up by; dropped off;
  gypsy; refugee; trauma; ptsd; voices; hearing voices; psychosis; bulimia; anorexia; anorexic; diabetic; epileptic; allergy; allergic; sickle; sgo; special guardianship; kinship; life story; contact visit; contact session; goodbye visit; introductions; matching panel; twin; triplet; nobody has visited; passed away; expecting; not spoken; speaks no; no english; scabies; lost touch; broke down; weighed; his head; her head; in care; prison; cells; blade; on the roof; tantrums; black eyes; hanged; tb; passed out; collapsed; swallow; swallowed; tonsils; eczema; asthma attack; inhalers; unconscious; ambulance; helicopter; paramedics; placement move; moved school; moved schools; new school; managed move; crush; boyfriend; girlfriend; snapchat; tiktok; nudes; selfie; bullied; bullies; bully; name - called; picked on; alone at night; left alone; home alone; found wandering; wandering; sold; trafficked; fled; homeless; evicted; wheelchair; birthday; turned 16; turned 17; turned 18`,
);
/** Said of children and of the work alike: one point. */
const perhapsOfAChild = phraseBook(
  `he; she; him; his; her; hers; parents; parent; teacher; lunchtime; playground; floor; broken; marks; cut; come back; came back; court; vapes; selling; hospital; ward; walk; speak; cannot; can't; won't; doesn't; hasn't; didn't; lost; school; class; lessons; lesson; home; at home; order; interim;
  annual review; ehcp; ehc; referral; referral made; social worker; panel heard; transport; relatives; relative; baby; nursery; case; took; taken; goes; went; goodbye; placement; carer; carers; tutor; special school; mainstream; autistic; autism; adhd; camhs; therapy; appeal; appealing; judge; police; friend; friends; phone; bus; park; night; weekend; street; flat; hostel; hotel; mattress;
  worried; unpaid; hand; hands; sick; sit; guardian; solicitor; hospital; settled; solo; car; bike; christmas; older; younger; little; young; upset; arrived; supposed; hearing; tonight; weeks; months; years; 3rd; mental; attends; attend; attending; college; sixth form; apprenticeship; bursary; bus pass; wants; needs; need; misses; missed; hates; loves; likes; asked her; asked his; told; says; said; lied; lies; somewhere; somebody; anywhere; alone; safe; unsafe; risk; afraid; scared; frightened; angry; upset; violent; happy; sad; lonely; told us; says that; disclosed; moved; moves; returned; back to; goes back; picked up; collected; fell; hurt; pain; sick; ill; cancer; operation; dietician; weight; height; grown; reads; talks; plays; immigration; asylum; visa; age assessed; passport; refused; third time; again; every morning; days; overdue; waited; waiting; since birth; starts at`,
);
/** Said of the people who do the work: two points against. */
const ofWork = phraseBook(
  `this now; has this; have this; taken this; took this; looks after this; look after this; picking this; picks this; pick this; with this; do this; does this; doing this; done this; this to; this is now with; this is with; this is now; is now with; handed to; hand to; hand over; handing over; hands over; passed to; pass to; passing this; give it to; give this to; giving this; send this; send it to; sent this; try; speak to; talk to; delegate; swamped; while i; when i am; when i'm; for me; instead; on my behalf; reply; replies; answer; answers; responds; respond; i am off; i'm off; belongs to; owned by; responsible for; in charge; point of contact; the right person; my action; this action; this one; it over; over to; @; team; teams; lead; leads; leading; led; manager; managers; report; reports; reported; paper; papers; slides; email; emailed; e - mail; figures; figure; data; dashboard; spreadsheet; template; laptop; budget; funding; grant; contract; contracts; post; posts; vacancy; vacancies; recruitment; recruit; recruited; appointed; interview panel;
  commissioner; commissioning; provider; providers; meeting; meetings; met; board; agenda; minutes; strategy; training; trained; workshop; workshops; network; launch; launched; project; programme; finance; analyst; analysts; copy; access; maternity; annual leave; on leave; off this week; advert; retired; retires; acting; colleague; colleagues; head of; headteacher; head teacher; officer; director; deputy;
  service; services; costs; cost; spend; uplift; return; returns; clinics; speaker; councillor; cllr; chair; chairs; chaired; presents; presented; present; policy; guidance; system; target; targets; backlog; map; thinks; view; note; notes; partner; partners; agreed; confirmed; spoke; ask; asked whether; thanks; thank; joined; joins; apprentices; apprentice; foundation; award; awards; volunteer; volunteers;
  governor; governors; senco; dsl; consultant; inspector; consultation; conference; webinar; briefing; brief; review of; audit; audits; pilot; scheme; toolkit; leaflet; website; app; press; article; owns; owner; covers; covering; cover for; drafting; drafted; draft; updated; update; updates; quarter; recovery plan; action plan; workforce;
  named after; circulate; circulated; attended the; codes; users; tupe; lease; specification; query; step back; in the mash; signature; signatures; operation; mp; raised; reviewing officers; independent; interviewing; solicitor drafted; leave in; joins as; return for; signed the; signed off; promised; chasing; chase; chases; chased; will; quarterly; monthly; q1; q2; q3; q4; invited; invitation; attendees; minutes; zoom; teams call; diary; calendar; newsletter; survey; intranet; procurement; tender; tenders; bid; bids; evaluation; evaluated; spec; useful; helpful; great; brilliant; well done; congratulations; welcome; left for; left in; left us; gone; successor; predecessor; trainee; on behalf; apologies; sends; mandate; fte; wte; starts; action; actions; to confirm; venue; wave; restructure; in the office; tier; tiers; accreditation; auditors; link; boundary; groups; mentors; health visitor; health visitors; rooms; event; events; minibus; forum; square; lodge; countries; reading list; pathway; pathways; works for me; overdue action; due; done by; to do; item; items; quote from; invoice; invoices; purchase; rota; shift; shifts; timetable for; trainer; tutoring contract; plan for; plans for; workstream; milestone; milestones; risks; issue log; ward profile; profiles; lunch and learn; away day; amber; green; red; rag; rating; risk moved; the risk; form; forms; letters; letter; trail; talk; great job; redesigned; designed; legacy; jury service; position; replaced; finance partner; done a; complaints; ombudsman; scrutiny; mayor; minister; audit; numbers; redundancy; capacity; workload; missing the; presentation; received; taken over; overtime; payroll; rollout; roll - out; launchpad; sickness; stepped back; step down; stepped down; handover; handed over;
  caseworker; caseworkers; case worker; specialists; specialist teacher; support worker team; reviewing; reviewed; supervisor; supervision; centre; hub; hubs; house; road; street; street's; lane; avenue; suite; room; academy; trust; icb; nhs; dfe; ofsted; cafcass; barnardo; charity; charities; sponsor; sponsored; fund; funds; per cent; %; £; cases; families; children; pupils; households; referrals; placements; exclusions; admissions; students; schools; carers recruited; wards; locality; localities; boxes; law; act; way; report ref; week was; quote; quoted; standards; campaign`,
);

/** Work that stands right after a name weighs twice. */
const workingRole = wordSet('from at for in');

/** Where a sentence speaks of what, found once for all names in it. */
interface Spoken {
  readonly ofAChild: readonly number[];
  readonly perhaps: readonly number[];
  readonly ofWork: readonly number[];
  readonly years: number;
}

const spokenIn = new WeakMap<Sentence, Spoken>();

function spoken(sentence: Sentence): Spoken {
  const known = spokenIn.get(sentence);
  if (known !== undefined) return known;
  const places = (book: PhraseBook) =>
    sentence.flatMap((_token, index) => (phraseAt(sentence, index, book) > 0 ? [index] : []));
  const found = {
    ofAChild: places(ofAChild),
    perhaps: places(perhapsOfAChild),
    ofWork: places(ofWork),
    years: sentence.some((_token, index) => yearGroupAt(sentence, index) !== null) ? 1 : 0,
  };
  spokenIn.set(sentence, found);
  return found;
}

/** More of one kind than this tells no more. */
const enough = 3;

/** How much a sentence with a name in it speaks of a child's life rather than of work: above nought a child's, below it work. */
export function childsShare(sentence: Sentence, name: NameMention): number {
  const said = spoken(sentence);
  const count = (places: readonly number[]) =>
    Math.min(enough, places.filter((place) => place < name.from || place >= name.to).length);
  const strong = count(said.ofAChild) + said.years;
  const share = 2 * strong + count(said.perhaps) - 2 * count(said.ofWork) - atAPlaceOfWork(sentence, name);
  // A first name alone where nothing speaks of work is sooner a child's: colleagues are known, or have their family name and their post.
  if (share === 0 && saysNoMoreThan(sentence, name)) return 0;
  if (count(said.ofWork) === 0 && name.to === name.from + 1) return Math.max(share, 1);
  // What is said of children and of the work alike does not tell by one word.
  return strong === 0 ? share - 1 : share;
}

/** "Jamila in finance", "Steve from SENAR", "Will Green from Public Health". */
function atAPlaceOfWork(sentence: Sentence, { to }: NameMention): number {
  if (!workingRole.has(wordAt(sentence, to))) return 0;
  const place = sentence[to + 1]?.text ?? '';
  return /^\p{Lu}{2,}$/u.test(place) ||
    /^(?:finance|legal|comms|hr|data|public|early|the|our|housing|commissioning)$/u.test(place.toLowerCase())
    ? 2
    : 0;
}

/** "Rebecca: 4 of 6 done", "Callum - 2": a line of a list, and a name alone. */
function saysNoMoreThan(sentence: Sentence, { from, to }: NameMention): boolean {
  const isList =
    sentence.filter(({ kind }) => kind === 'number').length > 0 && /^[-:,(]$/u.test(sentence[to]?.text ?? '');
  return isList || to - from >= sentence.length - 2;
}
