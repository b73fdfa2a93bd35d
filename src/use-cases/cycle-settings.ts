import { cycleSettingsProblems, defaultCycleSettings, type CycleSettings } from '../plan/cycle-settings.ts';
import type { Records } from './ports/store.ts';

/** The partnership's rhythm: the defaults with what the secretariat has set over them. */
export async function readCycleSettings(records: Records): Promise<CycleSettings> {
  const stored = await records.settings.get('cycle');
  if (typeof stored !== 'object' || stored === null) return defaultCycleSettings;
  const settings: CycleSettings = { ...defaultCycleSettings, ...stored };
  const [problem] = cycleSettingsProblems(settings);
  if (problem !== undefined) throw new Error(`The stored cycle settings cannot be used: ${problem}`);
  return settings;
}
