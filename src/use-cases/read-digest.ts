import { redactRepeatedFigures } from '../guard/repeated-figures.ts';
import { londonDate } from '../kit/london.ts';
import type { LocalDate } from '../kit/local-date.ts';
import type { CorrectionLine, DigestPicture } from '../documents/digest/digest-picture.ts';
import type { Audience } from '../plan/audience.ts';
import type { Month } from '../plan/month.ts';
import { comingDates } from './coming-dates.ts';
import { correctionLines } from './digest-corrections.ts';
import { readMarking } from './marking.ts';
import type { Decision, Digest, Meeting, VoiceResponse } from './ports/board-records.ts';
import type { Records } from './ports/store.ts';
import { readPicture, type ReadPicture } from './read-picture.ts';
import { voiceLines } from './voice-lines.ts';

/** What the digests of a month are written from, for every audience: read once. */
export interface DigestBasis {
  readonly read: ReadPicture;
  readonly month: Month;
  readonly auditHead: string;
  readonly marking: string;
  readonly isRehearsal: boolean;
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly Decision[];
  readonly responses: readonly VoiceResponse[];
  /** Every digest there is, newest first. */
  readonly digests: readonly Digest[];
  readonly corrections: (since: {
    readonly earlier: Date;
    readonly own: Date | null;
  }) => readonly CorrectionLine[];
}

/** Null when the month was never opened. `today` decides what is still held back. */
export async function readDigestBasis(
  records: Records,
  month: Month,
  today: LocalDate,
): Promise<DigestBasis | null> {
  const read = await readPicture(records, { month, today });
  if (!read) return null;
  const safe = (text: string) => redactRepeatedFigures(text, read.hidden);
  const sensitive = new Set(read.picture.countedOnly.map(({ code }) => code));
  const isShown = ({ actionCode }: { readonly actionCode: string | null }) =>
    actionCode === null || !sensitive.has(actionCode);
  return {
    read,
    month,
    auditHead: await records.audit.head(),
    marking: await readMarking(records),
    isRehearsal: (await records.settings.get('rehearsal')) === true,
    meetings: await records.meetings.all(),
    decisions: (await records.meetings.decisions())
      .filter(isShown)
      .map((decision) => ({ ...decision, text: safe(decision.text) })),
    responses: (await records.voice.responses())
      .filter(isShown)
      .map((response) => ({ ...response, text: safe(response.text) })),
    digests: await records.digests.all(),
    corrections: await correctionLines(records, read, safe),
  };
}

/** The picture for one audience, as it stands on a day. */
export function digestPicture(basis: DigestBasis, audience: Audience, positionOn: LocalDate): DigestPicture {
  const { read, month, meetings, decisions } = basis;
  const { picture, cycle } = read;
  const last = meetings.filter(({ on }) => on <= positionOn).at(-1) ?? null;
  const next = meetings.find(({ on }) => on > positionOn) ?? null;
  return {
    picture,
    audience,
    positionOn,
    isRehearsal: basis.isRehearsal,
    marking: basis.marking,
    auditHead: basis.auditHead,
    nextMeeting: next,
    lastMeeting: last,
    decisions: decisions.filter(({ kind, meetingId }) => kind === 'decision' && meetingId === last?.id),
    meetingActions: decisions.filter(
      ({ kind, closedOn }) =>
        kind === 'meeting_action' && (closedOn === null || (last !== null && closedOn >= last.on)),
    ),
    ...voiceLines(picture, audience, month, basis.responses),
    corrections: basis.corrections(sinceWhen(basis, audience)),
    comingDates: comingDates(picture.plan, cycle, next, positionOn),
  };
}

/** Changes count from the last paper this audience was given: of an earlier month, and of this one. Both stay the same when it is drafted again. */
function sinceWhen({ digests, month }: DigestBasis, audience: Audience): { earlier: Date; own: Date | null } {
  const given = digests
    .filter((digest) => digest.audience === audience && digest.postedAt !== null)
    .sort((first, second) => first.draftedAt.getTime() - second.draftedAt.getTime());
  const earlier = given.findLast((digest) => digest.month < month);
  const own = given.find((digest) => digest.month === month);
  return { earlier: earlier?.draftedAt ?? new Date(8.64e15), own: own?.draftedAt ?? null };
}

/** The London day on which a digest was drafted: the day of its position. */
export function positionDay(digest: Digest): LocalDate {
  return londonDate(digest.draftedAt);
}

/** The audiences that are written for: the board always, and whoever has a channel. */
export function audiencesWithChannel(
  audiences: readonly Audience[],
  known: readonly Audience[],
): readonly Audience[] {
  const wanted = new Set<Audience>(['board', ...audiences]);
  return known.filter((audience) => wanted.has(audience));
}
