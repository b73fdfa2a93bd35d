import { londonDate } from '../../../kit/london.ts';
import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { RoleKind } from '../../../plan/people.ts';
import { isRoleActive } from '../../../plan/roles.ts';
import { hear } from '../../../use-cases/conversation/hear.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import { actorsOfAccount } from '../../../use-cases/who-is.ts';
import type { SlackApi } from '../api/slack-api.ts';
import type { Block, HomeView } from '../render/blocks.ts';
import { assertSlackView } from '../render/check-payload.ts';
import { slackLimits } from '../render/limits.ts';
import { counter, messageBlocks } from '../render/render-message.ts';
import { headingBlocks } from '../render/render-table.ts';
import { plain, weightOf } from '../render/words.ts';
import type { PictureOf } from '../sending/pictures.ts';
import { withPictures } from '../sending/with-pictures.ts';
import type { TalkDeps } from './talk.ts';

interface HomeSection {
  readonly partnershipId: string;
  readonly title: string | null;
  readonly message: Message;
  /** What to type for the same thing in full. */
  readonly typed: string;
}

const office: readonly RoleKind[] = ['secretariat', 'administrator'];

/** Who is asked something; whoever is not sees the whole plan. */
const answering: readonly RoleKind[] = ['owner', 'deputy', 'cover'];

/** A view may weigh 250 kB; a tenth of that is for what stands around the sections. */
const homeWeight = slackLimits.viewBytes * 0.9;

/**
 * Publishes a person's App Home: what is asked of them now and what they have sent, their part of the plan with its months (for whoever
 * only reads, the whole plan), and for the secretariat where the month stands. Written from the database each time, never from the event.
 */
export async function publishHome(
  talk: TalkDeps,
  api: SlackApi,
  teamId: string,
  userId: string,
): Promise<void> {
  const actors = await actorsOfAccount(talk.deps, 'slack', teamId, userId);
  const sections = (
    await Promise.all(actors.map((actor) => sectionsOf(talk, actor, actors.length > 1)))
  ).flat();
  const messages = sections.map(({ message }) => message);
  await withPictures(talk.pictures, { api, teamId }, messages, async (pictureOf) => {
    const view = homeView(sections, pictureOf, actors.length === 0);
    assertSlackView(view);
    await api.call('views.publish', { user_id: userId, view });
  });
}

function homeView(sections: readonly HomeSection[], pictureOf: PictureOf, isStranger: boolean): HomeView {
  const nextNumber = counter();
  return {
    type: 'home',
    blocks: [
      ...fitted(
        sections.map((section) => {
          const options = { partnershipId: section.partnershipId, pictureOf };
          const blocks = [
            ...(section.title === null ? [] : headingBlocks(section.title)),
            ...messageBlocks(section.message, 'home', options, nextNumber),
          ];
          return { blocks, short: shortOf(section) };
        }),
      ),
      ...(isStranger ? strangerBlocks : []),
      { type: 'divider' },
      { type: 'context', elements: [plain(about)] },
    ],
  };
}

async function sectionsOf(
  talk: TalkDeps,
  actor: Actor,
  isOneOfSeveral: boolean,
): Promise<readonly HomeSection[]> {
  const { partnershipId } = actor;
  const today = londonDate(talk.deps.clock.now());
  const holds = (kinds: readonly RoleKind[]) =>
    actor.roles.some((role) => kinds.includes(role.kind) && isRoleActive(role, today));
  const partnerships = await talk.deps.store.partnerships();
  const name = partnerships.find(({ id }) => id === partnershipId)?.name ?? '';
  const asked = [
    ...(holds(answering) || actor.coversFor.length > 0 ? ['prompt', 'status mine'] : ['status']),
    ...(holds(office) ? ['cycle', 'deliveries'] : []),
  ];
  const sections: HomeSection[] = [];
  for (const typed of asked) {
    const place = { kind: 'personal', channelId: '' } as const;
    const { say } = await hear(talk.deps, actor, {
      text: `/bcp ${typed}`,
      place,
      eventKey: `home:${actor.personId}`,
    });
    sections.push(...say.map((message) => ({ partnershipId, title: null, message, typed })));
  }
  return sections.map((section, index) =>
    index === 0 && isOneOfSeveral ? { ...section, title: name } : section,
  );
}

/** Sections that do not fit any more say in a sentence what they say, and how to see all of it. */
function fitted(
  sections: readonly { readonly blocks: readonly Block[]; readonly short: readonly Block[] }[],
): readonly Block[] {
  const blocks: Block[] = [];
  let weight = 0;
  for (const [index, section] of sections.entries()) {
    const kept = sections.length - index;
    const own = weightOf(section.blocks);
    const hasRoom = blocks.length + section.blocks.length + 3 * kept + 4 <= slackLimits.viewBlocks;
    const chosen = hasRoom && weight + own <= homeWeight ? section.blocks : section.short;
    blocks.push(...(index === 0 ? [] : [{ type: 'divider' } as const]), ...chosen);
    weight += weightOf(chosen);
  }
  return blocks;
}

function shortOf({ message, typed, partnershipId }: HomeSection): readonly Block[] {
  return messageBlocks(
    sentence(`${message.summary} There is more than fits here: type "${typed}" to bcp.`),
    'home',
    { partnershipId },
  );
}

const strangerBlocks: readonly Block[] = messageBlocks(
  sentence(
    'bcp does not know this Slack account yet. Type "/bcp link" anywhere, and the secretariat is asked to confirm who you are.',
  ),
  'home',
  { partnershipId: null },
);

const about =
  'Type "help" to bcp to see everything it can do. Please write about the work, never about a child. What you answer is kept with your name, the time and the place, and is shown to the board.';
