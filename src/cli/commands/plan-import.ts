import { readPlanFile } from '../../imports/plan-file.ts';
import { dayInWords, isLocalDate } from '../../kit/local-date.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Deps } from '../../use-cases/deps.ts';
import { currentCycle } from '../../use-cases/cycle-context.ts';
import { importPlan, type ImportedPlan } from '../../use-cases/import-plan.ts';
import { monthInWords } from '../../plan/month.ts';
import { asOption, done, jsonOption, misused, refused, type Command, type Outcome } from '../command.ts';
import { listed } from '../counted.ts';
import { readTextFile, type TextFile } from '../files.ts';
import { findActor } from '../find-actor.ts';
import { placeOf, refusalOf, withDeps } from '../place.ts';
import { planInNumbers, withProblems } from './plan-check.ts';

export const planImport: Command = {
  name: 'plan import',
  does: 'Imports a plan file as a dated revision: the first one sets the partnership up, a later one keeps all history.',
  notes: [
    'Every mistake is named by line, all of them at once, and then nothing is imported. The same file again changes nothing.',
    'A month that is open keeps the plan it was opened with.',
  ],
  arguments: [{ name: 'FILE', about: 'The plan, a YAML file such as those in plans/.', needed: true }],
  options: [
    {
      name: 'from',
      takes: 'DAY',
      about:
        'The day from which it counts, such as 2026-12-01. Otherwise: the first revision from the first day of the plan, a later one from today.',
    },
    asOption,
    jsonOption,
  ],
  async run(session, input) {
    const from = input.option('from');
    if (from !== null && !isLocalDate(from))
      return misused(`"${from}" is not a day. Write it like 2026-12-01.`);
    const file = await readTextFile(input.words[0] ?? '');
    const plan = readPlanFile(file.text, file.name);
    if (!plan.ok) return withProblems(file.name, plan.error);
    return withDeps(session, (deps) =>
      importFile(deps, { file, plan: plan.value, from, as: input.option('as') }),
    );
  },
};

interface PlanFileToImport {
  readonly file: TextFile;
  readonly plan: Plan;
  readonly from: string | null;
  readonly as: string | null;
}

/** Imports a plan that has been read; tells what came of it. */
export async function importFile(deps: Deps, { file, plan, from, as }: PlanFileToImport): Promise<Outcome> {
  const byPersonId = await whoImports(deps, plan, as);
  if (typeof byPersonId === 'object' && byPersonId !== null) return byPersonId;
  const imported = await importPlan(deps, {
    plan,
    sourceName: file.name,
    sourceHash: file.hash,
    effectiveFrom: from,
    byPersonId,
  });
  if (!imported.ok) return refused(imported.error.words);
  const { partnershipId, number, isNew, added, changed, removed, effectiveFrom } = imported.value;
  const open = await currentCycle(deps.store.in(partnershipId));
  const keeps =
    isNew && number > 1 && open?.cycle.state === 'open'
      ? ` ${monthInWords(open.cycle.month)} is open and keeps the plan it was opened with.`
      : '';
  return done(`${inWords(plan, imported.value)}${keeps}`, {
    partnership: plan.partnership.code,
    plan: plan.code,
    revision: number,
    isNew,
    effectiveFrom,
    added,
    changed,
    removed,
  });
}

/** The person who imports, with the right to; null for the administrator of the machine; an outcome to end with. */
async function whoImports(deps: Deps, plan: Plan, as: string | null): Promise<string | null | Outcome> {
  if (as === null) return null;
  const { code } = plan.partnership;
  const partnership = (await deps.store.partnerships()).find((each) => each.code === code);
  if (!partnership)
    return refused(
      'There are no people here yet, so the first plan is imported by the administrator of this machine: leave --as out.',
    );
  const place = await placeOf(deps, partnership);
  if ('kind' in place) return place;
  const actor = await findActor(place, as);
  if (!actor.ok) return refused(actor.error);
  return refusalOf(place, actor.value, 'import_plan') ?? actor.value.personId;
}

function inWords(
  plan: Plan,
  { number, isNew, added, changed, removed, effectiveFrom }: ImportedPlan,
): string {
  if (!isNew) return `Nothing changed: this file is revision ${number} already.`;
  const from = dayInWords(effectiveFrom);
  if (number === 1)
    return `${planInNumbers(plan)} Imported as revision 1, in force from ${from}. Next, the people: bcp people template --out people.csv`;
  const pieces = [
    `added ${added.length === 0 ? 'nothing' : listed(added)}`,
    `removed ${removed.length === 0 ? 'nothing' : listed(removed)}`,
    `changed ${changed.length === 0 ? 'no action and no measure' : listed(changed)}`,
  ];
  return `Imported as revision ${number} from ${from}: ${pieces.join(', ')}.`;
}
