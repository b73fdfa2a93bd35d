import { londonInstant } from '../../src/kit/london.ts';
import { success } from '../../src/kit/result.ts';
import type { Message, Press } from '../../src/messages/message.ts';
import { notSavedMessage } from '../../src/messages/not-saved.ts';
import { recordedBriefly } from '../../src/messages/recorded.ts';
import { workingOnIt } from '../../src/messages/working-on-it.ts';
import { noFaults } from '../../src/platforms/rehearsal/faults.ts';
import { rehearsalSender } from '../../src/platforms/rehearsal/rehearsal-sender.ts';
import { moveTo, whoHolds, type PlayDeps } from '../../src/rehearsal/play-month.ts';
import type { Place } from '../../src/use-cases/conversation/answer.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { pressButton } from '../../src/use-cases/conversation/press-button.ts';
import { refuseStranger } from '../../src/use-cases/refuse-stranger.ts';
import { actorOfPerson } from '../../src/use-cases/who-is.ts';

const personal: Place = { kind: 'personal', channelId: '' };

/** A channel that is looked at for the first time. */
const channel: Place = {
  kind: 'channel',
  channelId: 'preview',
  channel: {
    tenantId: 'rehearsal',
    look: () => Promise.resolve(success({ name: '#partnership-board', reach: 'members', why: '' })),
  },
};

/** What the secretariat types for it, and where. */
const typed: readonly (readonly [name: string, words: string, place: Place])[] = [
  ['channel-use', 'channel use for board', channel],
  ['remind-all', 'remind all', personal],
  ['meeting-added', 'meeting 2026-12-01 Partnership Board', personal],
  ['decided', 'decide IC5 agency spend is agreed until March', personal],
  ['decisions', 'decisions', personal],
  ['assigned', 'assign IC3 to Grace Bell', personal],
];

/**
 * Has happen what no month of the play holds: a channel taken into use, a decision, an action given away and declined, messages that do not
 * arrive, a month that opens with an action that nobody owns, a stranger. What is sent by it stands in the conversations; the rest is given.
 */
export async function haveSeldomThingsHappen(play: PlayDeps): Promise<ReadonlyMap<string, Message>> {
  const { deps } = play;
  const secretariat = await whoHolds(play, 'secretariat');
  const chair = await whoHolds(play, 'chair');
  if (!secretariat || !chair) throw new Error('Nobody in the played partnership is secretariat or chair.');
  const messages = new Map<string, Message>();
  for (const [name, words, place] of typed) {
    const heard = { text: `/bcp ${words.replace('Grace Bell', chair.person.name)}`, place, eventKey: `seldom:${name}` };
    const { say } = await hear(deps, secretariat, heard);
    say.forEach((message, index) => messages.set(`seldom-${name}${index === 0 ? '' : `-${index + 1}`}`, message));
  }
  messages.set('seldom-answered-already', await answerTwice(play));
  await moveTo(play, play.clock.now());
  await decline(play, chair.personId);
  await missNudges(play);
  await moveTo(play, londonInstant('2027-01-04', '09:05'));
  const stranger = { platform: 'rehearsal', tenantId: 'rehearsal', accountId: 'nobody', eventKey: 'seldom:stranger' } as const;
  messages.set('seldom-stranger', await refuseStranger(deps, stranger));
  messages.set('seldom-working-on-it', workingOnIt('status'));
  for (const [name, message] of whenThereIsTrouble()) messages.set(`seldom-${name}`, message);
  return messages;
}

/** What is said when a form was closed too early, and when the database goes away just after an answer was stored. */
const whenThereIsTrouble = (): readonly (readonly [name: string, message: Message])[] => [
  [
    'not-saved',
    notSavedMessage({
      title: 'Your update for December 2026',
      problems: ['IC5 is red, so it needs a path to green: what, who and by when.'],
      typed: [
        { label: 'IC5 How is it going?', value: 'Red' },
        { label: 'IC5 What was done', value: 'Two panels were cancelled; nobody could chair them.' },
      ],
      press: { verb: 'update', month: '2026-12' },
    }),
  ],
  ['recorded-briefly', recordedBriefly({ monthWords: 'December 2026', isNew: true, masked: ['a phone number'] })],
];

/** Somebody presses No change when nothing is open any more. */
async function answerTwice({ deps, partnershipId }: PlayDeps): Promise<Message> {
  const month = '2026-12';
  for (const { personId } of await deps.store.in(partnershipId).prompts.ofMonth(month)) {
    const actor = await actorOfPerson(deps, partnershipId, personId, 'rehearsal');
    if (!actor) continue;
    for (const time of ['first', 'second']) {
      const eventKey = `seldom:no-change:${personId}:${time}`;
      const { say } = await pressButton(deps, actor, { press: { verb: 'no_change', month }, place: personal, eventKey });
      const answered = say.find(({ summary }) => summary.startsWith('Everything you were asked'));
      if (answered) return answered;
    }
  }
  throw new Error('Nobody has answered everything.');
}

/** Whoever was given an action says that it is not theirs. */
async function decline(play: PlayDeps, personId: string): Promise<void> {
  const { deps, partnershipId } = play;
  const posts = await deps.store.in(partnershipId).conversations.of(`person:${personId}`, 1000);
  const presses = posts.flatMap(({ message }) =>
    message.parts.flatMap((part): readonly Press[] => (part.kind === 'buttons' ? part.buttons.map(({ press }) => press) : [])),
  );
  const press = presses.find(({ verb }) => verb === 'decline_role');
  const actor = await actorOfPerson(deps, partnershipId, personId, 'rehearsal');
  if (!press || !actor) throw new Error('Nobody was asked whether they take the action on.');
  await pressButton(deps, actor, { press, place: personal, eventKey: 'seldom:declined' });
}

/** The first reminder does not reach one owner, and the secretariat hears of it on the next working morning. */
async function missNudges(play: PlayDeps): Promise<void> {
  const { store, clock } = play.deps;
  const prompts = await store.in(play.partnershipId).prompts.ofMonth('2026-12');
  const missingAccounts = prompts.slice(0, 1).map(({ personId }) => personId);
  const faults = { get: () => ({ ...noFaults, missingAccounts }) };
  const broken = { ...play, senders: [rehearsalSender({ store, clock, faults })] };
  await moveTo(broken, londonInstant('2026-12-04', '09:05'));
  await moveTo(play, londonInstant('2026-12-07', '09:05'));
}
