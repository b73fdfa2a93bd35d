import { londonDate } from '../kit/london.ts';
import type { DigestPicture, VoiceLine } from '../documents/digest/digest-picture.ts';
import { digestScope } from '../documents/digest/digest-scope.ts';
import { audienceParts, type Audience } from '../plan/audience.ts';
import { monthsBetween, type Month } from '../plan/month.ts';
import type { PlanPicture } from '../plan/plan-picture.ts';
import type { VoiceResponse } from './ports/board-records.ts';

/** So many stand in a month's digest; all of them stand in the annual report. */
const eachMonth = 3;

/**
 * This month's few of what children and young people said and got an answer to. They go round: next month has the next ones, so that in
 * time each is read. A theme's or partner's digest has those of its own actions.
 */
export function voiceLines(
  picture: PlanPicture,
  audience: Audience,
  month: Month,
  responses: readonly VoiceResponse[],
): Pick<DigestPicture, 'voice' | 'voiceUnanswered'> {
  const { plan } = picture;
  const { kind } = audienceParts(audience);
  const own = new Set(digestScope(picture, audience).counted.map(({ code }) => code));
  const items = plan.voice.filter(
    ({ actionCodes }) =>
      (kind !== 'theme' && kind !== 'partner') || actionCodes.some((code) => own.has(code)),
  );
  const answered = items.filter(({ code }) => responses.some(({ voiceCode }) => voiceCode === code));
  const first =
    answered.length === 0 ? 0 : (monthsSinceStart(plan.startsOn, month) * eachMonth) % answered.length;
  const few = [...answered.slice(first), ...answered.slice(0, first)].slice(0, eachMonth);
  return {
    voice: few.map((item): VoiceLine => ({
      ...item,
      responses: responses
        .filter(({ voiceCode }) => voiceCode === item.code)
        .map(({ text, at, actionCode }) => ({ text, on: londonDate(at), actionCode })),
    })),
    voiceUnanswered: items.length - answered.length,
  };
}

function monthsSinceStart(startsOn: string, month: Month): number {
  return Math.max(0, monthsBetween(startsOn.slice(0, 7), month));
}
