/** A request as the one HTTP server hands it to a door: read in full, its size already judged. */
export interface DoorRequest {
  readonly method: string;
  /** Without the query, e.g. `/rehearsal/posts`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface DoorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A platform's way in, mounted on the one HTTP server. The first door that matches a request gets it. */
export interface Door {
  /** The largest body it is handed, in bytes; that of the server when left out. What is larger is refused before it is read in full. */
  readonly bodyLimit?: number;
  matches(method: string, path: string): boolean;
  /** Expected trouble is a response; what is thrown is logged and answered with a constant body. */
  handle(request: DoorRequest): Promise<DoorResponse>;
}

/** A JSON answer that no cache keeps. */
export function jsonResponse(status: number, value: unknown): DoorResponse {
  return writtenJson(status, JSON.stringify(value));
}

/** The same of JSON that has been written out before. */
export function writtenJson(status: number, body: string): DoorResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
