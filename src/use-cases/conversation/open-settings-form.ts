import { success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import { cycleSettingsForm } from '../../messages/forms/settings-form.ts';
import { cycleSettingLines } from '../cycle-setting-lines.ts';
import { readCycleSettings } from '../cycle-settings.ts';
import type { Actor, Deps } from '../deps.ts';
import { markings, readMarking } from '../marking.ts';
import type { Refusal } from '../refusal.ts';
import { enterOffice } from './enter-office.ts';

/** `cycle settings`: the rhythm and the marking as they stand. */
export async function openCycleSettingsForm(deps: Deps, actor: Actor): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'change_settings');
  if (!office.ok) return office;
  const { store } = office.value;
  const settings = await readCycleSettings(store);
  const marking = await readMarking(store);
  return success(
    cycleSettingsForm({
      typed: 'cycle settings',
      lines: cycleSettingLines.map((line) => ({ ...line, value: line.show(settings) })),
      markings: markings.some((each) => each === marking) ? markings : [marking, ...markings],
      marking,
    }),
  );
}
