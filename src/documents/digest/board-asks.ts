import type { Ask } from '../../plan/update.ts';
import type { Block } from '../document.ts';
import { oneLine, ownerWords, type DigestScope } from './digest-scope.ts';
import { column, date, heading, paragraph, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

const verbWords: Readonly<Record<Ask['verb'], string>> = { agree: 'Agree', decide: 'Decide', note: 'Note' };
const verbOrder: readonly Ask['verb'][] = ['agree', 'decide', 'note'];

/** What owners ask of the board: verb, detail, lead and date; what wants a decision first. */
export function boardAsks(scope: DigestScope): readonly Block[] {
  const asks = scope.actions.flatMap((action) =>
    action.content?.ask ? [{ action, ask: action.content.ask }] : [],
  );
  if (asks.length === 0)
    return [heading(sectionHeadings.asks), paragraph('No owner asks anything of the board this month.')];
  const ordered = verbOrder.flatMap((verb) => asks.filter(({ ask }) => ask.verb === verb));
  return [
    heading(sectionHeadings.asks),
    ...table(
      'What owners ask of the board',
      [column('Ask', 10), column('Action', 26), column('What', 36), column('Lead', 18), column('By', 12)],
      ordered.map(({ action, ask }) => [
        text(verbWords[ask.verb]),
        text(`${action.code} ${action.action.shortTitle}`),
        text(oneLine(ask.what)),
        text(ownerWords(action.owner, scope)),
        date(ask.by, 'at this meeting'),
      ]),
    ),
  ];
}
