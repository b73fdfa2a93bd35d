import { channelHere, channelList } from '../../messages/channel-messages.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { outsidersRead } from '../../messages/not-posted.ts';
import { sentence } from '../../messages/sentence.ts';
import { audienceInWords } from '../../plan/audience.ts';
import { audienceNamed } from '../../plan/audience-words.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Actor, Deps } from '../deps.ts';
import { isSensitive, readMarking } from '../marking.ts';
import type { Channel } from '../ports/board-records.ts';
import { known, stopChannel, useChannel, type UsedChannel } from '../use-channel.ts';
import { saying, type Answer, type ChannelAtHand, type ChannelLook, type Heard } from './answer.ts';
import { enterOffice, type Office } from './enter-office.ts';

const notHere =
  'This is not a channel. Type it in the channel that is meant: /bcp channel use for board (in Teams: @BCP channel use for board).';
const forms =
  'Say "channel use for board", "channel use for theme safety", "channel use for partner wmp", "channel use for whole partnership", "channel stop" or "channel list".';

/** `channel`, `channel use for …`, `channel stop`, typed in the channel that is meant; `channel list` anywhere. */
export async function channelCommand(
  deps: Deps,
  actor: Actor,
  words: string,
  { place }: Pick<Heard, 'place'>,
): Promise<Answer> {
  const office = await enterOffice(deps, actor, 'manage_channels');
  if (!office.ok) return saying(refusalMessage(office.error));
  const wanted = words.trim();
  if (/^list$/i.test(wanted)) return listed(deps, actor, office.value);
  if (place.kind !== 'channel' || place.channelId === '')
    return wanted === '' ? listed(deps, actor, office.value) : saying(sentence(notHere, 'notice'));
  const which = {
    platform: actor.platform,
    tenantId: place.channel?.tenantId ?? actor.platform,
    channelId: place.channelId,
  };
  if (wanted === '') return standing(office.value, await known(office.value.store, which));
  if (/^stop$/i.test(wanted)) {
    const stopped = await stopChannel(deps, actor, which);
    return saying(
      stopped.ok
        ? sentence(`bcp posts nothing here any more. What stands here stays.`)
        : refusalMessage(stopped.error),
    );
  }
  const [, named = ''] = /^use\s+(?:for\s+|as\s+)?(.+)$/i.exec(wanted) ?? [];
  if (named === '') return saying(sentence(forms, 'notice'));
  return using(deps, actor, office.value, which, named, place.channel);
}

async function using(
  deps: Deps,
  actor: Actor,
  { plan, store }: Office,
  which: Pick<Channel, 'platform' | 'tenantId' | 'channelId'>,
  named: string,
  atHand: ChannelAtHand | undefined,
): Promise<Answer> {
  const audience = audienceNamed(named, plan);
  if (audience === null)
    return saying(sentence(`"${named}" is no audience of this plan. ${audiencesInWords(plan)}`, 'notice'));
  const before = await known(store, which);
  const look = atHand ? await atHand.look() : null;
  if (look && !look.ok) return saying(sentence(look.error, 'notice'));
  const found: ChannelLook = look?.value ?? {
    name: before?.name ?? '',
    reach: before?.reach ?? 'members',
    why: '',
  };
  const used = await useChannel(deps, actor, { ...which, name: found.name, audience, reach: found.reach });
  if (!used.ok) return saying(refusalMessage(used.error));
  return saying(
    channelHere({
      name: used.value.channel.name,
      forWhom: audienceInWords(audience, plan),
      before: beforeInWords(used.value, plan),
      countsOnly: countsOnly(found, await readMarking(store)),
    }),
  );
}

function beforeInWords({ before, channel }: UsedChannel, plan: Plan): string | null {
  return before === null || before.audience === channel.audience
    ? null
    : audienceInWords(before.audience, plan);
}

/** Why the readers get counts only; null = they get the whole front page. */
function countsOnly({ reach, why }: ChannelLook, marking: string): string | null {
  if (isSensitive(marking)) return `The partnership's papers are ${marking}.`;
  if (reach === 'members') return null;
  return why === '' ? outsidersRead : why;
}

async function standing({ plan, store }: Office, channel: Channel | null): Promise<Answer> {
  if (!channel)
    return saying(sentence(`bcp posts nothing here. ${forms} ${audiencesInWords(plan)}`, 'notice'));
  const look: ChannelLook = { name: channel.name, reach: channel.reach, why: '' };
  return saying(
    channelHere({
      name: channel.name,
      forWhom: audienceInWords(channel.audience, plan),
      before: null,
      countsOnly: countsOnly(look, await readMarking(store)),
    }),
  );
}

async function listed(_deps: Deps, _actor: Actor, { plan, store }: Office): Promise<Answer> {
  const channels = await store.channels.all();
  return saying(
    channelList({
      marking: await readMarking(store),
      channels: channels.map(({ name, platform, audience, reach }) => ({
        name,
        platform,
        forWhom: audienceInWords(audience, plan),
        readers:
          reach === 'shared' ? 'Also people from outside: counts only.' : 'Members of the partnership.',
      })),
    }),
  );
}

function audiencesInWords(plan: Plan): string {
  const themes = plan.themes.map(({ code }) => `theme ${code}`).join(', ');
  const partners = plan.organisations.map(({ code }) => code).join(', ');
  return `There are: board, whole partnership, ${themes}, and a partner (${partners}).`;
}
