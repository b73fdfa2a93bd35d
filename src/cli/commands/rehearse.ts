import { addMonths, isMonth, monthInWords } from '../../plan/month.ts';
import { done, misused, type Command, type Input, type Outcome } from '../command.ts';
import { writeInto } from '../files.ts';

/** The length of Birmingham's plan; a longer rehearsal shows nothing new. */
const mostMonths = 60;

interface Wanted {
  readonly from: string;
  readonly months: number;
  readonly seed: number;
}

export const rehearse: Command = {
  name: 'rehearse',
  does: 'Plays months with invented people who answer well, late, badly or not at all, and writes every digest.',
  notes: [
    'Nothing of the real work is touched: it is played on a database that goes when it ends. The same seed gives the same rehearsal, byte for byte. At the end one line of JSON says what it came to.',
  ],
  arguments: [],
  options: [
    { name: 'from', takes: 'MONTH', about: 'The first month, such as 2026-04.', needed: true },
    { name: 'months', takes: 'N', about: `How many months, from 1 to ${mostMonths}.`, needed: true },
    {
      name: 'seed',
      takes: 'N',
      about: 'A whole number; another one is another course of events.',
      needed: true,
    },
    {
      name: 'out',
      takes: 'DIR',
      about: 'The folder for the digests, made when it is not there; files of the same name are replaced.',
      needed: true,
    },
  ],
  async run({ log, stdout, stderr }, input) {
    const wanted = readWanted(input);
    if ('kind' in wanted) return wanted;
    const folder = input.option('out') ?? '';
    await writeInto(folder, []);
    const { rehearseInMemory } = await import('../../app.ts');
    const outcome = await rehearseInMemory(
      wanted,
      log,
      (words) => stderr.write(`${words}\n`),
      async (file) => {
        await writeInto(folder, [file]);
      },
    );
    const { months, people, prompts, answered, noUpdate, digests, files, duplicates, lost } = outcome;
    const line = { months, people, prompts, answered, noUpdate, digests, files, duplicates, lost };
    stdout.write(`${JSON.stringify(line)}\n`);
    return done('', line);
  },
};

function readWanted(input: Input): Wanted | Outcome {
  const from = input.option('from') ?? '';
  if (!isMonth(from)) return misused(`"${from}" is not a month. Write it like 2026-04.`);
  const months = wholeNumber(input.option('months'));
  if (months === null || months < 1 || months > mostMonths)
    return misused(`--months takes a whole number from 1 to ${mostMonths}.`);
  const seed = wholeNumber(input.option('seed'));
  if (seed === null || seed > 4_294_967_295)
    return misused('--seed takes a whole number from 0 to 4294967295.');
  const last = addMonths(from, months - 1);
  if (from < '2023-04' || last > '2099-12')
    return misused(
      `A rehearsal lies between April 2023, when the plan begins, and December 2099; this one would end in ${monthInWords(last)}.`,
    );
  return { from, months, seed };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
