import type { Message } from '../../../messages/message.ts';
import { refusalMessage } from '../../../messages/refusal-message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';
import {
  askToBeLinked,
  confirmLink,
  issueLinkCode,
  redeemLinkCode,
} from '../../../use-cases/link-account.ts';
import { refuseStranger } from '../../../use-cases/refuse-stranger.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { InboundActivity } from '../seam/activity.ts';

export type Speaker =
  | { readonly kind: 'known'; readonly actor: Actor; readonly words: string }
  /** Known in several partnerships, and it is not clear which is meant. */
  | { readonly kind: 'which'; readonly say: Message }
  /** Turned away, and written down without a word of what they typed. */
  | { readonly kind: 'unknown'; readonly say: Message };

/**
 * Who an account is: by tenant and object id, never by a name or an address that anybody can give themselves.
 * `partnershipId` is that of a button; words may begin with a partnership's code where somebody is in several.
 */
export async function whoSpeaks(
  deps: Deps,
  heard: Pick<InboundActivity, 'person' | 'tenantId'>,
  words: string,
  partnershipId: string | null,
): Promise<Speaker> {
  const { tenantId, aadObjectId } = heard.person;
  const actors = aadObjectId === '' ? [] : await actorsOfAccount(deps, 'teams', tenantId, aadObjectId);
  const [first, ...others] = actors;
  if (!first) return unknown(deps, heard, partnershipId);
  if (partnershipId !== null) {
    const actor = actors.find((each) => each.partnershipId === partnershipId);
    return actor ? { kind: 'known', actor, words } : unknown(deps, heard, partnershipId);
  }
  return others.length === 0 ? { kind: 'known', actor: first, words } : among(deps, actors, words);
}

const addressed = /^\s*\/bcp\s*/i;

async function among(deps: Deps, actors: readonly Actor[], words: string): Promise<Speaker> {
  const partnerships = await deps.store.partnerships();
  const prefix = addressed.exec(words)?.[0] ?? '';
  const [start = '', ...rest] = words.slice(prefix.length).trim().split(/\s+/);
  const wanted = partnerships.find(
    ({ code }) => code.toLowerCase() === start.toLowerCase().replace(/:$/, ''),
  );
  const actor = actors.find((each) => each.partnershipId === wanted?.id);
  if (actor) return { kind: 'known', actor, words: `${prefix}${rest.join(' ')}` };
  const own = partnerships.filter(({ id }) => actors.some((each) => each.partnershipId === id));
  const list = own.map(({ name, code }) => `${name}: begin with "${code}"`).join('; ');
  const example = `${own[0]?.code ?? ''} status`;
  return {
    kind: 'which',
    say: sentence(`You are in several partnerships. ${list}. For example: ${example}`),
  };
}

const linking = { account: 'Teams account', typed: 'link' };

async function unknown(
  deps: Deps,
  { person, tenantId: heardIn }: Pick<InboundActivity, 'person' | 'tenantId'>,
  partnershipId: string | null,
): Promise<Speaker> {
  const { tenantId, aadObjectId: accountId } = person;
  const account = { platform: 'teams', tenantId, accountId, heardIn, partnershipId } as const;
  return { kind: 'unknown', say: await refuseStranger(deps, account, linking) };
}

/** True for `link`, `link CODE`, `link code ADDRESS` and `link confirm NAME`, whole: "Link workers are in place" is an answer. */
export function isLinkWords(words: string): boolean {
  return /^(?:\/bcp\s+)?link(?:\s+(?:code|confirm)\s+\S+|\s+\S+)?$/i.test(words.trim());
}

/** Somebody and where they type. */
type Typing = Pick<InboundActivity, 'person' | 'scope'>;

/** Answers them. `email` is the address that the person's own directory vouches for, asked only when it is needed. */
export async function answerLinkWords(
  deps: Deps,
  { person, scope }: Typing,
  words: string,
  email: () => Promise<string>,
): Promise<Message> {
  const [, first = '', second = ''] = words.trim().replace(addressed, '').split(/\s+/);
  const [actor] = await actorsOfAccount(deps, 'teams', person.tenantId, person.aadObjectId);
  if (actor) return forKnown(deps, actor, scope, first.toLowerCase(), second);
  const account = { platform: 'teams', tenantId: person.tenantId, userId: person.aadObjectId } as const;
  if (first !== '') {
    const redeemed = await redeemLinkCode(deps, account, first);
    return redeemed.ok
      ? sentence(
          `Welcome, ${redeemed.value.name}. From now on bcp knows you here. Type help to see what you can do.`,
        )
      : refusalMessage(redeemed.error);
  }
  const known = await email();
  const asked = known !== '' && (await askToBeLinked(deps, account, known));
  return asked
    ? sentence('The secretariat has been asked to confirm that this is you. You are told here when it has.')
    : sentence(
        'No partnership knows the e-mail address of this Teams account. Please ask the secretariat for a code, and type "link CODE".',
        'notice',
      );
}

/** Whoever reads a code first becomes the person it is for: it is made only where nobody reads along. */
const notBeforeAll = sentence(
  'A code is read by whoever is here, so none was made. Please type it in our own chat.',
  'notice',
);

async function forKnown(
  deps: Deps,
  actor: Actor,
  scope: InboundActivity['scope'],
  what: string,
  name: string,
): Promise<Message> {
  if (what === 'code' && scope !== 'personal') return notBeforeAll;
  if (what === 'code' && name !== '') {
    const issued = await issueLinkCode(deps, actor, name);
    return issued.ok
      ? sentence(`${issued.value.person.name} can type within ten minutes, once: link ${issued.value.code}`)
      : refusalMessage(issued.error);
  }
  if (what === 'confirm' && name !== '') {
    const confirmed = await confirmLink(deps, actor, name);
    return confirmed.ok
      ? sentence(`Confirmed: this account is ${confirmed.value.name}'s.`)
      : refusalMessage(confirmed.error);
  }
  return sentence(
    `bcp knows you here already, as ${actor.person.name}. For somebody else: "link code ADDRESS" or "link confirm NAME".`,
  );
}
