/** The parts of Block Kit that bcp uses. There is no `mrkdwn` among them: in it people's words could mention or link. */
export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export interface RichRun {
  readonly type: 'text';
  readonly text: string;
  readonly style?: { readonly bold: true };
}

/** Names a person so that Slack tells them; only the sender makes one, never somebody's words. */
export interface RichMention {
  readonly type: 'user';
  readonly user_id: string;
}

export interface RichSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly (RichRun | RichMention)[];
}

export interface RichList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet';
  readonly elements: readonly RichSection[];
}

/** Lines that belong to what stands above them, with a bar at their side. */
export interface RichQuote {
  readonly type: 'rich_text_quote';
  readonly elements: readonly (RichRun | RichMention)[];
}

export interface RichTextBlock {
  readonly type: 'rich_text';
  readonly elements: readonly (RichSection | RichQuote | RichList)[];
}

export interface ButtonElement {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}

export interface TableCell {
  readonly type: 'raw_text';
  readonly text: string;
}

export interface SlackOption {
  readonly text: PlainText;
  readonly value: string;
  readonly description?: PlainText;
}

export type InputElement =
  | {
      readonly type: 'plain_text_input';
      readonly action_id: string;
      readonly multiline: boolean;
      readonly max_length: number;
      readonly initial_value?: string;
      readonly placeholder?: PlainText;
    }
  | {
      readonly type: 'radio_buttons' | 'checkboxes';
      readonly action_id: string;
      readonly options: readonly SlackOption[];
      readonly initial_option?: SlackOption;
      readonly initial_options?: readonly SlackOption[];
    }
  | {
      readonly type: 'static_select';
      readonly action_id: string;
      readonly options?: readonly SlackOption[];
      readonly option_groups?: readonly {
        readonly label: PlainText;
        readonly options: readonly SlackOption[];
      }[];
      readonly initial_option?: SlackOption;
    }
  | { readonly type: 'datepicker'; readonly action_id: string; readonly initial_date?: string };

export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'divider' }
  | RichTextBlock
  | { readonly type: 'context'; readonly elements: readonly PlainText[] }
  | { readonly type: 'section'; readonly text: PlainText; readonly accessory?: ButtonElement }
  | { readonly type: 'actions'; readonly elements: readonly ButtonElement[] }
  | {
      readonly type: 'table';
      readonly rows: readonly (readonly TableCell[])[];
      readonly column_settings: readonly { readonly is_wrapped: true }[];
    }
  | {
      readonly type: 'image';
      readonly slack_file: { readonly id: string };
      readonly alt_text: string;
      readonly title?: PlainText;
    }
  | {
      readonly type: 'input';
      readonly block_id: string;
      readonly label: PlainText;
      readonly hint?: PlainText;
      readonly optional: boolean;
      /** Tells bcp at once what was chosen; without it Slack tells of answers only when the form is sent. */
      readonly dispatch_action?: true;
      readonly element: InputElement;
    };

/** One Slack message: what a notification and a screen reader say, and what is shown. */
export interface SlackPage {
  /** Escaped: nothing in it mentions or links. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface ModalView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly Block[];
}

export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}
