import type { DigestSection } from './digest-scope.ts';

/** What each part of a digest is called: the front page in a channel finds its parts by these. */
export const sectionHeadings: Readonly<Record<DigestSection, string>> = {
  glance: 'At a glance',
  asks: 'What the board is asked to do',
  exceptions: 'Exceptions',
  not_received: 'Updates not received',
  actions: 'All actions, month by month',
  measures: 'Are lives getting better?',
  lens: 'Across all themes',
  meeting: 'From the last meeting',
  voice: 'You said, we did',
  corrections: 'Changed since the last digest',
  to_look_at: 'Worth a question',
  dates: 'What comes next',
  how_to_read: 'How to read this paper',
  sources: 'Sources',
};
