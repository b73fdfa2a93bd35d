/**
 * The few elements of Adaptive Cards 1.5 that bcp's cards are built of, as plain data.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  /** Teams shows `fallbackText` for anything above. */
  readonly version: '1.5';
  /** What a client that cannot draw the card shows, and what is read out of it. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly refresh?: { readonly action: CardAction; readonly userIds?: readonly string[] };
  readonly msteams: {
    readonly width: 'Full';
    readonly entities?: readonly MentionEntity[];
  };
}

export type CardElement =
  TextBlock | RichTextBlock | Container | Table | ActionSet | CardInput | ChartElement;

interface ElementBase {
  readonly separator?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
}

export interface TextBlock extends ElementBase {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'Medium' | 'Large';
  readonly weight?: 'Bolder';
}

/** Text in which no mark-up is read: people's words stand here. */
export interface RichTextBlock extends ElementBase {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly color?: 'Attention';
}

export type ContainerStyle = 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';

export interface Container extends ElementBase {
  readonly type: 'Container';
  readonly style?: ContainerStyle;
  readonly items: readonly CardElement[];
}

export interface Table extends ElementBase {
  readonly type: 'Table';
  readonly firstRowAsHeader: true;
  readonly showGridLines: boolean;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly CardElement[] }[];
  }[];
}

export interface ActionSet extends ElementBase {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
export interface ChartElement extends ElementBase {
  readonly type: 'Chart.HorizontalBar.Stacked' | 'Chart.VerticalBar.Grouped';
  readonly title: string;
  readonly data: readonly object[];
  /** Every chart has its figures as a table for clients that draw no charts. */
  readonly fallback: CardElement;
}

interface InputBase extends ElementBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export type CardInput =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly value: string;
      readonly maxLength?: number;
      readonly isMultiline?: boolean;
      readonly placeholder?: string;
    })
  | (InputBase & { readonly type: 'Input.Date'; readonly value: string })
  | (InputBase & {
      readonly type: 'Input.ChoiceSet';
      readonly wrap: true;
      readonly placeholder?: string;
      readonly value: string;
      readonly style: 'compact' | 'expanded' | 'filtered';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    })
  | (InputBase & {
      readonly type: 'Input.Toggle';
      readonly title: string;
      readonly wrap: true;
      readonly value: 'true' | 'false';
      readonly valueOn: 'true';
      readonly valueOff: 'false';
    });

export type ActionData = Readonly<Record<string, unknown>>;

interface ActionBase {
  readonly title: string;
  /** Shown when the button is pointed at, and read out. */
  readonly tooltip?: string;
  readonly style?: 'positive' | 'destructive';
  /** `none`: the button works whatever stands in the card's fields. */
  readonly associatedInputs?: 'none' | 'auto';
  readonly data: ActionData;
}

export type CardAction =
  | (ActionBase & {
      readonly type: 'Action.Execute';
      readonly verb: string;
      readonly fallback: ActionBase & { readonly type: 'Action.Submit' };
    })
  | (ActionBase & { readonly type: 'Action.Submit' });

/** `<at>Asha Verma</at>` in a text stands for this account. Built by us only, never read from words. */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** The media type of a card as an attachment and as an answer to a button. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

export function card(body: readonly CardElement[], fallbackText: string): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    body,
    msteams: { width: 'Full' },
  };
}
