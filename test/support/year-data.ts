import type { PersonToImport } from '../../src/use-cases/import-people.ts';

/** One letter a month for every action, December 2025 to November 2026; `-` is a month without an answer. */
export const lettersOfYear: Readonly<Record<string, string>> = {
  IC1: 'RR-RAGGGGGGG',
  IC2: 'GGGAGGGGGAAG',
  IC3: 'GGAAGGGARAAR',
  IC4: 'AAAAGGGAAARA',
  IC5: 'GGGGGG-GGGRR',
  IC6: 'RRA-GGGGGAA-',
  IC7: 'GGGGAGGGGAA-',
  SA1: 'GG-GARRRRRRA',
  SA2: 'AAARRRRRAGGG',
  SA3: 'GG--GGGAAAGG',
  SA4: 'RAGGGGGGGGGG',
  SA5: 'ARAARRRAA-GG',
  SA6: 'G-G-GGGGGGAR',
  JO1: 'AARRRAAGGGGA',
  JO2: 'AAARRR-AAGG-',
  JO3: 'RRRRAGGGGGAG',
  JO4: 'AAAGGG-GGG-A',
};

/**
 * Monthly figures, each about the month before: plans issued in time and re-referrals as numerators of 200, and children who wait, of whom the last
 * three are too few to be shown.
 */
export const figuresOfYear = {
  I05: [56, 57, 56, 55, 57, 58, 59, 60, 58, 57, 59, 61],
  I15: [42, 43, 42, 44, 43, 42, 44, 43, 45, 46, 48, 51],
  I28: [41, 40, 38, 35, 33, 31, 28, 22, 15, 3, 2, 4],
} as const;

export const firstMonth = '2025-12';

/** Plainly invented: who owns what, in six organisations. */
export const owners: readonly (readonly [
  name: string,
  organisation: string,
  jobTitle: string,
  codes: readonly string[],
])[] = [
  ['Asha Verma', 'bcc', 'Head of SEND', ['IC4', 'IC5']],
  ['Colm Reyes', 'bcc', 'Head of Culture', ['IC1', 'IC2']],
  ['Lena Hart', 'bvsc', 'Youth Voice Lead', ['IC3']],
  ['Mina Patel', 'bct', 'Principal Social Worker', ['IC6', 'SA2', 'SA5']],
  ['Owen Clarke', 'icb', 'Workforce Lead', ['IC7', 'SA4', 'SA6', 'JO1']],
  ['Tom Osei', 'wmp', 'Partnerships Inspector', ['SA1']],
  ['Ruth Lowe', 'bcc', 'Consultant in Public Health', ['SA3', 'JO3']],
  ['Ada Finch', 'edu', 'Early Help Manager', ['JO2', 'JO4']],
];

export const reasons: readonly (readonly [done: string, next: string, path: string, ask: string])[] = [
  [
    'Match funding for the youth voice network was not confirmed, so two posts are unfilled.',
    'A smaller first phase with existing staff has been drafted.',
    'Start the first phase with existing staff',
    'whether match funding for the youth voice network can be released',
  ],
  [
    'Suspensions rose in the autumn term in two localities; the inclusion panel has not met since September.',
    'Three schools try relationship-based plans from January.',
    'Restart the inclusion panel and agree its members',
    'who leads the recovery across schools',
  ],
  [
    'Autumn sessions in schools reached fewer pupils than planned; fourteen schools moved their dates.',
    'Catch-up clinics in four libraries; consent forms now in eleven languages.',
    'Run the catch-up clinics to the end of term',
    'venues that partners can offer for catch-up clinics',
  ],
];

/** Everybody in the year: owners, a chair, the secretariat, a theme lead, an observer. */
export const peopleOfYear: readonly PersonToImport[] = [
  ...owners.map(([name, organisation, jobTitle, codes]) =>
    personOfYear(
      name,
      organisation,
      jobTitle,
      codes.map((code) => ({ kind: 'owner', scope: { kind: 'action', code } })),
    ),
  ),
  personOfYear('Sam Field', 'bcc', 'Partnership Manager', [
    { kind: 'secretariat', scope: { kind: 'partnership' } },
  ]),
  personOfYear('Grace Bell', 'bcc', 'Independent Chair', [{ kind: 'chair', scope: { kind: 'partnership' } }]),
  personOfYear('Noor Aziz', 'bcc', 'Theme Lead', [
    { kind: 'theme_lead', scope: { kind: 'theme', code: 'inclusive' } },
  ]),
  personOfYear('Vic Moore', 'dfe', 'Commissioner', [{ kind: 'observer', scope: { kind: 'partnership' } }]),
];

function personOfYear(
  name: string,
  organisationCode: string,
  jobTitle: string,
  roles: readonly Pick<PersonToImport['roles'][number], 'kind' | 'scope'>[],
): PersonToImport {
  const userId = name.toLowerCase().replace(' ', '.');
  return {
    email: `${userId}@birmingham.example`,
    name,
    organisationCode,
    jobTitle,
    prefers: null,
    accounts: [{ platform: 'rehearsal', tenantId: 'rehearsal', userId }],
    roles: roles.map((role) => ({ ...role, startsOn: '2025-12-01', endsOn: null })),
  };
}
