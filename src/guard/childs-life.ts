import { childWords } from './child-nouns.ts';
import { isARoleOrProgramme, isWorkingSentence, worksNext } from './people-at-work.ts';
import { childsShare } from './told-of-a-child.ts';
import { nameAt, type KnownNames, type NameMention } from './name-mentions.ts';
import {
  phraseAt,
  phraseBook,
  wholeNumberAt,
  wordAt,
  wordSet,
  type Sentence,
} from './words-of-a-sentence.ts';

/** What is the matter with a child and hardly ever with a person who works for children. */
const matters = phraseBook(
  `overdose; overdosed; excluded; exclusion; suspended; sectioned; groomed; trafficked; exploited; absconded; absconding; remanded; pregnant; stabbed; shot;
  disclosed; disclosure; bullied; diagnosed; bruised; bruises; expelled; truanting; fostered; adopted; adoption; placement; placements; foster; neet; wheelchair; autistic; autism;
  nonverbal; self harm; self harms; self harmed; self harming; self - harm; self - harms; self - harmed; self - harming; suicidal; suicide; in care; leave care; left care;
  into care; care order; care plan; care leaver; birth father; birth mother; birth family; birth parents; respite; semi - independent;
  semi independent; supported lodgings; secure unit; secure bed; special school; mainstream school; new school; any school; no school; school place; school since; school all;
  part - time timetable; reduced timetable; home all; at home; in bed; homeless; sofa; sofa surfing; hostel; head injury; epilepsy; seizure; seizures; leukaemia;
  cancer; sickle cell; feeding tube; attendance; tutor; tuition; camhs; inpatient; ehcp; ehc plan; tribunal; child protection; cp plan; missing from; missing since; missing again; missing for; missing overnight; missing episodes;
  return interview; knife; county lines; drugs; cannabis; arrested; custody; bail; court; curfew; tag; reading age; speech; hearing aids; glue ear; weighs; weight; asthma; eating; sleeps; sleep;
  nappies; crying; abuse; abused; hit; hits; beaten; touched; raped; assaulted; injured; hurt; died; killed; murdered; drowned; born; birthday; her mum; his mum; her dad; his dad; their mum`,
);
/** What is done for, about or with one child. */
const cases = phraseBook(
  `tutor; tuition; placement; tribunal; taxi; transport; escort; bed; school place; nursery place; place; wheelchair; assessment; evidence; strategy meeting; strategy discussion; meeting held; discussion held; core group;
  conference; exclusion; hearing; care order; adoption order; adoption; order; package; visit; contact; concern; concerns; worried; worry; safety plan; care plan; pathway plan; ehcp; ehc plan; section 47;
  missing episode; foster carer; foster carers; foster home; adopters; case; referral; search; appeal; nurse; interpreter; intermediary; police protection; custody; lost contact; update on; court; funeral; inquest;
  surgery; operation; bail; return interview; chronology; disclosure; allegation; allegations; injuries; injury; bruises; bruising; respite; equipment; hoist; medication; diagnosis; key worker; mentor`,
);
const towards = wordSet('for about on of with between regarding re over involving concerning to against by');
const theirs = phraseBook(
  `mum; mother; dad; father; nan; gran; grandmother; grandfather; grandparents; brother; brothers; sister; sisters; sibling; siblings; twin; aunt; uncle; cousin; stepdad; stepfather; stepmother;
  boyfriend; birth; tutor; form tutor; form teacher; class teacher; teacher; head of year; social worker; key worker; youth worker; foster; carer; carers; adopters; adoptive; special school; placement; siblings; bedroom; pram;
  exams; gcse; gcses; mock; mocks; wheelchair; medication; ehcp; ehc; attendance; class; classmates; phone was; reading; nursery; injuries; bruises; arm; leg; head; body; throat; wrists; life; pregnancy; baby; bail; tag`,
);
const theirThings = phraseBook(
  `care plan; pathway plan; safety plan; cp plan; child protection plan; child protection; protection plan; tribunal; care order; pep; tutor; timetable; taxi; medication; wheelchair; self harm; self - harm; overdose;
  key worker; looked after; looked - after; lac review; placements; foster; arrest; bail; bedroom; missing; disclosures; allegation; allegations; behaviour; attendance; exclusions; suspensions; reading age; age assessment;
  speech; hearing aid; epilepsy; asthma; seizures; asylum; pregnancy; baby; tuition; adopters; birth; friend; friends; boyfriend; girlfriend; cousin; cousins; chronology; return interview; strategy meeting; core group; section 47; phone was; bruising; back; arm; arms; leg; legs; face; neck; wrist; wrists; head; body; hands; bed; bedroom; coat; headteacher; head teacher; probation officer; probation; school say; school says; school said`,
);

/**
 * A known given name in the matters of a child's life: "Charlie took an overdose", "no tutor for Marcus", "contact between Ava
 * and her birth father", "Keira's care plan", "Hannah turned 16". Somebody who works, and is said to, passes.
 */
export function inAChildsLife(sentence: Sentence, name: NameMention, known: KnownNames): NameMention | null {
  const tells =
    isNamed(sentence, name) ||
    whoseMatter(sentence, name) ||
    turns(sentence, name.to) ||
    attendsLittle(sentence, name.to) ||
    (!isARoleOrProgramme(sentence, name) &&
      !isWorkingSentence(sentence, name) &&
      !isAtWork(sentence, name) &&
      isTold(sentence, name, known));
  return tells ? name : null;
}

/** The sentence has the shape of a case and speaks of little work, or it is full of what children live through. */
function isTold(sentence: Sentence, name: NameMention, known: KnownNames): boolean {
  const share = childsShare(sentence, name);
  if (share >= leastShare) return true;
  if (isTheCase(sentence, name)) return share >= -2;
  return share >= -1 && (isTheSubject(sentence, name, known) || hasSomebodyOfTheirs(sentence, name));
}

/** "Naomi chairs", "thanks to Mohammed": asking a teacher is a child's work too. */
function isAtWork(sentence: Sentence, { to }: NameMention): boolean {
  if (!worksNext(sentence, to)) return false;
  return !/^(?:his|her|their|won't|not)$/u.test(wordAt(sentence, to + 1));
}

/** "His name is Elijah Grant", "the pupil's name was". */
function isNamed(sentence: Sentence, { from }: NameMention): boolean {
  if (!/^(?:is|was)$/u.test(wordAt(sentence, from - 1)) || wordAt(sentence, from - 2) !== 'name')
    return false;
  const whose = wordAt(sentence, from - 3);
  return /^(?:his|her|their)$/u.test(whose) || childWords.has(whose);
}

function whoseMatter(sentence: Sentence, { to }: NameMention): boolean {
  return sentence[to - 1]?.possessive === true && phraseAt(sentence, to, theirThings) > 0;
}

/** "The tribunal about Oscar P", "strategy meeting held for Kyle", "our worst case is Tia". */
function isTheCase(sentence: Sentence, { from, to }: NameMention): boolean {
  if (sentence[to - 1]?.possessive === true && !childWords.has(wordAt(sentence, to))) return false;
  const before = wordAt(sentence, from - 1);
  if (before === '(') return wordAt(sentence, from - 2) === 'case';
  if (before === 'is') return wordAt(sentence, from - 2) === 'case';
  if (before === 'see')
    return /^(?:camhs|gp|paediatrician|psychologist|panel)$/u.test(wordAt(sentence, from - 3));
  const at = towards.has(before) ? from - 1 : before === 'and' || before === ',' ? from - 3 : -1;
  if (at < 0 || !towards.has(wordAt(sentence, at))) return false;
  return [1, 2, 3].some((back) => {
    const length = phraseAt(sentence, at - back, cases);
    return length > 0 && length <= back && (length === back || isLoose(sentence, at - back + length, at));
  });
}

/** "A tutor found for", "the order made on": one word may stand between. */
function isLoose(sentence: Sentence, from: number, to: number): boolean {
  return sentence
    .slice(from, to)
    .every(({ kind, word }) => kind === 'word' && /(?:ed|held|found|made|again|out)$/u.test(word));
}

/** What a sentence must at least speak of a child's life for a name alone to be a child's. */
const leastShare = 1;

/** How many words after a name may tell what is the matter. */
const reach = 10;

/** "Charlie took an overdose", "Danny has been NEET since", "Ayesha needs a wheelchair". */
function isTheSubject(sentence: Sentence, name: NameMention, known: KnownNames): boolean {
  const before = wordAt(sentence, name.from - 1);
  if (/^(?:with|by|thanks|thank|ask|from|and|to|for|of)$/u.test(before) && !isJoined(sentence, name))
    return false;
  const at = afterCompany(sentence, name, known);
  const isWhose = sentence[name.to - 1]?.possessive === true;
  if (isWhose || sentence[at]?.kind !== 'word' || worksNext(sentence, at)) return false;
  const end = sentence.findIndex(({ text }, index) => index >= at && /^[;:]$/u.test(text));
  const last = Math.min(at + reach, end < 0 ? sentence.length : end);
  return sentence.slice(at, last + 1).some((token, offset) => {
    const isCounted = sentence[at + offset - 1]?.kind === 'number' && token.word.endsWith('s');
    return !isCounted && phraseAt(sentence, at + offset, matters) > 0;
  });
}

/** The second of two: "Logan and Mason Reid are". */
function isJoined(sentence: Sentence, { from }: NameMention): boolean {
  return wordAt(sentence, from - 1) === 'and' && sentence[from - 2]?.capital === true;
}

/** Over "and Mason Reid". */
function afterCompany(sentence: Sentence, { to }: NameMention, known: KnownNames): number {
  if (wordAt(sentence, to) !== 'and') return to;
  return nameAt(sentence, to + 1, known)?.to ?? to;
}

/** "Hannah turned 16 last week". */
function turns(sentence: Sentence, at: number): boolean {
  const age = /^(?:turned|turns|turning)$/u.test(wordAt(sentence, at))
    ? wholeNumberAt(sentence, at + 1)
    : null;
  return age !== null && age <= 21;
}

/** "Bilal attends 12% of the time". */
function attendsLittle(sentence: Sentence, at: number): boolean {
  return (
    /^(?:attends|attended|attending)$/u.test(wordAt(sentence, at)) &&
    (/^(?:school|lessons|college|nursery|only|no|under|less)$/u.test(wordAt(sentence, at + 1)) ||
      sentence[at + 1]?.kind === 'number')
  );
}

/** "Aaliyah told her form tutor", "Ava and her birth father". */
function hasSomebodyOfTheirs(sentence: Sentence, { to }: NameMention): boolean {
  if (worksNext(sentence, to)) return false;
  for (let at = to; at <= to + reach; at += 1) {
    if (sentence[at] === undefined) return false;
    if (/^(?:his|her|their)$/u.test(wordAt(sentence, at)) && phraseAt(sentence, at + 1, theirs) > 0)
      return true;
  }
  return false;
}
