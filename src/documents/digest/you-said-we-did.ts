import { dayInWords } from '../../kit/local-date.ts';
import type { Block } from '../document.ts';
import type { DigestPicture, VoiceLine } from './digest-picture.ts';
import { oneLine } from './digest-scope.ts';
import { heading, paragraph } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** What children and young people said, word for word, and what came of it. */
export function youSaidWeDid({ voice, voiceUnanswered }: DigestPicture): readonly Block[] {
  if (voice.length + voiceUnanswered === 0) return [];
  return [
    heading(sectionHeadings.voice),
    ...(voice.length === 0
      ? [paragraph('Nothing has been recorded yet about what was done.')]
      : voice.map(voiceCard)),
    ...(voiceUnanswered === 0
      ? []
      : [
          paragraph(
            `${voiceUnanswered} of the things children and young people said ${voiceUnanswered === 1 ? 'has' : 'have'} no answer yet.`,
          ),
        ]),
  ];
}

function voiceCard({ topic, quote, source, responses }: VoiceLine): Block {
  const did = responses.map(
    ({ text, on, actionCode }) =>
      `We did: ${oneLine(text)} (${[actionCode, dayInWords(on)].filter((each) => each !== null).join(', ')})`,
  );
  return {
    kind: 'callout',
    title: topic,
    text: [`You said: “${oneLine(quote)}” (${source})`, ...did].join('\n'),
    rating: null,
  };
}
