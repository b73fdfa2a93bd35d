import { dayInWords } from '../kit/local-date.ts';
import { audienceInWords, audienceParts } from '../plan/audience.ts';
import { monthInWords } from '../plan/month.ts';
import { allActions } from './digest/all-actions.ts';
import { atAGlance } from './digest/at-a-glance.ts';
import { boardAsks } from './digest/board-asks.ts';
import { corrections, worthAQuestion } from './digest/corrections.ts';
import type { DigestPicture } from './digest/digest-picture.ts';
import { digestScope, digestSections, type DigestScope, type DigestSection } from './digest/digest-scope.ts';
import { exceptions } from './digest/exceptions.ts';
import { fromMeetings } from './digest/from-meetings.ts';
import { howToRead, sources, whatComesNext } from './digest/how-to-read.ts';
import { lens } from './digest/lens.ts';
import { numbered } from './digest/make-blocks.ts';
import { measureSections } from './digest/measures.ts';
import { notReceived } from './digest/not-received.ts';
import { youSaidWeDid } from './digest/you-said-we-did.ts';
import type { Block, Document } from './document.ts';

/** Said on every paper that was made while nobody real answered. */
export const rehearsalBanner = 'REHEARSAL: plainly invented people and updates.';

/**
 * The digest of a month for one audience: who may read what decides which actions, sections and names are in it. Draws on nothing but
 * its argument, so the same picture gives the same paper.
 */
export function boardDigest(digest: DigestPicture): Document {
  const scope = digestScope(digest.picture, digest.audience);
  const { plan, month } = digest.picture;
  return {
    title: `${titleOf(digest)}: ${monthInWords(month)}`,
    subtitle: subtitleOf(digest, scope),
    partnership: plan.partnership.name,
    marking: digest.marking,
    position: `Position at ${dayInWords(digest.positionOn)}`,
    banner: digest.isRehearsal ? rehearsalBanner : null,
    auditHead: digest.auditHead,
    blocks: numbered(
      digestSections
        .filter((section) => scope.sections.has(section))
        .flatMap((section) => writers[section](digest, scope)),
    ),
  };
}

type Write = (digest: DigestPicture, scope: DigestScope) => readonly Block[];

const writers: Readonly<Record<DigestSection, Write>> = {
  glance: (_digest, scope) => atAGlance(scope),
  asks: (_digest, scope) => boardAsks(scope),
  exceptions: (_digest, scope) => exceptions(scope),
  not_received: (digest, scope) => notReceived(scope, digest.positionOn),
  actions: (_digest, scope) => allActions(scope),
  measures: (_digest, scope) => measureSections(scope),
  lens: (_digest, scope) => lens(scope),
  meeting: fromMeetings,
  voice: youSaidWeDid,
  corrections,
  to_look_at: (_digest, scope) => worthAQuestion(scope),
  dates: whatComesNext,
  how_to_read: (_digest, scope) => howToRead(scope),
  sources: (_digest, scope) => sources(scope),
};

function titleOf({ audience, picture }: DigestPicture): string {
  const { kind } = audienceParts(audience);
  switch (kind) {
    case 'board':
      return 'Board digest';
    case 'partnership':
      return 'Partnership digest';
    case 'theme':
      return `Digest of ${audienceInWords(audience, picture.plan)}`;
    case 'partner':
    case 'aligned':
      return `Digest for ${audienceInWords(audience, picture.plan)}`;
  }
}

/** For whom and for what: for decision where an owner asks something, for assurance in any case. */
function subtitleOf({ audience, picture, nextMeeting }: DigestPicture, scope: DigestScope): string {
  const isBoard = audienceParts(audience).kind === 'board';
  const meeting =
    nextMeeting && isBoard ? `For the ${nextMeeting.title} on ${dayInWords(nextMeeting.on)}` : null;
  const wantsDecision =
    isBoard && scope.actions.some(({ content }) => content?.ask && content.ask.verb !== 'note');
  const purpose = wantsDecision ? 'For decision and assurance' : 'For assurance';
  return [
    meeting ?? `For ${audienceInWords(audience, picture.plan)}`,
    purpose,
    'From the owners’ monthly updates',
  ].join(' · ');
}
