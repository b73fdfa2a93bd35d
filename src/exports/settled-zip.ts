import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest day a zip file can name. Nobody looks at it, and it is the same each time. */
const noDay = '1980-01-01T00:00:00Z';

/** An Office file without the moment it was written in, and in the order that Office wants, so that the same document gives the same bytes. */
export function settled(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const names = Object.keys(parts);
  const written = names.map((name): [string, Uint8Array] => {
    const bytes = parts[name] ?? new Uint8Array();
    const settle = settlers[name];
    return [name, settle === undefined ? bytes : strToU8(settle(strFromU8(bytes)))];
  });
  return zipSync(Object.fromEntries(written), { mtime: noDay, level: 6 });
}

const settlers: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${noDay}`),
  // The library writes a font's colour before its size, Office wants it after: ECMA-376, 18.8.22.
  'xl/styles.xml': (xml) => xml.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1'),
  // The library numbers the pictures of all documents together.
  'word/document.xml': (xml) => {
    let count = 0;
    return xml.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${(count += 1)}"`);
  },
};
