import { silentLog } from '../../../../src/kit/log.ts';
import { slackApi } from '../../../../src/platforms/slack/api/slack-api.ts';
import { networkThrough } from '../../../../src/platforms/slack/install/network.ts';

/** Uploads one picture, as bcp does, and says under which id Slack keeps it: the address of the API, the token, the proxy. */
const [url = '', token = '', proxy = ''] = process.argv.slice(2);
const network = networkThrough(proxy, null);
const api = slackApi(token, { fetch: network.fetch, url, log: silentLog });
const id = await api.upload({
  fileName: 'chart.png',
  title: 'Chart',
  altText: 'A chart.',
  bytes: Uint8Array.of(137, 80, 78, 71, 13, 10),
  channelId: null,
});
process.stdout.write(id);
await network.dispatcher?.destroy();
