import { tableLines } from '../../messages/text-columns.ts';
import { changedWords } from '../../use-cases/conversation/save-settings-form.ts';
import { cycleSettingLines } from '../../use-cases/cycle-setting-lines.ts';
import { readCycleSettings } from '../../use-cases/cycle-settings.ts';
import { markings, readMarking } from '../../use-cases/marking.ts';
import { setCycleSettings } from '../../use-cases/set-cycle-settings.ts';
import { done, jsonOption, misused, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson, inPartnership } from '../place.ts';

const widest = 100;

export const cycleSettingsCommand: Command = {
  name: 'cycle settings',
  does: 'Shows the rhythm of the months and the marking of the papers, or changes some of it.',
  notes: [
    'Days are working days of the month, counted from 1; times are London time. A month that is open keeps the rhythm it was opened with.',
    `Markings: ${markings.join(', ')}.`,
  ],
  arguments: [
    {
      name: 'NAME=VALUE',
      about: 'Such as close-day=9 or digest-time=10:30; all of them are changed, or none.',
      needed: false,
      many: true,
    },
  ],
  options: [
    {
      name: 'as',
      takes: 'PERSON',
      about: 'Who changes it, by e-mail address or full name; needed to change.',
    },
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) => {
    if (input.words.length === 0)
      return inPartnership(session, input, async ({ records }) => {
        const settings = await readCycleSettings(records);
        const marking = await readMarking(records);
        const rows = [
          ...cycleSettingLines.map((line) => [line.name, line.show(settings), line.label]),
          ['marking', marking, 'Marking'],
        ];
        return done(tableLines(['Name', 'Value', 'What'], rows, widest).join('\n'), { ...settings, marking });
      });
    const pairs = input.words.map((word) => /^([a-z-]+)=(.*)$/i.exec(word));
    if (pairs.some((pair) => pair === null))
      return Promise.resolve(misused('Write each as NAME=VALUE, for example close-day=9.'));
    const wanted = new Map(pairs.map((pair) => [(pair?.[1] ?? '').toLowerCase(), pair?.[2] ?? '']));
    return asPerson(session, input, 'change_settings', async ({ deps }, actor) => {
      const changed = await setCycleSettings(deps, actor, wanted);
      if (!changed.ok) {
        const { problems, words } = changed.error;
        return refused(problems.length > 0 ? problems.map((each) => each.words).join('\n') : words);
      }
      const { settings, marking, changed: names } = changed.value;
      return done(changedWords(changed.value), { changed: names, ...settings, marking });
    });
  },
};
