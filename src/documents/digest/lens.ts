import type { Block } from '../document.ts';
import type { DigestScope } from './digest-scope.ts';
import { heading, paragraph } from './make-blocks.ts';
import { measureTable } from './measures.ts';
import { sectionHeadings } from './section-headings.ts';

/** What stands under all themes, e.g. poverty and inequality: it has no action of its own and is seen through the measures that come nearest. */
export function lens({ picture }: DigestScope): readonly Block[] {
  const commitments = picture.plan.crossCutting;
  if (commitments.length === 0) return [];
  return [
    heading(sectionHeadings.lens),
    ...commitments.flatMap((commitment) => {
      const measures = picture.measures.filter(({ measure }) =>
        commitment.lensMeasures.includes(measure.code),
      );
      const name = `${commitment.code.slice(0, 1).toUpperCase()}${commitment.code.slice(1)}`;
      return [
        paragraph(commitment.text),
        ...(measures.length === 0
          ? [paragraph('No measure of the plan comes near it.')]
          : measureTable(`${name}: the measures that come nearest (a proposal)`, measures)),
      ];
    }),
  ];
}
