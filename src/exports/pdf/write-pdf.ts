import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from '../../documents/document.ts';
import { paperFonts } from '../font-files.ts';
import { paperData, type PaperData } from './paper-data.ts';
import { lettersToTry } from './paper-letters.ts';

const template = readFileSync(new URL('paper.typ', import.meta.url), 'utf8');

let compiler: NodeCompiler | null = null;

/**
 * The document as a PDF for people and for screen readers: tagged, with alternative text, header rows, bookmarks and a language, by the
 * rules of PDF/UA-1 (ISO 14289-1), which it promises wherever the letters allow it. The writer refuses what breaks them otherwise, and so does
 * this: it throws. The same document gives the same bytes.
 */
export function documentPdf(document: Document): Uint8Array {
  let trouble: unknown = null;
  for (const letters of lettersToTry()) {
    try {
      return compiled(paperData(document, letters), letters.promises);
    } catch (cause) {
      if (!(cause instanceof Error) || !withoutShape.test(cause.message)) throw cause;
      trouble = cause;
    }
  }
  throw trouble;
}

/** Letters that came out without a shape, or whose shape does not say which letters it stands for. */
const withoutShape = /could not be displayed|missing codepoints/;

function compiled({ json, pictures }: PaperData, promises: boolean): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: paperFonts.map((path) => readFileSync(path)) }],
  });
  try {
    compiler.addSource('/paper.typ', template);
    compiler.mapShadow('/paper.json', Buffer.from(json));
    for (const [name, svg] of pictures) compiler.mapShadow(`/${name}`, Buffer.from(svg));
    return compiler.pdf(
      { mainFilePath: '/paper.typ' },
      { ...(promises ? { pdfStandard: 'ua-1' } : {}), creationTimestamp: 0 },
    );
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}
