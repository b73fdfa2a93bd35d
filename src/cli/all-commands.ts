import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { backup } from './commands/backup.ts';
import { channelAdd } from './commands/channel-add.ts';
import { channelList } from './commands/channel-list.ts';
import { channelRemove } from './commands/channel-remove.ts';
import { cycleCalendarCommand } from './commands/cycle-calendar.ts';
import { cycleClose } from './commands/cycle-close.ts';
import { cycleOpen } from './commands/cycle-open.ts';
import { cycleRemind } from './commands/cycle-remind.ts';
import { cycleSettingsCommand } from './commands/cycle-settings.ts';
import { cycleShow } from './commands/cycle-show.ts';
import { deliveryGiveUp } from './commands/delivery-give-up.ts';
import { deliveryList } from './commands/delivery-list.ts';
import { deliveryRetry } from './commands/delivery-retry.ts';
import { digestApprove } from './commands/digest-approve.ts';
import { digestDraft } from './commands/digest-draft.ts';
import { digestExport } from './commands/digest-export.ts';
import { digestPost } from './commands/digest-post.ts';
import { doctor } from './commands/doctor.ts';
import { exportAllCommand } from './commands/export-all.ts';
import { figuresImport } from './commands/figures-import.ts';
import { help } from './commands/help.ts';
import { importAllCommand } from './commands/import-all.ts';
import { init } from './commands/init.ts';
import { peopleImport } from './commands/people-import.ts';
import { peopleList } from './commands/people-list.ts';
import { peopleTemplateCommand } from './commands/people-template.ts';
import { planCheck } from './commands/plan-check.ts';
import { planImport } from './commands/plan-import.ts';
import { readReplyCommand } from './commands/read-reply.ts';
import { rehearse } from './commands/rehearse.ts';
import { restore } from './commands/restore.ts';
import { retentionHold, retentionRelease } from './commands/retention-hold.ts';
import { retentionRun } from './commands/retention-run.ts';
import { retentionSet } from './commands/retention-set.ts';
import { retentionShow } from './commands/retention-show.ts';
import { status } from './commands/status.ts';

/** Every command of `bcp`, in the order in which help lists them: from a new installation to the end of a month. */
export const allCommands: readonly Command[] = [
  help,
  init,
  doctor,
  planCheck,
  planImport,
  peopleTemplateCommand,
  peopleImport,
  peopleList,
  figuresImport,
  channelList,
  channelAdd,
  channelRemove,
  cycleSettingsCommand,
  cycleShow,
  cycleCalendarCommand,
  cycleOpen,
  cycleClose,
  cycleRemind,
  status,
  digestDraft,
  digestApprove,
  digestPost,
  digestExport,
  deliveryList,
  deliveryRetry,
  deliveryGiveUp,
  auditVerify,
  retentionShow,
  retentionRun,
  retentionSet,
  retentionHold,
  retentionRelease,
  exportAllCommand,
  importAllCommand,
  backup,
  restore,
  readReplyCommand,
  rehearse,
];
