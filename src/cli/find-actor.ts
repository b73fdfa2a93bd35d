import { nearest } from '../imports/near-spelling.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Person } from '../plan/people.ts';
import type { Actor, Deps } from '../use-cases/deps.ts';
import type { PartnershipStore } from '../use-cases/ports/store.ts';
import { actorOfPerson } from '../use-cases/who-is.ts';

/** The person that `--as` names, by e-mail address or full name; capitals do not count. Whoever has left is not found. */
export async function findActor(
  { deps, records }: { readonly deps: Deps; readonly records: PartnershipStore },
  written: string,
): Promise<Result<Actor, string>> {
  const people = await records.people.all();
  const wanted = plain(written);
  const found = people.filter(({ email, name }) => email === wanted || plain(name) === wanted);
  const [person, other] = found;
  if (!person) return failure(notFound(written, people));
  if (other)
    return failure(
      `Several people are called ${person.name}. Give the e-mail address: ${found.map(({ email }) => email).join(' or ')}.`,
    );
  const actor = await actorOfPerson(deps, records.partnershipId, person.id, 'cli');
  return actor ? success(actor) : failure(`${person.name} has left the partnership.`);
}

function notFound(written: string, people: readonly Person[]): string {
  if (people.length === 0) return 'There are no people here yet. Import them first: bcp people import FILE';
  const near = nearest(
    written,
    people.flatMap(({ email, name }) => [email, name]),
  );
  return near === null
    ? `Nobody here is called "${written}". Give an e-mail address or a full name; "bcp people list" shows them.`
    : `Nobody here is called "${written}". Did you mean "${near}"?`;
}

function plain(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/g, ' ');
}
