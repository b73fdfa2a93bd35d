import { dayInWords } from '../../kit/local-date.ts';
import { ratingLooks } from '../../plan/rating.ts';
import type { Block } from '../document.ts';
import type { DigestPicture } from './digest-picture.ts';
import type { DigestScope } from './digest-scope.ts';
import { heading, list, paragraph } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** What the words mean: the plan's own definitions first, then how figures are judged and what is not shown. */
export function howToRead({ picture }: DigestScope): readonly Block[] {
  const { plan } = picture;
  return [
    heading(sectionHeadings.how_to_read),
    ...list([
      ...plan.ratingDefinitions.map(({ rating, text }) => `${ratingLooks[rating].word}: ${text}`),
      'No update: nobody answered by the deadline. It is never last month’s rating carried forward.',
      'Better and worse compare with the month before; they say nothing about whether a number went up.',
      'Moderated: the reading of a theme lead or the secretariat, beside the owner’s and never over it.',
      'A measure is green within its tolerance of the target or better; amber beyond it, but better than or the same as in the same period last year; red beyond it and worse. Without a target or a direction it is not rated.',
      'A measure moves when a run of figures shows it, or the last three stand clear of what is usual; one figure alone is no trend.',
      'Small numbers are hidden as each source asks, also where they could be worked out from others. Provisional figures may change.',
      plan.outcomeMapping.state === 'agreed'
        ? `Which action serves which outcome was agreed on ${dayInWords(plan.outcomeMapping.on)}.`
        : 'Which action serves which outcome, and the short titles, are proposals until the board agrees them.',
    ]),
  ];
}

/** Where the figures come from, with the acknowledgement that published figures ask for. */
export function sources({ measures, picture, sections }: DigestScope): readonly Block[] {
  const lensCodes = new Set(
    sections.has('lens') ? picture.plan.crossCutting.flatMap(({ lensMeasures }) => lensMeasures) : [],
  );
  const used = [
    ...new Set([
      ...measures.filter(({ news }) => news === 'new'),
      ...picture.measures.filter(({ measure }) => lensCodes.has(measure.code)),
    ]),
  ].filter(({ latest }) => latest !== null);
  const compared = used.flatMap(({ comparisons }) => comparisons.map(({ source }) => source));
  const named = [...new Set([...used.map(({ measure }) => measure.source), ...compared])].filter(
    (source) => source !== '',
  );
  if (named.length === 0) return [];
  const hasReference = compared.some((source) => source !== '');
  return [
    heading(sectionHeadings.sources),
    ...list(named),
    ...(hasReference
      ? [
          paragraph(
            'Contains public sector information licensed under the Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).',
          ),
        ]
      : []),
  ];
}

/** What happens next: when owners are asked, when the board meets, what falls due. */
export function whatComesNext({ comingDates }: DigestPicture): readonly Block[] {
  if (comingDates.length === 0) return [];
  return [
    heading(sectionHeadings.dates),
    ...list(comingDates.map(({ on, words }) => `${dayInWords(on)}: ${words}`)),
  ];
}
