/** A text as Teams sent it, with what tells whether it is said to the bot. */
export interface SaidText {
  readonly said: string;
  readonly mentions: readonly {
    readonly type: string;
    /** As it stands in the text, e.g. `<at>BCP</at>`. */
    readonly text: string;
    readonly mentioned: { readonly id: string };
  }[];
  readonly botId: string;
  readonly isPersonal: boolean;
  /** It was chosen with "/" and comes to the bot alone: everything in it is a command, with or without the bot's name. */
  readonly isCommand: boolean;
}

/**
 * What somebody typed. Said to the bot, wherever in the text its mention stands, it is `/bcp` and the rest: `<at>BCP</at> status safe`
 * and `status safe <at>BCP</at>` are `/bcp status safe`. A slash command comes without a mention, as `status safe` or `/status safe`.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 */
export function addressedText({ said, mentions, botId, isPersonal, isCommand }: SaidText): string {
  const words = said.replace(/&nbsp;/gi, ' ').trim();
  const { rest, called } = withoutOwnMention(words, mentions, botId);
  const typed = decoded(rest.replace(/<at\b[^>]*>([^<]*)<\/at>/gi, '$1')).trim();
  const isToBot = (isCommand && !isPersonal) || called === 'first' || (called === 'later' && !isPersonal);
  return isToBot ? `/bcp ${typed.replace(/^\/?\s*(?:bcp\b[:,]?)?\s*/i, '')}`.trim() : typed;
}

interface WithoutMention {
  readonly rest: string;
  /** Where the bot is called. In its own chat what begins with its name is a command; further on it is only named. */
  readonly called: 'first' | 'later' | 'not';
}

/** Teams names by id whom a mention is of. A client that does not is taken to have called the bot where the text begins with a mention. */
function withoutOwnMention(words: string, mentions: SaidText['mentions'], botId: string): WithoutMention {
  const named = mentions.filter(({ type, text, mentioned }) => type === 'mention' && mentioned.id && text);
  if (named.length === 0) {
    const rest = words.replace(/^(?:<at\b[^>]*>[^<]*<\/at>\s*)+/i, '');
    return { rest, called: rest === words ? 'not' : 'first' };
  }
  const own = named.filter(({ mentioned }) => bare(mentioned.id) === bare(botId));
  const isFirst = own.some(({ text }) => words.startsWith(text));
  const rest = own.reduce((left, { text }) => without(left, text), words);
  return { rest, called: own.length === 0 ? 'not' : isFirst ? 'first' : 'later' };
}

function without(words: string, mention: string): string {
  const [before = '', ...after] = words.split(mention);
  return [before.trimEnd(), ...after.map((piece) => piece.trim())].join(' ').trim();
}

/** Teams calls a bot `28:` and its app id; stand-ins leave the number out. */
function bare(id: string): string {
  return id.replace(/^28:/, '');
}

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** Teams writes `<5` as `&lt;5` and `R&D` as `R&amp;D`. Read once only, so that what somebody typed as `&lt;` stays that. */
function decoded(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#39);/g, (all, name: string) => signs[name] ?? all);
}
