import { isFunctionWord } from './plain-words.ts';

/** What the writer wrote now: the text without greeting, quoted messages, mail headers and signature. */
export function ownWords(text: string): string {
  const lines = withoutForwarding(text.split('\n').filter((line) => !isQuoted(line)));
  const said = withoutSignature(lines).join('\n').replace(addressed, '');
  return withoutGreeting(said.split('\n')).join('\n').replace(addressed, '').trim();
}

/** "@bcp IC1 green", or an account's id, is addressed to the bot; "@U0123ABCD is covering" and "@Priya Shah …" are about somebody. */
const addressed =
  /^\s*@(?:bcp\w*[,:]?\s+|[uw](?=[a-z]*\d)[a-z\d]{6,20}[,:]?\s+(?!(?:(?:is|will|has|can|'s|to)(?: been| now| be| also)? (?:cover|lead|answer|updat|do\b|doing|pick|tak|look|send|my\b|the\b|our\b|agreed|away|off\b)|covering\b|covers\b|leads\b|who\b|knows\b)))/i;

/** `> what the bot asked`; `>60%` is a figure. */
function isQuoted(line: string): boolean {
  return /^\s*>+(?!\s*[\d.=])/.test(line);
}

const header = /^(?:from|sent|to|cc|date|subject)\s*: /i;
const divider =
  /^(?:-{2,} ?(?:original|forwarded) message.{0,20}|_{8,}|on .{4,120} wrote:?|begin forwarded message:?)$/i;

/**
 * An answer above an older mail: the older mail goes. A mail passed on as it is ("FYI" and then the mail): only its
 * header lines go.
 */
function withoutForwarding(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line, index) => divider.test(line.trim()) || opensHeader(lines, index));
  if (start < 0) return lines;
  const above = lines.slice(0, start);
  if (above.some((line) => !isCover(line))) return above;
  return lines.slice(start).filter((line) => !divider.test(line.trim()) && !header.test(line));
}

function opensHeader(lines: readonly string[], index: number): boolean {
  if (!/^from: /i.test(lines[index] ?? '')) return false;
  return lines.slice(index + 1, index + 5).some((line) => header.test(line));
}

function isCover(line: string): boolean {
  return line.trim() === '' || /^(?:fyi|fw|fwd|re|see below|as below|below)\b.{0,60}$/i.test(line.trim());
}

const closing =
  /^(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|kr|br|rgds|(?:many |huge |big )?thanks(?: again| all| both| very much)?|thx|ta|cheers|thank you|best|yours(?: sincerely)?|take care|speak soon)\s*[,.!]?\s*(?:x{1,3})?$/i;
const sentFrom = /^(?:sent from my|get outlook for)\b/i;

/** From a closing line on: at most eight short lines without a code or a figure are a name, a post and an address. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const phone = lines.findIndex((line) => sentFrom.test(line.trim()));
  const kept = (phone < 0 ? lines : lines.slice(0, phone)).filter(
    (line, index, all) => !isSignedAmber(line, all[index - 1]),
  );
  const dashes = kept.findIndex((line, index) => index > 0 && /^-- ?$/.test(line));
  if (dashes > 0) return kept.slice(0, dashes);
  const closes = kept.findIndex((line, index) => {
    if (index === 0 || !closing.test(line.trim())) return false;
    const after = kept.slice(index + 1).filter((below) => below.trim() !== '');
    return after.length <= longestSignature && after.every(looksLikeSignature);
  });
  return closes < 0 ? kept : kept.slice(0, closes);
}

const longestSignature = 8;

/** "Thanks" and below it "Amber": a name, and no rating. */
function isSignedAmber(line: string, above: string | undefined): boolean {
  return above !== undefined && closing.test(above.trim()) && /^amber(?: \p{L}+)?$/iu.test(line.trim());
}

function looksLikeSignature(line: string): boolean {
  if (line.length > 70 || holdsContent.test(line)) return false;
  if (!/\b(?:red|amber|green)\b/i.test(line)) return true;
  // "Amber", "Sarah Green" and "Hall Green School" sign; "actually amber" and "green" do not.
  const words = line
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .filter((word) => word !== '');
  const isName = words.length > 1 ? !words.some(isFunctionWord) : words[0] === 'amber';
  return isName && words.length <= 5;
}

/** A code, a figure, a labelled rating, or two sentences. */
const holdsContent = /\b[a-z]{1,2} ?-?\d{1,2}[a-h]?\b\s*[:=-]?\s*\w|%|[:=]\s*(?:red|amber|green)|[.!?] \w/i;

const greeting =
  /^(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening))\b(?: (?!all\b[^,]*\b(?:red|amber|green))(?!there,? (?:is|are))[\p{L}@'-]{1,30}){0,3}\s*(?:[,!–-]|$)\s*/iu;

/** "Hi Amber," and "Morning all!" say nothing about a rating. */
function withoutGreeting(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return lines;
  const line = (lines[first] ?? '').trim();
  const match = greeting.exec(line);
  // "Hi Amber," is a name; "Morning green - all booked" is a rating.
  if (!match || /\b(?:red|amber|green)\s*[–-]\s*$/i.test(match[0])) return lines;
  return [line.slice(match[0].length), ...lines.slice(first + 1)];
}
