// `npm run playground`: Microsoft's Agents Playground in front of a bcp that runs with BCP_TEAMS=local. Its licence does not
// let it be part of this program, so it is fetched when it is asked for. It listens on all interfaces: close it after use.
import { spawn } from 'node:child_process';

const port = process.env['BCP_PORT'] ?? '3900';
const child = spawn(
  'npx',
  [
    '-y',
    '@microsoft/m365agentsplayground@0.2.28',
    'start',
    '-e',
    `http://127.0.0.1:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    '56150',
    '--dt',
    'true',
  ],
  { stdio: 'inherit' },
);
child.on('exit', (code) => process.exit(code ?? 1));
