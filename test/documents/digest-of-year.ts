import { boardDigest } from '../../src/documents/board-digest.ts';
import type { DigestPicture } from '../../src/documents/digest/digest-picture.ts';
import type { Block, Cell, Document, Table } from '../../src/documents/document.ts';
import { pictureOfYear } from '../support/pictured-year.ts';

/** The digest of November 2026 as the board gets it, changed where a test says so. */
export function digestOfYear(change: Partial<DigestPicture> = {}): DigestPicture {
  return {
    picture: change.picture ?? pictureOfYear(),
    audience: 'board',
    positionOn: '2026-11-19',
    isRehearsal: false,
    marking: 'OFFICIAL',
    auditHead: 'a'.repeat(64),
    nextMeeting: { on: '2026-12-03', title: 'Partnership Board' },
    lastMeeting: null,
    decisions: [],
    meetingActions: [],
    voice: [],
    voiceUnanswered: 16,
    corrections: [],
    comingDates: [],
    ...change,
  };
}

export function paperOfYear(change: Partial<DigestPicture> = {}): Document {
  return boardDigest(digestOfYear(change));
}

export function tablesOf(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Everything a reader could read in a paper. */
export function wordsOf(document: Document): string {
  return JSON.stringify(document);
}

export function cellWords(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'rating') return cell.rating;
  if (cell.kind === 'date') return cell.day;
  return cell.kind === 'direction' ? (cell.direction ?? '') : cell.text;
}

export function rowsOf(table: Table | undefined): readonly (readonly string[])[] {
  return table?.rows.map((row) => row.map(cellWords)) ?? [];
}
