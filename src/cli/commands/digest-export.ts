import { exportDigest } from '../../use-cases/export-digest.ts';
import { exportFormats, isExportFormat, type ExportedFile } from '../../use-cases/ports/exporter.ts';
import { asNeeded, done, jsonOption, misused, partnershipOption, refused, type Command } from '../command.ts';
import { listed } from '../counted.ts';
import { writeInto } from '../files.ts';
import { audienceOption, digestInWords, digestJson, monthOfDigest, newestDigest } from '../newest-digest.ts';
import { asPerson } from '../place.ts';

export const digestExport: Command = {
  name: 'digest export',
  does: 'Writes the digest of a month as files: what was posted, else what was approved, else the draft, which says so.',
  arguments: [monthOfDigest],
  options: [
    audienceOption,
    { name: 'format', takes: 'FORMAT', about: `One of ${exportFormats.join(', ')}; otherwise all of them.` },
    {
      name: 'out',
      takes: 'DIR',
      about: 'The folder to write into, made when it is not there; otherwise this one.',
    },
    asNeeded,
    partnershipOption,
    jsonOption,
  ],
  run: (session, input) => {
    const format = input.option('format');
    if (format !== null && !isExportFormat(format))
      return Promise.resolve(
        misused(`There is no format "${format}". There are: ${exportFormats.join(', ')}.`),
      );
    return asPerson(session, input, null, async (place, actor) => {
      const newest = await newestDigest(place, input, ['posted', 'approved']);
      if (!newest.ok) return newest.error;
      const digest = newest.value;
      const files: ExportedFile[] = [];
      for (const each of format === null ? exportFormats : [format]) {
        const file = await exportDigest(place.deps, actor, digest.id, each);
        if (!file.ok) return refused(file.error.words);
        files.push(file.value);
      }
      const paths = await writeInto(input.option('out') ?? '.', files);
      return done(`${digestInWords(digest, place)}, ${digest.state}: wrote ${listed(paths)}.`, {
        ...digestJson(digest),
        files: paths,
      });
    });
  },
};
