import { cast } from '../../support/birmingham.ts';

/** Slack accounts of the people on the stage, by the first part of their address. */
export const accounts: Readonly<Record<string, string>> = {
  'asha.verma': 'UASHA',
  'priya.nair': 'UPRIYA',
  'tom.osei': 'UTOM',
  'lena.hart': 'ULENA',
  'sam.field': 'USAM',
  'grace.bell': 'UGRACE',
  'noor.aziz': 'UNOOR',
};

/** The cast, each with an account in one workspace. */
export function peopleInSlack(
  tenantId = 'T1',
  idOf: (name: string) => string = (name) => accounts[name] ?? '',
) {
  return cast.map((person) => ({
    ...person,
    accounts: [{ platform: 'slack' as const, tenantId, userId: idOf(person.email.split('@')[0] ?? '') }],
  }));
}
