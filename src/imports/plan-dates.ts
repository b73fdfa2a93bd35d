import type { LocalDate } from '../kit/local-date.ts';
import { dayInWords } from '../kit/local-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { Path, YamlSheet } from './yaml-sheet.ts';

/** Everything that ends before it starts, or falls due before it was made. */
export function checkDates(plan: Plan, sheet: YamlSheet): void {
  const inOrder = (starts: LocalDate | null, ends: LocalDate | null, path: Path, where: string) => {
    if (starts === null || ends === null || starts === '' || ends === '' || starts <= ends) return;
    sheet.report(
      sheet.at(path, where),
      `It ends on ${dayInWords(ends)}, before it starts on ${dayInWords(starts)}.`,
      'Check the two years, or swap the two days.',
    );
  };
  inOrder(plan.startsOn, plan.endsOn, ['plan', 'ends'], 'plan, ends');
  plan.organisations.forEach((one, index) => {
    inOrder(one.startsOn, one.endsOn, ['organisations', index, 'ends'], `organisation ${one.code}, ends`);
  });
  plan.offices.forEach((office, index) => {
    inOrder(office.startsOn, office.endsOn, ['offices', index, 'ends'], `office of ${office.name}, ends`);
  });
  const notBefore = (day: LocalDate, first: LocalDate | null, what: string, path: Path, where: string) => {
    if (first === null || first === '' || day === '' || day >= first) return;
    sheet.report(
      sheet.at(path, where),
      `${dayInWords(day)} lies before ${dayInWords(first)}, when ${what}.`,
      'Check the year.',
    );
  };
  plan.directions.forEach((direction, index) => {
    direction.targets.forEach((target, position) => {
      const where = `direction ${direction.code}, target ${position + 1}, due`;
      notBefore(
        target.due,
        direction.issuedOn,
        'the direction was issued',
        ['directions', index, 'targets', position, 'due'],
        where,
      );
    });
  });
  plan.reviews.forEach((review, index) => {
    notBefore(
      review.on,
      plan.startsOn,
      'the plan starts',
      ['reviews', index, 'on'],
      `review ${review.title}, on`,
    );
  });
}
