import { createHash, type Hash } from 'node:crypto';
import { failure, success, type Result } from '../kit/result.ts';
import type { StoredRow } from './ports/whole-records.ts';

/** The first line of an export: what it is, and whose. */
export interface ExportHeader {
  readonly format: 'bcp-export';
  /** Of the way the lines are written; the tables may change without it. */
  readonly version: 1;
  readonly writtenAt: string;
  /** The steps of the schema that the database had been through. */
  readonly migrations: readonly string[];
  readonly partnerships: readonly ExportedPartnership[];
}

export interface ExportedPartnership {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const rowShape = /^\{"table":"([A-Za-z]+)","row":(\{.*\})\}$/;

/** A row as a line. Its JSON is put in as it is, so that it comes out the same. */
export function rowLine({ table, json }: StoredRow): string {
  return `{"table":"${table}","row":${json}}`;
}

/** The row of a line; null when the line is not one. */
export function readRowLine(line: string): StoredRow | null {
  const [, table, json] = rowShape.exec(line) ?? [];
  return table === undefined || json === undefined ? null : { table, json };
}

/** Counts the rows of an export and takes the SHA-256 of everything before its last line, line ends included. */
export interface ExportSeal {
  add(line: string): void;
  /** The last line. */
  line(): string;
}

export function exportSeal(): ExportSeal {
  const hash: Hash = createHash('sha256');
  // The header is not a row.
  let rows = -1;
  return {
    add(line) {
      hash.update(`${line}\n`);
      rows += 1;
    },
    line: () => JSON.stringify({ end: true, rows, sha256: hash.copy().digest('hex') }),
  };
}

/** The header in a file's first line, or why the file cannot be read. */
export function readHeader(line: string): Result<ExportHeader, string> {
  const value = parsed(line);
  if (!isRecord(value) || value['format'] !== 'bcp-export')
    return failure(
      'This is not an export of bcp: its first line does not say so. "bcp export all --out FILE" writes one.',
    );
  if (value['version'] !== 1)
    return failure(
      'This export was written by a newer bcp, in a way that this one does not read. Use the newer one.',
    );
  const { writtenAt, migrations, partnerships } = value;
  if (
    typeof writtenAt !== 'string' ||
    !isListOf(migrations, isText) ||
    !isListOf(partnerships, isPartnership)
  )
    return failure('The first line of this export is damaged. Use another copy of the file.');
  return success({ format: 'bcp-export', version: 1, writtenAt, migrations, partnerships });
}

/** Any JSON as what it is; undefined when it is none. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPartnership(value: unknown): value is ExportedPartnership {
  return isRecord(value) && isText(value['id']) && isText(value['code']) && isText(value['name']);
}
