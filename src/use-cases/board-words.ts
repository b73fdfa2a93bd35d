import { londonDate } from '../kit/london.ts';
import type { Month } from '../plan/month.ts';
import { countIncident } from './count-incidents.ts';
import { currentCycle, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { guardText, type FoundPersonalData } from './guard-words.ts';
import type { Records } from './ports/store.ts';
import { usePasses, workContactPasses } from './work-contacts.ts';

/** What somebody writes of a meeting, as it may be kept. */
export interface BoardWords<Name extends string> {
  readonly kept: Readonly<Record<Name, string>>;
  /** The same words as they stood when nothing had been confirmed to be a work contact: what was stored then is what these come in the place of. */
  readonly masked: Readonly<Record<Name, string>>;
  readonly found: readonly FoundPersonalData[];
  /** Whether a stored text says the same already, also where a work contact was confirmed for it that is not confirmed now. */
  isKeptIn(stored: string, name: Name): boolean;
  /** Once they are stored: what was taken out is counted, and a confirmation is used up. In the same transaction. */
  settle(): Promise<void>;
}

/** The guard before what is written of meetings and decisions; a work contact that its writer has confirmed stays, as in an update. */
export async function guardBoardWords<Name extends string>(
  deps: Deps,
  records: Records,
  actor: Actor,
  texts: Readonly<Record<Name, string>>,
): Promise<BoardWords<Name>> {
  const now = deps.clock.now();
  const directory = await readDirectory(records);
  const passes = await workContactPasses(records, actor.personId, now);
  const found: FoundPersonalData[] = [];
  const kept: Record<Name, string> = { ...texts };
  const masked: Record<Name, string> = { ...texts };
  for (const name of Object.keys(texts) as Name[]) {
    const guarded = guardText(texts[name], '', directory, londonDate(now), passes.kinds);
    kept[name] = guarded.text;
    found.push(...guarded.found);
    masked[name] = guardText(texts[name], '', directory, londonDate(now)).text;
  }
  return {
    kept,
    masked,
    found,
    isKeptIn: (stored, name) =>
      [stored, guardText(stored, '', directory, londonDate(now)).text].includes(kept[name]),
    settle: async () => {
      await usePasses(records, passes, now);
      await countIncident(deps, records, actor, await monthOfWords(deps, records), found);
    },
  };
}

/** The month under which it is counted that something was taken out: the newest that was opened, else the one that it is. */
export async function monthOfWords(deps: Deps, records: Records): Promise<Month> {
  return (await currentCycle(records))?.cycle.month ?? londonDate(deps.clock.now()).slice(0, 7);
}
