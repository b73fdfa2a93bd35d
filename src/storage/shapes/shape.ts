import { z } from 'zod';
import { Prisma } from '../generated/client.ts';

/** What a schema reads, with read-only taken off: readonly arrays come out of zod as plain ones. */
type Writable<T> = T extends Date
  ? T
  : T extends readonly unknown[]
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T;

/**
 * Ties a zod schema to the type whose JSON it reads, both ways: a field or a case that is in one and not in the other does
 * not compile.
 */
export function shapeOf<T>() {
  return <S extends z.ZodType<T>>(
    schema: S,
    ..._both: Writable<T> extends z.output<S>
      ? []
      : [problem: 'the schema lacks a field or a case of the type']
  ): S => schema;
}

/**
 * Reads a JSON column as the type it was written from, exactly as it was written (zod's own copy has its keys in another
 * order); anything else is a fault in the data and is thrown.
 */
export function readJson<T>(shape: z.ZodType<T>, stored: unknown, what: string): T {
  mustFit(shape, stored, what);
  return stored;
}

function mustFit<T>(shape: z.ZodType<T>, stored: unknown, what: string): asserts stored is T {
  const read = shape.safeParse(stored);
  if (!read.success) throw new Error(`The stored ${what} cannot be read: ${z.prettifyError(read.error)}`);
}

/** A value of ours as what Prisma takes for a JSON column; null is JSON's null, not an empty column. */
export function writeJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  return value === null ? Prisma.JsonNull : { toJSON: () => value };
}
