import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { can } from '../plan/permissions.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce, readDirectory } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import { guardText, type FoundPersonalData } from './guard-words.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface VoiceAnswered {
  readonly quote: string;
  /** False when these same words stood there already. */
  readonly isNew: boolean;
  readonly personalData: readonly FoundPersonalData[];
}

/** "We did": what came of something that children and young people said. Shown beside their words, with the year. */
export async function respondToVoice(
  deps: Deps,
  actor: Actor,
  voiceCode: string,
  words: string,
): Promise<Result<VoiceAnswered, Refusal>> {
  return allOrNothing<VoiceAnswered>(deps.store.in(actor.partnershipId), async (records) => {
    const now = deps.clock.now();
    const plan = await planInForce(records, now);
    const voice = plan?.voice.find(({ code }) => code === voiceCode);
    if (!plan || !voice) return failure(refusal('not_found', `The plan has no voice item ${voiceCode}.`));
    const permission = can(
      actor,
      'respond_to_voice',
      { kind: 'voice', code: voiceCode },
      plan,
      londonDate(now),
    );
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const [tooLong] = checkLength('text', 'What was done', words, textLimits.what);
    if (tooLong) return failure(refusal('invalid', tooLong.words));
    const { text, found } = guardText(words, '', await readDirectory(records), londonDate(now));
    const answered = { quote: voice.quote, personalData: found };
    const known = (await records.voice.responses()).some(
      (response) => response.voiceCode === voiceCode && response.text === text,
    );
    if (known) return success({ ...answered, isNew: false });
    await records.audit.append(auditOf(deps, actor, 'voice_answered', `voice:${voiceCode}`));
    await records.voice.add({
      id: deps.newId(),
      voiceCode,
      actionCode: voice.actionCodes[0] ?? null,
      text,
      byPersonId: actor.personId,
      at: now,
    });
    return success({ ...answered, isNew: true });
  });
}
