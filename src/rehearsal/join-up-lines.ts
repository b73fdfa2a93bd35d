import type { ActionLines } from './action-lines.ts';

/** For the actions of JOIN UP OUR OFFER. Plainly made up: no line is about a real event. */
export const joinUpLines: Readonly<Record<string, ActionLines>> = {
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
