import type { FieldProblem, Form, FormGroup } from '../../../messages/forms/form.ts';
import { decidingFields, neededNow } from '../../../messages/forms/needed-fields.ts';
import { ratingLooks } from '../../../plan/rating.ts';
import type { Block, ModalView } from '../render/blocks.ts';
import { slackLimits } from '../render/limits.ts';
import { headingBlocks } from '../render/render-table.ts';
import { richBlocks, richLists } from '../render/rich-text.ts';
import { bold, plain, run, weightOf } from '../render/words.ts';
import { fieldAction, fieldBlocks, optionsOf, selectOf } from './form-fields.ts';
import type { ViewMetadata } from './view-data.ts';

export const formCallback = 'bcp.form';
export const chooserCallback = 'bcp.choose';

export interface FormViewOptions {
  readonly partnershipId: string;
  /** The group this is about, when the whole form is too large for one view. */
  readonly only?: string;
  /** Said at the top: what is wrong with the form as a whole. */
  readonly banner?: string;
  /** The channel in which it is opened, where that is one. */
  readonly at?: string;
  /** Said right above their fields. */
  readonly problems?: readonly FieldProblem[];
}

/** What the fields of a view have in common. */
interface Shown {
  /** The legends that stand above already. */
  readonly legends: Set<string>;
  readonly deciding: ReadonlySet<string>;
  readonly problems: readonly FieldProblem[];
}

/**
 * A form as a modal. A form that is too large for one (100 blocks, 250 kB: https://docs.slack.dev/reference/views/modal-views) becomes a
 * choice of its parts, each of which then opens as a modal of its own.
 */
export function formView(form: Form, options: FormViewOptions): ModalView {
  return wholeView(form, options) ?? chooserView(form, options);
}

/** The form of one of its groups, with what belongs to the whole form; null when there is no such group (any more). */
export function onlyGroup(form: Form, code: string): Form | null {
  if (!form.groups.some((group) => group.code === code)) return null;
  return {
    ...form,
    carries: Object.fromEntries(
      Object.entries(form.carries).filter(([name]) => !name.includes('.') || name.startsWith(`${code}.`)),
    ),
    groups: form.groups.filter((group) => group.code === code || group.code === ''),
  };
}

/** The form in one modal, as it is asked now; null where all that it may come to ask does not fit into one. */
export function wholeView(form: Form, options: FormViewOptions): ModalView | null {
  return fitsOneView(viewOf(form, form, options)) ? viewOf(form, neededNow(form), options) : null;
}

/** `asked`: what of the form is shown. */
function viewOf(form: Form, asked: Form, options: FormViewOptions): ModalView {
  const { banner, problems = [] } = options;
  const shown: Shown = { legends: new Set(), deciding: decidingFields(form), problems };
  return modal(formCallback, form, form.submitLabel, metadataOf(form.kind, form.carries, options), [
    ...warningBlocks(banner),
    ...richBlocks([run(form.intro)]),
    ...asked.groups.flatMap((group) => groupBlocks(group, shown)),
  ]);
}

function modal(
  callback: string,
  form: Form,
  submit: string,
  metadata: ViewMetadata,
  blocks: readonly Block[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(metadata),
    title: plain(form.title),
    submit: plain(submit),
    close: plain('Cancel'),
    blocks,
  };
}

function metadataOf(
  kind: Form['kind'],
  carries: Form['carries'],
  { partnershipId, only, at }: FormViewOptions,
): ViewMetadata {
  return { in: partnershipId, kind, carries, only: only ?? null, ...(at !== undefined && { at }) };
}

function warningBlocks(words: string | undefined): readonly Block[] {
  return words === undefined ? [] : richBlocks([[...bold('⚠ '), ...run(words)]]);
}

function groupBlocks(group: FormGroup, { legends, deciding, problems }: Shown): readonly Block[] {
  const previous =
    group.previous === null ? [] : [run(`Last month: ${ratingLooks[group.previous].word.toLowerCase()}.`)];
  return [
    ...headingBlocks(group.title),
    ...richBlocks([...previous, ...group.reminders.map(run)]),
    ...group.fields.flatMap((field) => {
      const { legend, input } = fieldBlocks(field, deciding.has(field.name));
      const key = JSON.stringify(legend);
      const isNew = legend.length > 0 && !legends.has(key);
      legends.add(key);
      const wrong = problems.filter((problem) => problem.field === field.name);
      return [...(isNew ? legend : []), ...wrong.flatMap(({ words }) => warningBlocks(words)), ...input];
    }),
  ];
}

function fitsOneView(view: ModalView): boolean {
  return (
    view.blocks.length <= slackLimits.viewBlocks &&
    view.private_metadata.length <= slackLimits.privateMetadata &&
    weightOf(view) <= slackLimits.viewBytes
  );
}

/** Which action or figure? Its answer opens that part alone. */
function chooserView(form: Form, { partnershipId, banner, at }: FormViewOptions): ModalView {
  const parts = form.groups.filter(({ code }) => code !== '');
  const { options, legend } = optionsOf(
    parts.map(({ code, title }) => ({
      value: code,
      label: title.length <= slackLimits.optionText ? title : code,
      description: '',
    })),
  );
  const long = parts.filter(({ title }) => title.length > slackLimits.optionText);
  const month = form.carries['month'] ?? '';
  const metadata = metadataOf(form.kind, { month }, { partnershipId, ...(at !== undefined && { at }) });
  return modal(chooserCallback, form, 'Next', metadata, [
    ...warningBlocks(banner),
    ...richBlocks([
      run(form.intro),
      run(
        `There are ${parts.length} to answer. Choose one; when it is saved you are back here for the next.`,
      ),
    ]),
    ...legend,
    ...richLists(long.map(({ title }) => run(title))),
    {
      type: 'input',
      block_id: 'part',
      label: plain('Which one?'),
      optional: false,
      element: { ...selectOf(options), action_id: fieldAction },
    },
  ]);
}
