#!/usr/bin/env node
import { inspect } from 'node:util';
import { readProcessConfig } from '../config.ts';
import { systemClock } from '../kit/clock.ts';
import { runBcp } from './run-bcp.ts';

// A reader that stops early (`bcp help | head`) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const config = readProcessConfig();
if (config.ok) {
  try {
    process.exitCode = await runBcp(process.argv.slice(2), {
      stdout: process.stdout,
      stderr: process.stderr,
      stdin: process.stdin,
      config: config.value,
      clock: systemClock,
    });
  } catch (surprise) {
    process.stderr.write(
      `bcp failed in a way that nobody foresaw. Please send this to whoever looks after it:\n${inspect(surprise)}\n`,
    );
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `bcp cannot work with these settings:\n${config.error.map((problem) => `  ${problem}\n`).join('')}`,
  );
  process.exitCode = 1;
}
