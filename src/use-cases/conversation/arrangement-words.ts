import { dayWithWeekday } from '../../kit/local-date.ts';
import type { Role } from '../../plan/people.ts';
import type { AbsenceRecorded } from '../record-absence.ts';

/** Says back what was arranged for an absence: until when, and who is really asked meanwhile. */
export function absenceWords({ until, coverName, askedMeanwhile }: AbsenceRecorded): string {
  const noted = `Noted: away until ${dayWithWeekday(until)}.`;
  const others = askedMeanwhile.join(' and ');
  const asked =
    askedMeanwhile.length === 0
      ? 'Nobody else is there to be asked, so your prompt stays with you: say who covers, for example "ask Priya".'
      : `${others} ${askedMeanwhile.length === 1 ? 'is' : 'are'} asked meanwhile.`;
  if (coverName === null || askedMeanwhile.includes(coverName)) return `${noted} ${asked}`;
  return askedMeanwhile.length === 0
    ? `${noted} You own nothing that ${coverName} could be asked for.`
    : `${noted} ${asked} Only an owner can name a cover, so ${coverName} is not asked.`;
}

/** `IC4, IC5: Priya Nair is the owner from today and has been asked to accept.` */
export function handedWords(roles: readonly Role[], name: string): string {
  const codes = roles.flatMap(({ scope }) => (scope.kind === 'partnership' ? [] : [scope.code]));
  return `${codes.join(', ')}: ${name} is the owner from today and has been asked to accept.`;
}
