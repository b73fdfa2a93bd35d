import type { Submission } from '../../messages/forms/form.ts';
import { sentence } from '../../messages/sentence.ts';
import { monthInWords } from '../../plan/month.ts';
import { cycleSettingLines } from '../cycle-setting-lines.ts';
import type { Actor, Deps } from '../deps.ts';
import { setCycleSettings, type ChangedSettings } from '../set-cycle-settings.ts';
import type { SubmissionResult } from './answer.ts';

/** The form "The rhythm". */
export async function saveCycleSettings(
  deps: Deps,
  actor: Actor,
  { answers }: Submission,
): Promise<SubmissionResult> {
  const names = [...cycleSettingLines.map(({ name }) => name), 'marking'];
  const wanted = new Map(
    names.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]] as const])),
  );
  const changed = await setCycleSettings(deps, actor, wanted);
  if (changed.ok) return { kind: 'saved', say: [sentence(changedWords(changed.value))] };
  const { problems, words } = changed.error;
  return { kind: 'problems', problems: problems.length > 0 ? problems : [{ field: '', words }] };
}

/** What was changed, with what it is now, and from when it counts. */
export function changedWords({ settings, marking, changed, openMonth }: ChangedSettings): string {
  if (changed.length === 0) return 'Nothing was changed: it stands like that already.';
  const now = changed.map((name) => {
    const line = cycleSettingLines.find((each) => each.name === name);
    const value = line ? line.show(settings) : marking;
    return `${line?.label ?? 'Marking'} ${value === '' ? 'none' : value}`;
  });
  const from =
    openMonth === null || changed.every((name) => name === 'marking')
      ? ''
      : ` ${monthInWords(openMonth)} is open and keeps the rhythm it was opened with.`;
  return `Saved. ${now.join('; ')}.${from}`;
}
