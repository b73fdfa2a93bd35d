import type { NameMention } from './name-mentions.ts';
import { wordAt, wordSet, type Sentence } from './words-of-a-sentence.ts';

/** What colleagues do. */
const workVerbs = wordSet(
  `leads lead led leading chairs chaired chairing presents presented presenting confirmed confirms confirming agreed agrees reported reports reporting manages managed managing
  runs ran running coordinates coordinated coordinating drafts drafted drafting writes wrote writing reviews reviewed reviewing audits audited visits visited joins joined joining handed hands owns owned
  owning covers covered covering works worked working supports supported supporting trains trained training organises organised arranged arranging asks asked asking said says will would
  emailed emails sent sends sending shared shares sharing updates updated updating thinks thought suggests suggested proposed proposes oversees oversaw delivers delivered delivering hosts hosted launched launches
  opened opens spoke speaks met meets took-over retired retires resigned resigns recruited appointed replaced replaces secured signed approved commissions commissioned advises advised raised
  raises chases chased chasing collects collected publishes published prepares prepared preparing analysed analyses helped helps taught teaches designed designs facilitates facilitated feeds fed reminded reminds
  submitted submits completes completed identified identifies highlighted highlights secures interviewed interviews commented comments promised promises counted counts attended circulated noted notes expects expected warned warns told-us handles handled sits`,
);
const workNouns = wordSet(
  `sro lead leader manager director officer headteacher head principal senco dsl governor governors chair vice-chair commissioner inspector sergeant consultant psychologist
  paediatrician nurse midwife coordinator colleague colleagues analyst adviser advisor trainer chief deputy trustee secretary ambassador barrister
  author researcher lecturer minister volunteer employee staff apprentice agenda budget slides paper minutes rota dashboard`,
);
const between = wordSet(
  'who has had have is was are were been being also now then already again just recently kindly since we our the team teams both all not no longer never',
);

/** Whether what follows a name is work: "is leading", "has agreed", "will chair", "and her team presented". */
export function worksNext(sentence: Sentence, index: number): boolean {
  let at = index;
  while (
    at < index + 4 &&
    (between.has(wordAt(sentence, at)) || (sentence[at]?.text === ',' && at === index))
  )
    at += 1;
  return workVerbs.has(wordAt(sentence, at));
}

const rolesBefore = wordSet(
  `teacher carer worker nurse midwife governor councillor mentor ambassador apprentice sergeant officer constable doctor adviser advisor coordinator speaker author
  head principal lead chair manager director colleague commissioner visitor therapist psychologist paediatrician consultant analyst trainer volunteer cllr solicitor judge`,
);
const programmes = wordSet(
  'trail fund legacy lecture wards site themed exhibition gallery clinic visit school schools primary academy pathway suite centre project programme house room scheme award awards day law act way tool model approach standard standards trust foundation unit hub review report inquiry',
);

/** "Foster carer Brenda Cole", "the Holly pathway", and the family name of somebody whose first name is another word. */
export function isARoleOrProgramme(sentence: Sentence, { from, to }: NameMention): boolean {
  const isFamilyName =
    from > 1 && sentence[from - 1]?.capital === true && sentence[from - 1]?.possessive === false;
  const isRole =
    rolesBefore.has(wordAt(sentence, from - 1)) || (to > from + 1 && rolesBefore.has(wordAt(sentence, from)));
  const isProgramme = sentence[to - 1]?.possessive === false && programmes.has(wordAt(sentence, to));
  return (
    isFamilyName ||
    isProgramme ||
    isRole ||
    /^(?:operation|project|hurricane|storm|radio|team|saint|thanks)$/u.test(wordAt(sentence, from - 1)) ||
    /^(?:mp|obe|mbe|cbe|qc|kc)$/u.test(wordAt(sentence, to))
  );
}

/** A title or a paper of work beside a name: "Claire Boyd, the exclusions lead", "Tom's slides". */
export function isWorkingSentence(sentence: Sentence, { from, to }: NameMention): boolean {
  const near = [...sentence.slice(Math.max(0, from - 2), from), ...sentence.slice(to, to + 6)];
  return near.some(
    ({ word }, index) => workNouns.has(word) && !isOfTheirs(near[index - 1]?.word, near[index - 2]?.word),
  );
}

/** "Her form tutor and head of year": of the child's, not the child. */
function isOfTheirs(before: string | undefined, further: string | undefined): boolean {
  return [before, further].some(
    (word) => word !== undefined && /^(?:his|her|their|told|saw|tells|seen|probation)$/u.test(word),
  );
}
