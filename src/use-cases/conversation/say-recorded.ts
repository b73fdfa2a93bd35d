import type { Message } from '../../messages/message.ts';
import { recordedBriefly, recordedMessage } from '../../messages/recorded.ts';
import { monthInWords } from '../../plan/month.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Recorded } from '../record-update.ts';
import { askAboutContacts } from './confirm-contact.ts';
import { describeRecorded } from './describe-recorded.ts';

/**
 * What a person is told once their answer is stored. Whatever fails after the commit, the answer stands: then less is said, and never
 * that nothing was recorded.
 */
export async function sayRecorded(deps: Deps, actor: Actor, recorded: Recorded): Promise<Message> {
  try {
    return recordedMessage(await describeRecorded(deps, actor, recorded));
  } catch (cause) {
    deps.log.error('What was recorded could not be read back', { cause });
    return recordedBriefly({
      monthWords: monthInWords(recorded.month),
      isNew: recorded.isNew,
      masked: [...new Set(recorded.personalData.map(({ words }) => words))],
    });
  }
}

/** The same with the question whether what was left out is a work contact; without it when it cannot be kept. */
export async function sayRecordedAndAsk(
  deps: Deps,
  actor: Actor,
  recorded: Recorded,
  eventKey: string,
): Promise<readonly Message[]> {
  const { month, personalData } = recorded;
  const said = await sayRecorded(deps, actor, recorded);
  const questions = await askAboutContacts(deps, actor, month, personalData, eventKey).catch(
    (cause: unknown) => {
      deps.log.error('The question about a work contact could not be asked', { cause });
      return [];
    },
  );
  return [said, ...questions];
}
