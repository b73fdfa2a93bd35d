import { organisationName } from '../../plan/organisation-name.ts';
import { londonDate } from '../../kit/london.ts';
import { sentence } from '../../messages/sentence.ts';
import { roleInWords } from '../../messages/role-asked.ts';
import { unowned } from '../../plan/ownership.ts';
import { can } from '../../plan/permissions.ts';
import { isRoleActive } from '../../plan/roles.ts';
import { planInForce, readDirectory, type Directory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import type { ReachedAccount } from '../ports/delivery-records.ts';
import { destinationsOf } from '../promise-message.ts';
import { saying, type Answer } from './answer.ts';

/** `people`: who is who, how each can be reached, and what nobody owns. For the secretariat and the administrator. */
export async function peopleCommand(deps: Deps, actor: Actor): Promise<Answer> {
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return saying(sentence('No plan is in force yet.'));
  const today = londonDate(deps.clock.now());
  const permission = can(actor, 'see_deliveries', { kind: 'partnership' }, plan, today);
  if (!permission.allowed) return saying(sentence(permission.words, 'notice'));
  const directory = await readDirectory(store);
  const reached = await store.deliveries.lastReached();
  const gaps = unowned(plan, directory.roles, today);
  const here = directory.people.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  const words = `${here.length} people. ${gaps.actions.length === 0 ? 'Every action has an owner.' : `Nobody owns ${gaps.actions.join(', ')}.`}`;
  return saying({
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: gaps.actions.length === 0 ? 'normal' : 'notice' },
      {
        kind: 'table',
        caption: 'People of the partnership',
        columns: ['Name', 'Organisation', 'Roles', 'Reached by'],
        rows: here.map((person) => [
          person.name,
          organisationName(plan, person.organisationCode),
          rolesOf(person.id, directory, today),
          reachOf(person.id, directory, reached),
        ]),
      },
    ],
  });
}

function rolesOf(personId: string, { roles }: Directory, today: string): string {
  const own = roles.filter((role) => role.personId === personId && isRoleActive(role, today));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const codes = own
        .filter((role) => role.kind === kind)
        .flatMap(({ scope }) => (scope.kind === 'partnership' ? [] : [scope.code]));
      return `${roleInWords(kind)}${codes.length === 0 ? '' : ` of ${codes.join(', ')}`}`;
    })
    .join('; ');
}

/** What was seen when something was last sent counts; who was never sent anything is taken to have a chat. */
function reachOf(personId: string, directory: Directory, reached: readonly ReachedAccount[]): string {
  const person = directory.person(personId);
  if (!person) return '';
  return destinationsOf(person, directory.accounts)
    .map((to) => {
      if (to.kind !== 'account') return 'not reachable';
      const last = reached.find(
        ({ platform, tenantId, accountId }) =>
          platform === to.platform && tenantId === to.tenantId && accountId === to.accountId,
      );
      return `${platformWords[to.platform]}${last === undefined ? '' : howReached(last)}`;
    })
    .join('; ');
}

function howReached({ state, byMention, trouble }: ReachedAccount): string {
  const why = trouble === null ? '' : `: ${trouble}`;
  switch (state) {
    case 'sent':
      return byMention ? ', by mention in a channel' : '';
    case 'nobody_there':
      return `, not reachable${why}`;
    case 'refused':
    case 'gave_up':
      return `, but the last message did not arrive${why}`;
  }
}

const platformWords = {
  slack: 'Slack',
  teams: 'Teams',
  rehearsal: 'the rehearsal room',
  cli: 'the terminal',
};
