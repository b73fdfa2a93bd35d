import type { MeasureValue, ValueContent } from '../plan/value.ts';
import { Overtaken } from './all-or-nothing.ts';
import { canonicalJson } from './audit-chain.ts';
import { auditOf } from './audit-facts.ts';
import { figureFor, figureGiven } from './given-figures.ts';
import type { Recorded } from './record-update.ts';
import type { Storing } from './store-answers.ts';

/** Writes the next version of each figure, with its audit row; what was given already since the month opened is passed over. */
export async function storeFigures(storing: Storing): Promise<Recorded['values']> {
  const { deps, records, actor, command, context, at } = storing;
  const stored: Recorded['values'][number][] = [];
  const known = await records.values.latest(command.values.map(({ code }) => code));
  for (const { code, period, content } of command.values) {
    const given = figureGiven(known, code, period, context.cycle.openedAt);
    if (given && canonicalJson(contentOf(given)) === canonicalJson(content)) continue;
    const version = (figureFor(known, code, period)?.version ?? 0) + 1;
    await records.audit.append(
      auditOf(deps, actor, 'value_recorded', `measure:${code}:${period.kind}:${period.key}`, {
        version,
        state: content.state,
        provisional: content.provisional,
      }),
    );
    const added = await records.values.add({
      ...content,
      id: deps.newId(),
      measureCode: code,
      series: 'partnership',
      period,
      version,
      source: `${actor.person.name}, ${actor.person.organisationCode}`,
      byPersonId: actor.person.id,
      platform: actor.platform,
      at,
      reason: context.cycle.state === 'closed' ? command.reason : null,
    });
    if (!added) throw new Overtaken();
    stored.push({ code, period, isChange: given !== null });
  }
  return stored;
}

function contentOf(value: MeasureValue): ValueContent {
  const { state, value: figure, numerator, denominator, provisional, embargoUntil } = value;
  return { state, value: figure, numerator, denominator, provisional, embargoUntil };
}
