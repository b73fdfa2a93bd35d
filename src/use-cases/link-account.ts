import { createHash, randomInt } from 'node:crypto';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import type { Person } from '../plan/people.ts';
import { can } from '../plan/permissions.ts';
import { nameOfPlatform, type AccountAtDoor } from './account-at-door.ts';
import { auditBy, auditOf } from './audit-facts.ts';
import { planInForce } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { forgetCode, freshTry, readCodes, rememberCode, type LinkCode } from './link-codes.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';
import { tellSecretariat } from './tell-secretariat.ts';

/** How long a code is good, in milliseconds (guide/trust.md, S6), and how long the secretariat has to confirm a wish. */
const codeMs = 10 * 60_000;
const wishMs = 14 * 86_400_000;

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code by which the next account that shows it becomes this person's: once, within ten minutes. */
export async function issueLinkCode(
  deps: Deps,
  actor: Actor,
  email: string,
): Promise<Result<{ readonly code: string; readonly person: Person }, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const person = await store.people.byEmail(email.trim().toLowerCase());
  if (!person)
    return failure(refusal('not_found', `Nobody with the address ${email} is known to this partnership.`));
  const allowed = await mayLink(deps, actor, person);
  if (allowed) return failure(allowed);
  const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  await store.transact(async (records) => {
    await rememberCode(records, deps.clock.now(), {
      kind: 'code',
      hash: hashOf(code),
      personId: person.id,
      account: null,
      until: deps.clock.now().getTime() + codeMs,
    });
    await records.audit.append(auditOf(deps, actor, 'link_code_issued', `person:${person.id}`));
  });
  return success({ code, person });
}

/** Somebody whom nobody knows yet shows a code. Five wrong ones in ten minutes, and no more are looked at for a while. */
export async function redeemLinkCode(
  deps: Deps,
  account: AccountAtDoor,
  code: string,
): Promise<Result<Person, Refusal>> {
  const hash = hashOf(code.trim().toUpperCase().replace(/[\s-]/g, ''));
  const now = deps.clock.now();
  for (const { id } of await deps.store.partnerships()) {
    const store = deps.store.in(id);
    if (!(await freshTry(store, accountKey(account), now)))
      return failure(
        refusal(
          'not_allowed',
          'That was one try too many. Please wait ten minutes, or ask the secretariat for a new code.',
        ),
      );
    const found = (await readCodes(store, now)).find((each) => each.kind === 'code' && each.hash === hash);
    if (!found) continue;
    const linked = await store.transact((records) => link(deps, records, found, account, found.personId));
    if (linked) return success(linked);
  }
  return failure(
    refusal(
      'not_found',
      'That code is not known, has been used, or is older than ten minutes. Ask the secretariat for a new one.',
    ),
  );
}

/**
 * Somebody whom nobody knows says who they are by the e-mail address that the platform vouches for. That alone links nothing: the
 * secretariat is asked to confirm. False when no partnership knows the address.
 */
export async function askToBeLinked(deps: Deps, account: AccountAtDoor, email: string): Promise<boolean> {
  let asked = false;
  for (const { id } of await deps.store.partnerships()) {
    const person = await deps.store.in(id).people.byEmail(email.trim().toLowerCase());
    if (!person) continue;
    await deps.store.in(id).transact((records) => noteWish(deps, records, account, person));
    asked = true;
  }
  return asked;
}

async function noteWish(deps: Deps, records: Records, account: AccountAtDoor, person: Person): Promise<void> {
  const now = deps.clock.now();
  const key = accountKey(account);
  const wishes = await readCodes(records, now);
  if (
    wishes.some(
      (wish) =>
        wish.kind === 'wish' &&
        wish.personId === person.id &&
        wish.account !== null &&
        accountKey(wish.account) === key,
    )
  )
    return;
  const name = hashOf(`${key}:${person.id}:${now.toISOString()}`).slice(0, 6).toUpperCase();
  await rememberCode(records, now, {
    kind: 'wish',
    hash: name,
    personId: person.id,
    account,
    until: now.getTime() + wishMs,
  });
  await records.audit.append(auditBy(deps, null, account.platform, 'link_asked', `person:${person.id}`));
  await tellSecretariat(
    deps,
    records,
    `link:${name}`,
    `An account in ${nameOfPlatform(account)} with the address ${person.email} says that it is ${person.name}. If that is right, type: link confirm ${name}`,
  );
}

/** The secretariat confirms a wish: now the account is the person's. */
export async function confirmLink(deps: Deps, actor: Actor, name: string): Promise<Result<Person, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const wish = (await readCodes(store, deps.clock.now())).find(
    (each) => each.kind === 'wish' && each.hash === name.trim().toUpperCase(),
  );
  const person = wish && (await store.people.byId(wish.personId));
  if (!wish?.account || !person)
    return failure(refusal('not_found', `Nobody is waiting to be confirmed under "${name}".`));
  const { account } = wish;
  const allowed = await mayLink(deps, actor, person);
  if (allowed) return failure(allowed);
  const linked = await store.transact((records) => link(deps, records, wish, account, actor.personId));
  return linked
    ? success(linked)
    : failure(refusal('conflict', 'This account belongs to somebody already; nothing was changed.'));
}

async function link(
  deps: Deps,
  records: Records,
  code: LinkCode,
  account: AccountAtDoor,
  byPersonId: string,
): Promise<Person | null> {
  const person = await records.people.byId(code.personId);
  if (!person) return null;
  const added = await records.people.addAccount({ id: deps.newId(), personId: person.id, ...account });
  if (!added) return null;
  await forgetCode(records, deps.clock.now(), code);
  await records.audit.append(
    auditBy(deps, byPersonId, account.platform, 'account_linked', `person:${person.id}`),
  );
  return person;
}

async function mayLink(deps: Deps, actor: Actor, person: Person): Promise<Refusal | null> {
  const plan = await planInForce(deps.store.in(actor.partnershipId), deps.clock.now());
  if (!plan) return refusal('not_found', 'No plan is in force yet.');
  const permission = can(
    actor,
    'link_account',
    { kind: 'person', personId: person.id },
    plan,
    londonDate(deps.clock.now()),
  );
  return permission.allowed ? null : refusal('not_allowed', permission.words);
}

function accountKey({ platform, tenantId, userId }: AccountAtDoor): string {
  return `${platform}:${tenantId}:${userId}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
