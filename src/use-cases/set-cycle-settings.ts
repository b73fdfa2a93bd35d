import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { cycleSettingsProblems, type CycleSettings } from '../plan/cycle-settings.ts';
import { can } from '../plan/permissions.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditBy } from './audit-facts.ts';
import { cycleSettingLines, lineOfProblem } from './cycle-setting-lines.ts';
import { planInForce } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Actor, Deps } from './deps.ts';
import { isMarking, markings, readMarking } from './marking.ts';
import type { Records } from './ports/store.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface ChangedSettings {
  readonly settings: CycleSettings;
  readonly marking: string;
  /** Names of what changed; empty = nothing did. */
  readonly changed: readonly string[];
  /** The month that is open keeps the rhythm it was opened with; null = none is open. */
  readonly openMonth: string | null;
}

/**
 * Sets some of the rhythm and the marking, by name and as text, all of it or nothing. What is wrong is said at its name, with what would be
 * right. Months that are opened from now on keep it; the open one stays as it was opened.
 */
export async function setCycleSettings(
  deps: Deps,
  actor: Actor,
  wanted: ReadonlyMap<string, string>,
): Promise<Result<ChangedSettings, Refusal>> {
  return allOrNothing<ChangedSettings>(deps.store.in(actor.partnershipId), async (records) => {
    const plan = await planInForce(records, deps.clock.now());
    if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
    const today = londonDate(deps.clock.now());
    const permission = can(actor, 'change_settings', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    return change(deps, records, actor, wanted);
  });
}

async function change(
  deps: Deps,
  records: Records,
  actor: Actor,
  wanted: ReadonlyMap<string, string>,
): Promise<Result<ChangedSettings, Refusal>> {
  const before = await readCycleSettings(records);
  const markingBefore = await readMarking(records);
  const read = readAll(before, markingBefore, wanted);
  if (!read.ok) return read;
  const { settings, marking } = read.value;
  const changed = [
    ...cycleSettingLines.filter((line) => line.show(before) !== line.show(settings)).map(({ name }) => name),
    ...(marking === markingBefore ? [] : ['marking']),
  ];
  const open = (await records.cycles.all()).find(({ state }) => state === 'open') ?? null;
  const outcome = { settings, marking, changed, openMonth: open?.month ?? null };
  if (changed.length === 0) return success(outcome);
  await records.settings.set('cycle', settings);
  await records.settings.set('marking', marking);
  await records.audit.append(
    auditBy(deps, actor.personId, actor.platform, 'settings_changed', 'settings:cycle', {
      changed: changed.join(' '),
    }),
  );
  return success(outcome);
}

function readAll(
  before: CycleSettings,
  markingBefore: string,
  wanted: ReadonlyMap<string, string>,
): Result<{ readonly settings: CycleSettings; readonly marking: string }, Refusal> {
  const problems: { field: string; words: string }[] = [];
  let settings = before;
  let marking = markingBefore;
  for (const [name, text] of wanted) {
    const line = cycleSettingLines.find((each) => each.name === name);
    if (line) {
      const read = line.read(text.trim(), settings);
      if (read.ok) settings = read.value;
      else problems.push({ field: name, words: read.error });
    } else if (name === 'marking' && isMarking(text.trim().toUpperCase())) {
      marking = text.trim().toUpperCase();
    } else {
      const words =
        name === 'marking'
          ? `"${text}" is not a marking. Choose ${markings.join(', ')}.`
          : `There is no setting "${name}". There are: ${[...cycleSettingLines.map((each) => each.name), 'marking'].join(', ')}.`;
      problems.push({ field: name, words });
    }
  }
  if (problems.length === 0)
    problems.push(
      ...cycleSettingsProblems(settings).map((words) => ({ field: lineOfProblem(words)?.name ?? '', words })),
    );
  const [first] = problems;
  return first ? failure(refusal('invalid', first.words, problems)) : success({ settings, marking });
}
