import type { Block } from '../../../src/platforms/slack/render/blocks.ts';
import type { DoorResponse } from '../../../src/kit/door.ts';
import type { SlackStage } from './slack-stage.ts';

/** Presses a button in what only this person sees: the answer to a command, or a private note. */
export async function pressNote(
  stage: SlackStage,
  press: {
    readonly user: string;
    readonly channel: string;
    readonly blocks: unknown;
    readonly label: string;
    readonly responseUrl?: string;
  },
): Promise<DoorResponse> {
  const { user, channel, label } = press;
  const blocks = press.blocks as readonly Block[];
  const button = blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find(({ text }) => text.text === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  const response = await stage.send(
    {
      type: 'block_actions',
      team: { id: stage.slack.team },
      user: { id: user, team_id: stage.slack.team },
      channel: { id: channel },
      container: { type: 'message', channel_id: channel, is_ephemeral: true },
      trigger_id: stage.slack.trigger(),
      response_url: press.responseUrl ?? stage.slack.hook(user, channel),
      actions: [{ type: 'button', block_id: 'b', action_id: button.action_id, value: button.value }],
    },
    'payload',
  );
  await stage.settled();
  return response;
}
