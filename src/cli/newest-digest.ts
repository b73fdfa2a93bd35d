import { failure, success, type Result } from '../kit/result.ts';
import { audienceInWords, audiencesOf, parseAudience, type Audience } from '../plan/audience.ts';
import { monthInWords, type Month } from '../plan/month.ts';
import type { Digest } from '../use-cases/ports/board-records.ts';
import { refused, type CommandOption, type Input, type Outcome } from './command.ts';
import type { Place } from './place.ts';
import { whichMonth } from './which-month.ts';

export const audienceOption: CommandOption = {
  name: 'audience',
  takes: 'AUDIENCE',
  about:
    'Whom it is for: board (which is meant without it), partnership, theme:CODE, partner:CODE or aligned:NAME.',
};

export const monthOfDigest = {
  name: 'MONTH',
  about: 'Such as 2026-11; otherwise the newest month that has closed.',
  needed: false,
} as const;

/** The month and audience that a digest command is about. */
export interface DigestWanted {
  readonly month: Month;
  readonly audience: Audience;
}

/** Reads month and audience from what was typed. */
export async function wantedDigest(
  { records, plan }: Place,
  input: Input,
): Promise<Result<DigestWanted, Outcome>> {
  const named = input.option('audience') ?? 'board';
  const audience = parseAudience(named, plan);
  if (audience === null)
    return failure(
      refused(`The plan knows no audience "${named}". There are: ${audiencesOf(plan).join(', ')}.`),
    );
  const closed = (await records.cycles.all()).find(({ state }) => state === 'closed');
  if (!closed && input.words[0] === undefined)
    return failure(refused('No month has closed yet, so there is no digest.'));
  const month = whichMonth(input.words[0], closed?.month ?? '');
  return month.ok ? success({ month: month.value, audience }) : month;
}

/** The newest digest that is wanted; `prefers` names states that come before newer ones. */
export async function newestDigest(
  place: Place,
  input: Input,
  prefers: readonly Digest['state'][] = [],
): Promise<Result<Digest, Outcome>> {
  const wanted = await wantedDigest(place, input);
  if (!wanted.ok) return wanted;
  const { month, audience } = wanted.value;
  const digests = (await place.records.digests.ofMonth(month))
    .filter((digest) => digest.audience === audience)
    .sort((first, second) => second.number - first.number);
  const preferred = prefers.map((state) => digests.find((digest) => digest.state === state));
  const digest = preferred.find((each) => each !== undefined) ?? digests[0];
  if (digest) return success(digest);
  const forWhom = audienceInWords(audience, place.plan);
  return failure(
    refused(
      `There is no digest of ${monthInWords(month)} for ${forWhom} yet. Make one: bcp digest draft ${month} --as PERSON`,
    ),
  );
}

/** What a script is told about a digest; the paper itself is exported. */
export function digestJson(digest: Digest) {
  const { id, month, audience, number, state, documentHash, draftedAt, approvedAt, postedAt } = digest;
  return { id, month, audience, number, state, documentHash, draftedAt, approvedAt, postedAt };
}

/** `The digest of November 2026 for the Partnership Board (number 1)`. */
export function digestInWords({ month, audience, number }: Digest, { plan }: Place): string {
  return `The digest of ${monthInWords(month)} for ${audienceInWords(audience, plan)} (number ${number})`;
}
