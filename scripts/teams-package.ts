import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { teamsPackage } from '../manifests/teams/package.ts';

/**
 * `npm run teams:package -- APP-ID HOST`: writes the app package that the administrators of all tenants upload. APP-ID is the
 * app registration's client id; HOST is where bcp is served, e.g. bcp.example.org.
 */
const [appId = '', host = ''] = process.argv.slice(2);
const isAppId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId);
const isHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host);
if (!isAppId || !isHost) {
  process.stderr.write(
    'Say which app and which host: npm run teams:package -- 11111111-2222-3333-4444-555555555555 bcp.example.org\n',
  );
  process.exit(2);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
// Teams takes no version that begins with 0.
const bytes = teamsPackage({
  appId: appId.toLowerCase(),
  host: host.toLowerCase(),
  version: version.replace(/^0\./, '1.'),
});
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bcp-teams.zip', bytes);
process.stdout.write(
  `dist/bcp-teams.zip (${bytes.length} bytes) is ready to be uploaded in the Teams admin centre.\n`,
);
