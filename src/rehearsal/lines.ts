/** What invented owners say in a rehearsal. Plainly made up: no line is about a real event. */
export interface ActionLines {
  readonly good: readonly string[];
  readonly trouble: readonly string[];
  readonly next: readonly string[];
  readonly path: string;
  readonly ask: string;
}

/** For actions of any other plan. */
export const anyLines: ActionLines = {
  good: [
    'Milestones for the month were met.',
    'Partners met and the work is on schedule.',
    'The second phase began as planned.',
  ],
  trouble: ['Recruitment has slipped by a month.', 'One partner has not confirmed its share of the funding.'],
  next: ['Review with partners next month.', 'Agree the next phase.'],
  path: 'Agree interim cover and a revised timetable with partners',
  ask: 'agree interim cover while posts are filled',
};

/** Keyed by the action codes of Birmingham's plan. */
export const linesByAction: Readonly<Record<string, ActionLines>> = {
  IC1: {
    good: [
      'Autumn programme of free arts and sport sessions is running in all ten localities.',
      'Library reading groups for families with babies reached four more wards.',
      'Holiday activity places were taken up well, and more families came for the first time.',
    ],
    trouble: [
      'Two venues closed for repairs and sessions there were cancelled.',
      'Transport costs keep families in the outer wards away.',
    ],
    next: ['Publish the winter programme.', 'Move cancelled sessions to schools nearby.'],
    path: 'Move the cancelled sessions to two secondary schools and fund bus passes',
    ask: 'agree the use of school sites on Saturdays',
  },
  IC2: {
    good: [
      'Twelve more schools signed up to the welcoming-places standard.',
      'Young inspectors visited eight sites and the reports are with the heads.',
      'The anti-bullying pledge was renewed in most secondary schools.',
    ],
    trouble: [
      'Visits are behind because the young inspectors had exams.',
      'Three sites could not show a quiet space yet.',
    ],
    next: ['Complete the remaining visits.', 'Share what works between the schools.'],
    path: 'Run the remaining visits in half term with the reserve team',
    ask: 'note the pace of visits',
  },
  IC3: {
    good: [
      'Youth council met twice and its report went to cabinet members.',
      'Young people co-chaired the transport consultation.',
      'Forty young people trained as consultation leads.',
    ],
    trouble: [
      'Grant for the youth voice co-ordinator ends in March and no successor is agreed.',
      'Few young people from the north of the city took part.',
    ],
    next: ['Plan the spring summit with young people.', 'Bid for a successor grant.'],
    path: 'Secure bridging money for the co-ordinator post',
    ask: 'decide whether match funding can be released',
  },
  IC4: {
    good: [
      'Two educational psychologists started and the assessment backlog fell.',
      'The early-years SEND panel now meets every week.',
      'Parent forum helped to rewrite the first-contact letter.',
    ],
    trouble: [
      'Educational psychology capacity is still four posts short.',
      'Health advice is late in a third of assessments.',
    ],
    next: ['Agency cover from next month.', 'Joint clinic with community paediatrics.'],
    path: 'Agency psychologists for two terms and a joint clinic with community paediatrics',
    ask: 'agree agency spend for two terms',
  },
  IC5: {
    good: [
      'Suspensions in the pilot schools fell for the second term.',
      'Inclusion leads from all networks finished the training.',
      'Every network has a fair-access agreement.',
    ],
    trouble: [
      'Suspensions rose in five secondary schools.',
      'Alternative provision places are full until Easter.',
    ],
    next: ['Visit the five schools with the highest rates.', 'Open the second base for short stays.'],
    path: 'Support teams in the five schools and a second short-stay base',
    ask: 'agree who leads recovery in the five schools',
  },
  IC6: {
    good: [
      'Two hundred staff finished the relationship-based practice days.',
      'Supervision guide was adopted by three partners.',
      'Practice observations show better plans with families.',
    ],
    trouble: [
      'Release of ward staff for training is difficult this quarter.',
      'Trainers left and two courses were put off.',
    ],
    next: ['Shorter sessions for shift workers.', 'Train twelve more facilitators.'],
    path: 'Ninety-minute sessions on site and twelve new facilitators',
    ask: 'note the release problem in acute trusts',
  },
  IC7: {
    good: [
      'Workforce data by ethnicity now come from four partners.',
      'Reverse mentoring began with eighteen pairs.',
      'Cultural competence module is part of every induction.',
    ],
    trouble: ['Two partners have not sent workforce data.', 'Take-up among senior managers is low.'],
    next: ['Publish the first joint workforce picture.', 'Second mentoring group.'],
    path: 'Chief officers to send the data by the end of next month',
    ask: 'agree that every partner sends workforce data',
  },
  SA1: {
    good: [
      'Safer-routes walks took place in three wards with young people.',
      'Online safety sessions reached most primary schools.',
      'Youth workers and police ran joint patrols after school.',
    ],
    trouble: [
      'Incidents after school rose around two transport hubs.',
      'Officers were moved to other duties for three weeks.',
    ],
    next: ['Joint patrols at the two hubs until Christmas.', 'Lighting survey with the young people.'],
    path: 'Joint patrols at both hubs and a lighting survey',
    ask: 'decide on lighting at the two hubs',
  },
  SA2: {
    good: [
      'The front door answered nine in ten contacts within a working day.',
      'Schools can now see what came of their referrals.',
      'Early help and safeguarding share one screening meeting.',
    ],
    trouble: [
      'Re-referrals are rising and two teams are under strength.',
      'Out-of-hours cover was thin on four weekends.',
    ],
    next: ['Audit of re-referred cases with partners.', 'Recruit to the two teams.'],
    path: 'Audit thirty re-referrals with partners and fill four posts',
    ask: 'note the audit and its findings in the next quarter',
  },
  SA3: {
    good: [
      'The domestic abuse pathway for schools is in use across the city.',
      'Specialist worker now sits with the family drug and alcohol team.',
      'Waiting time for the children’s recovery group is down to three weeks.',
    ],
    trouble: [
      'Recovery groups have a waiting list of two months.',
      'Refuge places with room for larger families are full.',
    ],
    next: ['Start two more groups.', 'Agree move-on homes with housing.'],
    path: 'Two more groups from January and four move-on homes',
    ask: 'agree the four move-on homes',
  },
  SA4: {
    good: [
      'Transition reviews at fourteen are on time in most special schools.',
      'Supported internships doubled.',
      'Health transition passports are in use in two hospitals.',
    ],
    trouble: [
      'Adult social care allocations come late.',
      'Few employers offer placements for young people with complex needs.',
    ],
    next: ['Joint panel with adult services.', 'Employer breakfast with the chamber of commerce.'],
    path: 'A joint panel with adult services every fortnight',
    ask: 'agree a joint transition panel',
  },
  SA5: {
    good: [
      'Lifelong-links workers matched twenty-five young people with trusted adults.',
      'Families choose their lead worker in the pilot localities.',
      'Fewer changes of worker than last quarter.',
    ],
    trouble: [
      'Changes of worker are up in two localities.',
      'The evaluation is late because of data sharing.',
    ],
    next: ['Keep-in-touch standard for leaving workers.', 'Sign the data sharing agreement.'],
    path: 'A handover standard in the two localities and a signed agreement',
    ask: 'note the data sharing agreement',
  },
  SA6: {
    good: [
      'School-age immunisation sessions ran in every secondary school.',
      'MMR catch-up clinics in community centres were well attended.',
      'Invitations now go out in eight languages.',
    ],
    trouble: [
      'Uptake is low in four wards and declined consents are rising.',
      'Vaccinators were short in the first half of the month.',
    ],
    next: ['Clinics in places of worship.', 'Call families who have not answered.'],
    path: 'Weekend clinics in the four wards with community leaders',
    ask: 'agree joint messages to families in the four wards',
  },
  JO1: {
    good: [
      'Shared referral form is live between health visiting and early help.',
      'Locality teams meet weekly with one list of families.',
      'Information sharing agreement was signed by all partners.',
    ],
    trouble: [
      'The two case systems still cannot exchange records.',
      'One partner asked for more time on the agreement.',
    ],
    next: ['Test the exchange of records in one locality.', 'Train the duty teams.'],
    path: 'Test the record exchange in one locality by the end of term',
    ask: 'agree the test of shared records',
  },
  JO2: {
    good: [
      'Family hub in the east opened and had its first hundred visits.',
      'Drop-ins at four libraries are staffed every week.',
      'Health visitors hold clinics in three hubs.',
    ],
    trouble: ['The lease of one hub is not signed.', 'Evening sessions have too few staff.'],
    next: ['Open the next hub.', 'Evening rota with voluntary partners.'],
    path: 'Sign the lease and share the evening rota with voluntary partners',
    ask: 'agree the lease of the fourth hub',
  },
  JO3: {
    good: [
      'Perinatal mental health sessions started in two more hubs.',
      'Dads’ groups meet in six localities.',
      'The 2-year review is offered to nearly every family.',
    ],
    trouble: [
      'Health visitor vacancies slow the 2-year reviews.',
      'Referrals for adolescents wait more than ten weeks.',
    ],
    next: ['Skill mix for reviews.', 'Brief support while waiting.'],
    path: 'Nursery nurses to share reviews, and brief support for those who wait',
    ask: 'note the vacancies in health visiting',
  },
  JO4: {
    good: [
      'The directory has one search for all partners.',
      'Young testers helped to rewrite ten pages.',
      'Chat opening hours were extended to eight in the evening.',
    ],
    trouble: [
      'A third of entries in the directory are out of date.',
      'The chat was closed for four evenings.',
    ],
    next: ['Ask providers to confirm their entries.', 'Second round with young testers.'],
    path: 'Providers to confirm entries; those that do not are taken out',
    ask: 'agree that partners keep their own entries up to date',
  },
};

/** Where a measure begins in a rehearsal when no published figure is there to start from; invented. */
export const startingFigures: Readonly<Record<string, number>> = {
  I16: 18.6,
  I20: 431,
  I25: 312,
  I27: 2940,
  I28: 46,
  I32a: 18_940,
  I32b: 13.1,
  I36: 88.4,
};
