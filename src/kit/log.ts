import { pino } from 'pino';

/**
 * Where the program notes what happened. `error` means that a person must act now. Messages are fixed sentences; fields
 * hold ids and causes, never people's words, names or tokens.
 */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields & { readonly cause?: unknown }): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** What must never reach a log line, wherever in the line it stands: platform tokens, bearer tokens, passwords in URLs. */
const secrets =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|Bearer\s+[\w.~+/-]+=*|eyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/g;

/** One JSON line a message on the given stream (standard error by default), scrubbed of secrets as a last step. */
export function jsonLog(write: (line: string) => void, level: 'info' | 'warn' | 'error' | 'silent'): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(line.replace(secrets, '[secret]')) },
  );
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, { cause, ...fields } = {}) =>
      logger.error(cause === undefined ? fields : { ...fields, err: cause }, message),
  };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
