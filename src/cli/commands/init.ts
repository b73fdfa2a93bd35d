import { readPlanFile } from '../../imports/plan-file.ts';
import { monthInWords } from '../../plan/month.ts';
import type { Deps } from '../../use-cases/deps.ts';
import { currentCycle } from '../../use-cases/cycle-context.ts';
import { done, jsonOption, misused, refused, type Command, type Input, type Outcome } from '../command.ts';
import { counted } from '../counted.ts';
import { readTextFile } from '../files.ts';
import { hasDatabase, placeOf, withDeps, type Place } from '../place.ts';
import { importFiguresFile } from './figures-import.ts';
import { importPeopleFile } from './people-import.ts';
import { withProblems } from './plan-check.ts';
import { importFile } from './plan-import.ts';

export const init: Command = {
  name: 'init',
  does: 'Guides a new installation: says what is there and which command comes next, or does it all with files.',
  notes: [
    'For example: bcp init --plan plans/birmingham-2023-2028.yaml --people people.csv. Running it again changes nothing that is done already.',
  ],
  arguments: [],
  options: [
    { name: 'plan', takes: 'FILE', about: 'The plan, a YAML file.' },
    { name: 'people', takes: 'FILE', about: 'The people, a CSV file.' },
    { name: 'figures', takes: 'FILE', about: 'Published figures and comparators, a CSV file.' },
    jsonOption,
  ],
  async run(session, input) {
    if (input.option('plan') === null && (input.option('people') ?? input.option('figures')) !== null)
      return misused('--people and --figures go with --plan, since they are read against it.');
    if (input.option('plan') !== null) return withDeps(session, (deps) => importFiles(deps, input));
    if (!(await hasDatabase(session)))
      return told([], steps({ plan: null, people: 0, figures: 0, month: null }));
    return withDeps(session, async (deps) => whatIsThere(deps));
  },
};

/** Imports the files one after another, and stops at the first that is refused. */
async function importFiles(deps: Deps, input: Input): Promise<Outcome> {
  const file = await readTextFile(input.option('plan') ?? '');
  const plan = readPlanFile(file.text, file.name);
  if (!plan.ok) return withProblems(file.name, plan.error);
  const said: string[] = [];
  const first = await importFile(deps, { file, plan: plan.value, from: null, as: null });
  if (first.kind !== 'done') return first;
  said.push(first.words);
  const partnership = (await deps.store.partnerships()).find(
    ({ code }) => code === plan.value.partnership.code,
  );
  if (!partnership) throw new Error('A partnership that was just set up is not there.');
  const place = await placeOf(deps, partnership);
  if ('kind' in place) return place;
  const [people, figures] = [input.option('people'), input.option('figures')];
  if (people !== null) {
    const outcome = await importPeopleFile(place, await readTextFile(people), {
      personId: null,
      dryRun: false,
    });
    if (outcome.kind !== 'done') return soFar(said, outcome);
    said.push(outcome.words);
  }
  if (figures !== null) {
    const outcome = await importFiguresFile(place, await readTextFile(figures), null);
    if (outcome.kind !== 'done') return soFar(said, outcome);
    said.push(outcome.words);
  }
  return told(said, steps(await stateOf(place)));
}

/** What was done before the step that was refused stays done, and is said. */
function soFar(said: readonly string[], outcome: Outcome): Outcome {
  return outcome.kind === 'refused' ? refused(outcome.words, outcome.json, said.join('\n\n')) : outcome;
}

async function whatIsThere(deps: Deps): Promise<Outcome> {
  const partnerships = await deps.store.partnerships();
  if (partnerships.length === 0) return told([], steps({ plan: null, people: 0, figures: 0, month: null }));
  const outcomes: Outcome[] = [];
  for (const partnership of partnerships) {
    const place = await placeOf(deps, partnership);
    outcomes.push(
      'kind' in place
        ? place
        : told([`${partnership.name} (${partnership.code})`], steps(await stateOf(place))),
    );
  }
  const words = outcomes.map((outcome) => outcome.words).join('\n\n');
  return done(
    words,
    outcomes.map((outcome) => (outcome.kind === 'misused' ? null : outcome.json)),
  );
}

interface State {
  readonly plan: string | null;
  readonly people: number;
  readonly figures: number;
  readonly month: string | null;
}

async function stateOf({ records, plan }: Place): Promise<State> {
  return {
    plan: plan.title,
    people: (await records.people.all()).length,
    figures: (await records.values.latest()).length,
    month: (await currentCycle(records))?.cycle.month ?? null,
  };
}

interface Step {
  readonly about: string;
  readonly isDone: boolean;
  readonly words: string;
}

function steps({ plan, people, figures, month }: State): readonly Step[] {
  return [
    {
      about: 'Plan',
      isDone: plan !== null,
      words: plan ?? 'none yet. bcp plan import plans/birmingham-2023-2028.yaml',
    },
    {
      about: 'People',
      isDone: people > 0,
      words:
        people > 0
          ? `${counted(people, 'person', 'people')}.`
          : 'none yet. Write a file to fill in: bcp people template --out people.csv. Then: bcp people import people.csv',
    },
    {
      about: 'Figures',
      isDone: figures > 0,
      words:
        figures > 0
          ? `${counted(figures, 'figure')}.`
          : 'none yet (they can wait). bcp figures import plans/reference-figures.csv',
    },
    {
      about: 'First month',
      isDone: month !== null,
      words:
        month === null
          ? 'none yet. It opens by itself on its first working day while bcp runs (npm start), or now: bcp cycle open --as PERSON'
          : `${monthInWords(month)} is the newest. See how it stands: bcp cycle show`,
    },
  ];
}

function told(before: readonly string[], all: readonly Step[]): Outcome {
  const lines = all.map(
    ({ about, isDone, words }, index) => `  ${index + 1}. ${isDone ? 'done' : 'NEXT'}  ${about}: ${words}`,
  );
  const ending =
    'Is everything in order? bcp doctor. To try it all without anybody real: npm start, or bcp rehearse.';
  return done([...before, ...lines, ending].join('\n'), { steps: all });
}
