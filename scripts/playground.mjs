// `npm run playground`: Microsoft's Agents Playground in front of a bcp that runs with BCP_TEAMS=local. Its licence does not
// let it be part of this program, so it is fetched when it is asked for (or taken from BCP_PLAYGROUND, the path of its cli.js).
// It listens on all interfaces: close it after use.
import { spawn } from 'node:child_process';

const address = `http://127.0.0.1:${process.env['BCP_PORT'] ?? '3900'}`;
const isThere = await fetch(`${address}/healthz`).then(
  ({ status }) => status === 200,
  () => false,
);
if (!isThere) {
  process.stderr.write(
    `bcp does not answer at ${address}. Start it first, in another terminal: BCP_TEAMS=local npm start\n`,
  );
  process.exit(1);
}
const cli = process.env['BCP_PLAYGROUND'] ?? '';
const [command, first] =
  cli === '' ? ['npx', ['-y', '@microsoft/m365agentsplayground@0.2.28']] : [process.execPath, [cli]];
const settings = ['start', '-e', `${address}/api/messages`, '-c', 'msteams', '-p', '56150', '--dt', 'true'];
process.stdout.write('The Agents Playground: http://localhost:56150\n');
const child = spawn(command, [...first, ...settings], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
