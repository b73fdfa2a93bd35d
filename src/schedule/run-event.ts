import { assertNever } from '../kit/assert-never.ts';
import { monthInWords } from '../plan/month.ts';
import { askDeputies } from '../use-cases/ask-deputies.ts';
import { closeCycle } from '../use-cases/close-cycle.ts';
import type { Deps } from '../use-cases/deps.ts';
import { draftDigests } from '../use-cases/draft-digest.ts';
import { nudgeOwners } from '../use-cases/nudge-owners.ts';
import { openCycle } from '../use-cases/open-cycle.ts';
import { tellThemeLeads } from '../use-cases/tell-theme-leads.ts';
import type { DueEvent } from './due-events.ts';

/** What came of an event. */
export interface Done {
  /** A sentence without its stop. */
  readonly words: string;
  /** False when it has to be tried again. */
  readonly isDone: boolean;
}

/** Does one event of the calendar. Doing it again has no second effect. */
export async function runEvent(deps: Deps, partnershipId: string, event: DueEvent): Promise<Done> {
  const month = monthInWords(event.month);
  const counted = async (work: typeof askDeputies, one: string, many: string) => {
    const count = await work(deps, partnershipId, event.month);
    return done(`${month}: ${count} ${count === 1 ? one : many}`);
  };
  switch (event.name) {
    case 'prompt':
      return open(deps, partnershipId, event);
    case 'nudge_1':
      return counted((...where) => nudgeOwners(...where, 1), 'person reminded', 'people reminded');
    case 'nudge_2':
      return counted(
        (...where) => nudgeOwners(...where, 2),
        'person reminded again',
        'people reminded again',
      );
    case 'deputy':
      return counted(askDeputies, 'deputy asked', 'deputies asked');
    case 'theme_lead':
      return counted(tellThemeLeads, 'theme lead told', 'theme leads told');
    case 'close':
      return close(deps, partnershipId, event);
    case 'moderation_ends':
      return done(`${month}: moderation ended`);
    case 'digest': {
      const drafted = await draftDigests(deps, partnershipId, event.month);
      return done(
        drafted.ok ? `${month}: digest drafted for approval` : `${month}: no digest. ${drafted.error.words}`,
      );
    }
    default:
      return assertNever(event.name);
  }
}

function done(words: string): Done {
  return { words, isDone: true };
}

async function open(deps: Deps, partnershipId: string, event: DueEvent): Promise<Done> {
  const month = monthInWords(event.month);
  const opened = await openCycle(deps, partnershipId, event.month, null);
  if (!opened.ok) {
    const { words, kind } = opened.error;
    return { words: `${month}: not opened. ${words}`, isDone: kind === 'closed' };
  }
  const { prompts } = opened.value;
  return done(`${month}: opened, ${prompts} ${prompts === 1 ? 'person' : 'people'} asked`);
}

async function close(deps: Deps, partnershipId: string, event: DueEvent): Promise<Done> {
  const month = monthInWords(event.month);
  const closed = await closeCycle(deps, partnershipId, event.month, null);
  return done(
    closed.ok
      ? `${month}: closed, ${closed.value.noUpdate.length} without an update`
      : `${month}: not closed. ${closed.error.words}`,
  );
}
