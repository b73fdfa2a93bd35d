import type { FilePerson } from '../imports/people-file.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { Directory } from '../use-cases/cycle-context.ts';

/**
 * Everybody who is here today or will be, with the roles they hold or will hold, in the shape of a people file: so that what a file leaves
 * open is judged together with what is stored already. Of somebody who stands in both, the file's word counts and the stored roles are added.
 */
export function knownPeople(
  directory: Directory,
  file: readonly FilePerson[],
  today: LocalDate,
): readonly FilePerson[] {
  const stored = directory.people
    .filter(({ endsOn }) => endsOn === null || endsOn >= today)
    .map((person): FilePerson => ({
      email: person.email,
      name: person.name,
      organisationCode: person.organisationCode,
      jobTitle: person.jobTitle,
      prefers: person.prefers,
      accounts: directory.accounts.filter(({ personId }) => personId === person.id),
      roles: directory.roles.filter(
        ({ personId, endsOn }) => personId === person.id && (endsOn === null || endsOn >= today),
      ),
    }));
  const named = new Map(file.map((person) => [person.email, person]));
  const storedEmails = new Set(stored.map(({ email }) => email));
  return [
    ...stored.map((person) => joined(person, named.get(person.email))),
    ...file.filter(({ email }) => !storedEmails.has(email)),
  ];
}

function joined(stored: FilePerson, inFile: FilePerson | undefined): FilePerson {
  if (!inFile) return stored;
  return {
    ...inFile,
    accounts: [...stored.accounts, ...inFile.accounts],
    roles: [...stored.roles, ...inFile.roles],
  };
}
