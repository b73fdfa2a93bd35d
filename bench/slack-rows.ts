import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop } from './slack-load.ts';
import { promptRows } from './slack-prompts.ts';
import { replyRows } from './slack-replies.ts';
import { startPostgres, type BenchPostgres } from './slack-postgres.ts';
import { keepToCallerCore, otherCore, startProcess, type BenchProcess } from './slack-process.ts';
import { secret, statusLine, statusRows, statusTarget } from './slack-status.ts';
import type { BenchRow } from './rows.ts';

/** bcp in Slack against a bare Bolt app and a bare `node:http` server with the same signature check, in turns, on each database there is. */
export async function slackBench(): Promise<readonly BenchRow[]> {
  keepToCallerCore();
  const slack = await startProcess('slack', { delayMs: 0 }, otherCore);
  const postgres = startPostgres();
  try {
    return [...(postgres ? await benchOn(slack, postgres) : []), ...(await benchOn(slack, null))];
  } finally {
    postgres?.stop();
    await slack.stop();
  }
}

async function benchOn(slack: BenchProcess, postgres: BenchPostgres | null): Promise<readonly BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bcp-bench-slack-'));
  const settings = {
    secret,
    databaseUrl: postgres && (await postgres.database('bench')),
    dataDir,
    slackUrl: `http://127.0.0.1:${slack.port}`,
  };
  await (await startProcess('seed', settings)).stop();
  const bcp = await startProcess('bcp', settings);
  try {
    const page = await settledPage(bcp);
    const bare = { secret, answer: JSON.parse(page) as unknown };
    const [node, bolt] = [await startProcess('node', bare), await startProcess('bolt', bare)];
    try {
      const database = postgres ? 'PostgreSQL' : 'embedded database';
      process.stderr.write(`Slack on the ${database} …\n`);
      const said = (rows: readonly BenchRow[]) => {
        for (const { what, measured } of rows) process.stderr.write(`  ${what}: ${measured}\n`);
        return rows;
      };
      return [
        ...said(await statusRows({ node, bolt, bcp }, page, database)),
        ...said(await promptRows(bcp, slack, database)),
        // One session takes one transaction at a time: whoever answers by the hundred has a server.
        ...(postgres ? said(await replyRows({ node, bolt, bcp }, database)) : []),
      ];
    } finally {
      await node.stop();
      await bolt.stop();
    }
  } finally {
    await bcp.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The answer to `/bcp status safe` once its chart is in Slack: what everybody after the first asker is given. */
async function settledPage(bcp: BenchProcess): Promise<string> {
  const seen: string[] = [];
  const target = {
    ...statusTarget(bcp, ''),
    wrong: (status: number, body: string) => {
      seen.push(body);
      return status === 200 && body.includes(statusLine) ? null : 'That is no status.';
    },
  };
  for (let tries = 0; tries < 50; tries += 1) {
    await closedLoop(target, 1, 0.001);
    const page = seen.at(-1) ?? '';
    if (page.includes('"slack_file"') || tries === 49) return page;
    await sleep(100);
  }
  throw new Error('bcp gave no status.');
}
