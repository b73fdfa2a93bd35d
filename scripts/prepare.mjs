/** Run by npm after an install: builds, so that the first start is quick. */
import { build, canBuild } from './build.mjs';

if (canBuild()) await build();
else
  process.stderr.write(
    'The development tools are not installed, so nothing was built; the dist/ that is there is used.\n',
  );
