import type { ActionLines } from './action-lines.ts';

/** For the actions of BUILD SAFETY. Plainly made up: no line is about a real event. */
export const buildSafetyLines: Readonly<Record<string, ActionLines>> = {
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
};
