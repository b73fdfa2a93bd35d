import { recordedMessage } from '../../messages/recorded.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordUpdate, type ActionAnswer } from '../record-update.ts';
import { saying, type Answer } from './answer.ts';
import { describeRecorded } from './describe-recorded.ts';
import { planNoChange } from './open-forms.ts';

/**
 * "No change": last month's ratings stand again for everything not yet answered. What is red, or amber twice running, is not recorded
 * without a line: its form opens. `words` is what the person wrote with it, if anything.
 */
export async function recordNoChange(
  deps: Deps,
  actor: Actor,
  month: string,
  eventKey: string,
  words = '',
): Promise<Answer> {
  const planned = await planNoChange(deps, actor, month);
  if (!planned.ok) return saying(refusalMessage(planned.error));
  const { plain, form, facts } = planned.value;
  if (plain.length === 0 && !form) {
    return saying(
      sentence('There is nothing from last month that could stand again. Press Update to answer.', 'notice'),
    );
  }
  if (plain.length === 0) return { ...saying(), form };
  const actions = plain.flatMap((code): readonly ActionAnswer[] => {
    const before = facts.previousUpdates.get(code)?.content;
    if (!before) return [];
    const done = isJustNoChange(words) ? '' : words;
    return [
      {
        code,
        kind: 'no_change',
        content: { ...before, done, evidence: [] },
        basedOn: facts.updates.get(code)?.version ?? 0,
      },
    ];
  });
  const recorded = await recordUpdate(deps, actor, {
    month,
    actions,
    values: [],
    reason: null,
    eventKey,
    strictness: 'what_there_is',
  });
  if (!recorded.ok) return saying(refusalMessage(recorded.error));
  return { ...saying(recordedMessage(await describeRecorded(deps, actor, recorded.value))), form };
}

function isJustNoChange(words: string): boolean {
  return words.trim().split(/\s+/).length <= 4;
}
