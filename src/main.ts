import { startRehearsalRoom } from './app.ts';
import { readProcessConfig } from './config.ts';
import { jsonLog } from './kit/log.ts';
import { StorageTrouble } from './storage/storage-trouble.ts';

const config = readProcessConfig();
if (!config.ok) {
  process.stderr.write(
    `bcp cannot start with these settings:\n${config.error.map((problem) => `  ${problem}\n`).join('')}`,
  );
  process.exit(1);
}
const log = jsonLog((line) => process.stderr.write(line), config.value.logLevel);

try {
  const { slack, teams } = config.value;
  const places = [...(slack ? ['Slack'] : []), ...(teams ? ['Teams'] : [])].join(' and ');
  const room =
    places === ''
      ? await startRehearsalRoom(config.value, log)
      : await (await import('./run-connected.ts')).startConnected(config.value, log);
  process.stdout.write(
    places === ''
      ? `The rehearsal room is open: ${room.url}\nNothing here is real. Stop with Ctrl+C; it goes on where you left it.\n`
      : `bcp is at work in ${places}; its own page is ${room.url}/healthz\nStop with Ctrl+C; what was begun is finished first.\n`,
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void room.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (trouble) {
  if (trouble instanceof StorageTrouble || isSlackTrouble(trouble))
    process.stderr.write(`${trouble.message}\n`);
  else if (isPortTaken(trouble)) {
    process.stderr.write(
      `Port ${config.value.port} is taken by another program. Stop it, or choose another: BCP_PORT=3901 npm start\n`,
    );
  } else log.error('bcp could not start', { cause: trouble });
  process.exit(1);
}

function isPortTaken(trouble: unknown): boolean {
  return trouble instanceof Error && 'code' in trouble && trouble.code === 'EADDRINUSE';
}

/** Its class is known only where Slack is loaded, which a rehearsal does without. */
function isSlackTrouble(trouble: unknown): trouble is Error {
  return trouble instanceof Error && trouble.name === 'SlackNotConnected';
}
