import type { RosterPerson } from '../../../src/platforms/rehearsal/rehearsal-host.ts';
import type { Channel } from '../../../src/use-cases/ports/board-records.ts';

/** Plainly invented people of the rehearsal, with the actions each owns. */
const rows = [
  ['priya', 'Priya Nair', 'Birmingham Children’s Trust', 'Head of Safeguarding', 'SA2'],
  ['colin', 'Colin Abara', 'Birmingham Children’s Trust', 'Assistant Director, Early Help', 'JO2 JO3'],
  ['grace', 'Grace Oduya', 'Birmingham City Council', 'Director of Children and Families', ''],
  ['owen', 'Owen Pritchard', 'Birmingham City Council', 'Head of Inclusion', 'IC5 IC2'],
  ['farah', 'Farah Siddiqui', 'Birmingham City Council', 'Partnership Secretary', ''],
  ['tom', 'Tom Ellery', 'Birmingham City Council', 'Head of SEND', 'IC4'],
  ['marie', 'Marie Lambert', 'NHS Birmingham and Solihull', 'Deputy Chief Nurse', 'SA6'],
  ['joseph', 'Joseph Bright', 'NHS Birmingham and Solihull', 'Director of Integration', 'JO1'],
  ['nadia', 'Nadia Kowalska', 'Birmingham Voluntary Service Council', 'Youth Voice Lead', 'IC3 IC1'],
  ['leon', 'Leon Marsh', 'West Midlands Police', 'Superintendent', 'SA1'],
  ['ruth', 'Ruth Okafor', 'West Midlands Police', 'Detective Chief Inspector', 'SA3'],
] as const;

const otherRoles: Readonly<Record<string, string>> = {
  grace: 'Chair',
  farah: 'Secretariat',
  leon: 'Lead of theme Build safety',
};

export const fakeOwners = new Map<string, readonly string[]>(
  rows.map(([id, , , , actions]) => [id, actions === '' ? [] : actions.split(' ')]),
);

export function fakePeople(stateOf: (id: string) => RosterPerson['promptState']): RosterPerson[] {
  return rows.map(([id, name, organisation, jobTitle, actions]) => ({
    id,
    name,
    organisation,
    jobTitle,
    roleWords: [
      ...(otherRoles[id] ? [otherRoles[id]] : []),
      ...(actions === '' ? [] : [`owner of ${actions.replace(' ', ', ')}`]),
    ],
    promptState: stateOf(id),
  }));
}

const channel = { platform: 'rehearsal', tenantId: 'room' } as const;

export const fakeChannels: Channel[] = [
  { ...channel, id: 'c1', channelId: 'board', name: 'board', audience: 'board', reach: 'members' },
  {
    ...channel,
    id: 'c2',
    channelId: 'build-safety',
    name: 'build-safety',
    audience: 'theme:Build safety',
    reach: 'members',
  },
  {
    ...channel,
    id: 'c3',
    channelId: 'whole',
    name: 'whole-partnership',
    audience: 'partnership',
    reach: 'shared',
  },
];

export const fakeTitles: Readonly<Record<string, string>> = {
  IC1: 'Joyful things to do',
  IC2: 'Safe, welcoming places to learn and grow',
  IC3: 'Youth voice and influence',
  IC4: 'SEND: early identification and response',
  IC5: 'Inclusive cultures, fewer exclusions',
  SA1: 'Place-based safety, physical and virtual',
  SA2: 'Support, safeguarding and protection',
  SA3: 'Domestic abuse and substance misuse',
  SA6: 'Vaccinations and immunisations',
  JO1: 'Integrated service systems',
  JO2: 'Help close to where families live',
  JO3: 'Help through the whole life course',
};
