/* eslint-disable complexity -- one case for each kind of block */
/**
 * What the stand-in refuses, written from Slack's reference and apart from bcp's own checks: the same mistake in both would have to be made
 * twice. https://docs.slack.dev/reference/block-kit/blocks
 */
type Json = Readonly<Record<string, unknown>>;

const known: Readonly<Record<'message' | 'modal' | 'home', readonly string[]>> = {
  message: ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section', 'table'],
  modal: ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section'],
  home: ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section'],
};

export function blockError(blocks: unknown, surface: 'message' | 'modal' | 'home'): string | null {
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  const list = blocks as readonly Json[];
  if (list.length > (surface === 'message' ? 50 : 100)) return 'invalid_blocks';
  if (surface === 'message' && JSON.stringify(blocks).length > 13_172) return 'msg_blocks_too_long';
  if (surface === 'message' && list.filter(({ type }) => type === 'table').length > 1)
    return 'only_one_table_allowed';
  if (list.some((block) => !known[surface].includes(String(block['type'])) || isBroken(block)))
    return 'invalid_blocks';
  return null;
}

function isBroken(block: Json): boolean {
  switch (block['type']) {
    case 'header':
      return isTooLong(block['text'], 150);
    case 'context':
      return (
        listOf(block['elements']).length > 10 ||
        listOf(block['elements']).some((text) => isTooLong(text, 2_000))
      );
    case 'actions':
      return (
        listOf(block['elements']).length > 25 ||
        listOf(block['elements']).some(isBrokenButton) ||
        hasTwice(listOf(block['elements']).map((each) => each['action_id']))
      );
    case 'rich_text':
      return listOf(block['elements']).length === 0 || textsIn(block['elements']).some((text) => text === '');
    case 'table':
      return (
        listOf(block['rows']).length > 100 ||
        textsIn(block['rows']).join('').length > 10_000 ||
        textsIn(block['rows']).some((text) => text === '')
      );
    case 'image':
      return !isText(block['alt_text'], 2_000);
    case 'input':
      return isTooLong(block['label'], 2_000) || isBrokenInput(block['element'] as Json);
    default:
      return false;
  }
}

function isBrokenButton(button: Json): boolean {
  return (
    isTooLong(button['text'], 75) ||
    String(button['value']).length > 2_000 ||
    String(button['action_id']).length > 255
  );
}

function isBrokenInput(element: Json): boolean {
  const options = listOf(element['options']);
  if (element['type'] === 'radio_buttons' || element['type'] === 'checkboxes')
    return options.length < 1 || options.length > 10 || options.some(isBrokenOption);
  if (element['type'] === 'static_select') {
    const groups = listOf(element['option_groups']);
    if ((options.length === 0) === (groups.length === 0)) return true;
    return [options, ...groups.map((group) => listOf(group['options']))].some(
      (each) => each.length > 100 || each.some(isBrokenOption),
    );
  }
  if (element['type'] === 'plain_text_input')
    return (
      Number(element['max_length']) > 3_000 ||
      (typeof element['initial_value'] === 'string' &&
        element['initial_value'].length > Number(element['max_length']))
    );
  return element['type'] !== 'datepicker';
}

function isBrokenOption(option: Json): boolean {
  return (
    isTooLong(option['text'], 75) ||
    String(option['value']).length > 150 ||
    (option['description'] !== undefined && isTooLong(option['description'], 75))
  );
}

function isTooLong(text: unknown, most: number): boolean {
  const { text: words, type } = text as { readonly text?: unknown; readonly type?: unknown };
  return type !== 'plain_text' || typeof words !== 'string' || words === '' || words.length > most;
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function hasTwice(ids: readonly unknown[]): boolean {
  return new Set(ids).size !== ids.length;
}

/** Every `text` that is a string, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** What is wrong with a modal; null when nothing is. */
export function viewError(view: Record<string, unknown>): string | null {
  if (JSON.stringify(view).length > 250_000) return 'view_too_large';
  const title = (view['title'] as { readonly text?: string } | undefined)?.text ?? '';
  if (
    title === '' ||
    title.length > 24 ||
    (typeof view['private_metadata'] === 'string' && view['private_metadata'].length > 3_000)
  )
    return 'invalid_arguments';
  return blockError(view['blocks'], 'modal');
}
