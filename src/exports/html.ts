import { createHash } from 'node:crypto';
import { escapeMarkup } from '../kit/printable.ts';
import { linesHtml } from '../messages/html-pieces.ts';
import type { Document } from '../documents/document.ts';
import { blocksHtml, type ContentsEntry } from './html-blocks.ts';
import { documentStyles } from './html-styles.ts';

/** From how many parts on a list of contents helps more than it takes room. */
const contentsFrom = 4;

/**
 * The document as one page that stands alone: nothing is loaded, no script can run, everything is text or drawn as
 * SVG with its data beside it. Printed, it is A4 with the marking on every page. The page is well-formed XML too.
 */
export function documentHtml(document: Document): string {
  const styles = documentStyles(document);
  const { html, contents } = blocksHtml(document.blocks);
  const marking = `<p class="marking">${linesHtml(document.marking)}</p>`;
  return `<!DOCTYPE html>
<html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policyFor(styles))}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>${escapeMarkup(`${document.title} – ${document.partnership}`)}</title>
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="sheet">
<header>
${marking}
<p class="partnership">${linesHtml(document.partnership)}</p>
<h1>${linesHtml(document.title)}</h1>
<p class="subtitle">${linesHtml(document.subtitle)}</p>
<p class="position">${linesHtml(document.position)}</p>
${document.banner === null ? '' : `<p class="banner">${linesHtml(document.banner)}</p>`}
</header>
${contentsHtml(contents)}
<main id="content" tabindex="-1">
${html}
</main>
<footer>
<p>${linesHtml(document.position)}. Matches the record kept by the partnership at <code>${linesHtml(document.auditHead)}</code></p>
${marking}
</footer>
</div>
</body>
</html>
`;
}

function contentsHtml(contents: readonly ContentsEntry[]): string {
  if (contents.length < contentsFrom) return '';
  const entries = contents.map(({ id, text }) => `<li><a href="#${id}">${linesHtml(text)}</a></li>`);
  return `<nav class="contents" aria-labelledby="contents"><p id="contents">In this paper</p><ul>${entries.join('')}</ul></nav>`;
}

/** Nothing may be loaded or run; the one style sheet in the page is named by its hash. */
function policyFor(styles: string): string {
  const hash = createHash('sha256').update(styles, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
