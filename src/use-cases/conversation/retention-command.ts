import type { Result } from '../../kit/result.ts';
import type { Message } from '../../messages/message.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { purgedWords, retentionMessage } from '../../messages/retention-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Actor, Deps } from '../deps.ts';
import { holdRetention, runRetention, setRetention, showRetention } from '../retention.ts';
import type { Refusal } from '../refusal.ts';
import { retentionRules } from '../retention-rules.ts';
import { saying, type Answer } from './answer.ts';
import { enterOffice } from './enter-office.ts';

const forms =
  'Say "retention", "retention run", "retention set messages 120", "retention hold FOI request 2026-114" or "retention release".';

/** `retention`: what is kept how long; `run`, `set NAME DAYS`, `hold REASON`, `release`. */
export async function retentionCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const office = await enterOffice(deps, actor, 'run_retention');
  if (!office.ok) return saying(refusalMessage(office.error));
  const [, what = 'show', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words.trim()) ?? [];
  switch (what.toLowerCase()) {
    case 'show':
      return told(await showRetention(deps, actor.partnershipId), retentionMessage);
    case 'run':
      return told(await runRetention(deps, actor.partnershipId, actor), (counts) =>
        sentence(purgedWords(counts, retentionRules)),
      );
    case 'set': {
      const [name = '', days = ''] = rest.split(/\s+/);
      return told(await setRetention(deps, actor, name, days), (set) =>
        sentence(`${set.what}: kept ${set.keptDays} days.`),
      );
    }
    case 'hold':
      return told(await holdRetention(deps, actor, rest), () =>
        sentence('A hold stands from now on: nothing is taken out until it is lifted.'),
      );
    case 'release':
      return told(await holdRetention(deps, actor, null), () =>
        sentence('The hold is lifted: the next night takes out what has been kept long enough.'),
      );
    default:
      return saying(sentence(forms, 'notice'));
  }
}

function told<T>(result: Result<T, Refusal>, say: (value: T) => Message): Answer {
  return saying(result.ok ? say(result.value) : refusalMessage(result.error));
}
