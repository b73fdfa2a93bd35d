const headerLength = 5;
const readyForQuery = 0x5a;

/**
 * Reads the stream of answers only as far as it must: to know whether the session is idle, in a transaction or in a failed
 * one after the last ReadyForQuery. Answers come in pieces that end anywhere.
 */
export interface ReadyWatch {
  see(piece: Uint8Array): void;
  /** `I` idle, `T` in a transaction, `E` in a failed transaction; null when no ReadyForQuery has come. */
  status(): string | null;
}

export function watchReady(): ReadyWatch {
  const header = Buffer.alloc(headerLength);
  let headerFilled = 0;
  let bodyLeft = 0;
  let status: string | null = null;
  return {
    see(piece) {
      let at = 0;
      while (at < piece.length) {
        if (bodyLeft > 0) {
          if (header[0] === readyForQuery) status = String.fromCharCode(piece[at] ?? 0);
          const step = Math.min(bodyLeft, piece.length - at);
          bodyLeft -= step;
          at += step;
        } else {
          header[headerFilled] = piece[at] ?? 0;
          headerFilled += 1;
          at += 1;
          if (headerFilled < headerLength) continue;
          headerFilled = 0;
          // The length counts itself (four bytes) but not the type byte.
          bodyLeft = header.readInt32BE(1) - 4;
        }
      }
    },
    status: () => status,
  };
}
