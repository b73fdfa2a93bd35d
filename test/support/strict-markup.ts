/** One element of a page that was read back, with what stands in it. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (MarkupElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const token = /<(\/)?([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/)?>|([^<]+)/y;

/**
 * Reads mark-up as strictly as an XML parser would: every element closed in order, every attribute quoted, every
 * ampersand an entity we write, no character that XML forbids. Throws with the place where that is not so.
 */
export function readMarkup(markup: string): MarkupElement {
  const text = markup.replace(/^<!DOCTYPE html>\s*/, '');
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`Not well-formed at: ${text.slice(at, at + 80)}`);
    const [, closes, name = '', attributes = '', empty, words] = match;
    const parent = open.at(-1)!;
    if (words !== undefined) {
      parent.children.push(decode(words));
    } else if (closes !== undefined) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else {
      const element: MarkupElement = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (empty === undefined) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return root;
}

/** Every element below this one, in the order of the page. */
export function elementsIn(element: MarkupElement): MarkupElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...elementsIn(child)],
  );
}

export function named(element: MarkupElement, name: string): MarkupElement[] {
  return elementsIn(element).filter((each) => each.name === name);
}

/** What a reader sees, with a line break for each `br`. */
export function textOf(element: MarkupElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child)))
    .join('');
}

function readAttributes(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) found[key] = decode(value);
  return found;
}

function decode(text: string): string {
  if (/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text))
    throw new Error('A forbidden character');
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Not an entity we write: ${whole}`);
    return character;
  });
}
