import { writeFileSync } from 'node:fs';
import { slackManifest } from '../src/platforms/slack/manifest.ts';

/** Writes the manifests that an administrator pastes into Slack; `https://bcp.example.org` is to be replaced by the own address. */
for (const [name, url] of [
  ['socket', null],
  ['http', 'https://bcp.example.org'],
] as const) {
  writeFileSync(`manifests/slack/${name}.json`, `${JSON.stringify(slackManifest(url), null, 2)}\n`);
}
