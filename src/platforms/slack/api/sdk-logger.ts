import { LogLevel, type Logger } from '@slack/bolt';
import type { Log } from '../../../kit/log.ts';

/**
 * The kit's own log, as far as it goes into ours: that there was a warning or an error, in the kit's fixed words. Its debug lines hold
 * whole messages and never leave it.
 */
export function sdkLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words: readonly unknown[]) => log.info('Slack kit: warning', { words: fixedWords(words) }),
    error: (...words: readonly unknown[]) => log.warn('Slack kit: error', { words: fixedWords(words) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** Errors by their name only: their messages may quote what Slack sent. */
function fixedWords(words: readonly unknown[]): readonly string[] {
  return words.map((each) =>
    each instanceof Error ? each.name : typeof each === 'string' ? each.slice(0, 160) : typeof each,
  );
}
