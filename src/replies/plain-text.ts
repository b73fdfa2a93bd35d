import { cleanText } from '../kit/clean-text.ts';
import { withoutShortcodes } from './emoji.ts';

/** A reply without the mark-up of the place where it was written. */
export interface PlainText {
  readonly text: string;
  /** Web addresses, in order, each once. */
  readonly links: readonly string[];
}

/** Stands before a mentioned name in the plain text, as both platforms show it. */
const at = '@';

/**
 * Takes Slack's and Teams' mark-up, HTML, quoted messages and mail headers off.
 * Slack: https://docs.slack.dev/messaging/formatting-message-text (entities, `<@U1>`, `<url|label>`).
 * Teams: `<at>Name</at>` and HTML (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).
 */
export function plainText(raw: string): PlainText {
  const links: string[] = [];
  const keep = (url: string) => {
    const address = url.replace(/[).,;:!?'"\]]+$/, '');
    if (!links.includes(address)) links.push(address);
  };
  let text = cleanText(raw);
  text = htmlOff(text, keep);
  text = slackOff(text, keep);
  text = entitiesOff(text);
  text = emphasisOff(text);
  text = withoutShortcodes(text);
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>|]+/gi)) keep(match[0]);
  return { text: tidy(text), links };
}

/** `<p>`, `<br>`, `<li>` are lines; struck-out and quoted words are not said; every other known tag is only looks. */
function htmlOff(text: string, keep: (url: string) => void): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<(s|strike|del|blockquote)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/gi, ' ')
    .replace(/<at\b[^<>]{0,100}>([^<]{0,100})<\/at>/gi, (_whole, name: string) => ` ${at}${name.trim()} `)
    .replace(
      /<a\s[^<>]{0,20}href="([^"<>]{1,500})"[^<>]{0,200}>([^<]{0,300})<\/a>/gi,
      (_whole, url: string, label: string) => {
        keep(url);
        return label;
      },
    )
    .replace(/<li\b[^<>]{0,100}>/gi, '\n- ')
    .replace(/<\/?(?:p|div|br|ul|ol|li|h\d|tr|table)\b[^<>]{0,200}>/gi, '\n')
    .replace(
      /<\/?(?:b|i|u|em|strong|span|code|pre|font|td|th|tbody|thead|a|img|emoji|html|body)\b[^<>]{0,500}>/gi,
      ' ',
    );
}

function slackOff(text: string, keep: (url: string) => void): string {
  return text
    .replace(/<@([A-Z0-9]{2,20})(?:\|([^<>]{1,80}))?>/gi, (_whole, id: string, name: string | undefined) => {
      return ` ${at}${name ?? id} `;
    })
    .replace(
      /<#[A-Z0-9]{2,20}(?:\|([^<>]{0,80}))?>/gi,
      (_whole, name: string | undefined) => ` #${name ?? 'channel'} `,
    )
    .replace(/<!(?:date|subteam)\^[^<>|]{1,200}\|([^<>]{0,100})>/gi, '$1')
    .replace(/<!(?:channel|here|everyone)[^<>]{0,40}>/gi, ' ')
    .replace(/<(?:mailto|tel):[^<>|]{1,200}\|([^<>]{1,200})>/gi, '$1')
    .replace(
      /<(https?:\/\/[^<>|\s]{1,2000})(?:\|([^<>]{0,300}))?>/gi,
      (_whole, url: string, label: string | undefined) => {
        keep(url);
        return label ?? url;
      },
    );
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: "'",
  lsquo: "'",
  pound: '£',
};

function entitiesOff(text: string): string {
  return text.replace(
    /&(#?[a-z0-9]{2,6});/gi,
    (whole, name: string) => entities[name.toLowerCase()] ?? whole,
  );
}

/** `*Amber*`, `_amber_`, `` `amber` `` say amber; `~red~ amber` says amber: struck-out words are taken back. */
function emphasisOff(text: string): string {
  return text
    .replace(/(^|[\s(])~{1,2}([^\s~](?:[^~\n]{0,198}[^\s~])?)~{1,2}(?=$|[\s.,;:!?)])/g, '$1')
    .replace(/`+/g, '')
    .replace(/^[ \t]*\*[ \t]+/gm, '- ')
    .replace(/\*+/g, '')
    .replace(/(?<![\p{L}\p{N}])_+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?:%])_+(?![\p{L}\p{N}])/gu, '');
}

function tidy(text: string): string {
  return text
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
