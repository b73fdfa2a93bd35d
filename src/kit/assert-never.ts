/** Marks a place that the types say cannot be reached; a new kind of something then fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`A case nobody handles: ${JSON.stringify(value)}`);
}
