/**
 * What the writer needs of the board, in their own words from the verb on: "need the board to agree agency spend" gives "agree
 * agency spend". Each pattern with what it reads.
 */
const patterns: readonly RegExp[] = [
  // need the board to agree X; would like board to note X; asking the board to decide X; want the partnership board's members to X
  /\b(?:need|needs|needing|want|wanting|like|love|ask|asking|asks|request|requesting|require|requires|hope|urge|seek|seeking|get|for|invite|recommend)\b(?: \w+){0,3}? (?:the |our )?(?:partnership |exec(?:utive)? |cypp )?board(?: members)?(?: please)? to (.+)/i,
  // ask of the board: X; ask for board - X; Board ask: X; Ask: X
  /(?:^|[.;\n,-] ?)(?:(?:my|our|the|one|only|main) )?(?:board )?(?:asks?|requests?|help needed|decision needed|decision required|support needed)(?: (?:of|for|to|from) (?:the )?board)?(?: is| are)?\s*[:–—-]\s*(.+)/i,
  // can the board agree X?
  /\b(?:can|could|will|would|may|might) (?:the |our )?board(?: please)? (.+)/i,
  // need a decision from the board on X; waiting for approval from the board for X
  /\b((?:a |an )?(?:decision|steer|approval|agreement|sign[- ]?off|support|backing|endorsement|permission|help|clarity|commitment|guidance|view|ruling)(?: (?:is |are )?(?:needed|required|wanted|sought))? (?:from|of|by) (?:the )?board(?: members)?(?: (?:on|for|to|about|re|with|around|regarding)\b)? .+)/i,
  // board decision needed on X; need board approval for X
  /\b(?:the )?board((?:'s)? (?:decision|approval|sign[- ]?off|steer|agreement|support|help|backing|endorsement|permission|intervention)(?: (?:is |are )?(?:needed|required|wanted|sought|please|requested))?(?: (?:on|for|to|about|re|with|around|regarding|in))? .+)/i,
  // board to agree X; the board must decide X; board needs to note X; board please agree X
  /\b(?:the )?board(?: members)?(?: please| needs?| must| should| is asked| are asked| has| have| will need)?(?: please)? to ((?:agree|decide|note|approve|consider|endorse|support|fund|back|help|unblock|confirm|discuss|sign|commit|release|write|lobby|step|press|resolve|review|authorise|escalate|intervene|take|give|make|set|push|accept)\b.+)/i,
  /\bboard please ((?:agree|decide|note|approve|support)\b.+)/i,
  // escalate to the board: X; escalating X to board
  /\bescalat(?:e|ing|ed) (?:this )?to (?:the )?board\s*[:–—-]?\s*(.+)/i,
  /\bescalat(?:e|ing) (.+?) to (?:the )?board\b/i,
];

const none =
  /\b(?:no|not|nothing|never|without|none|don'?t|doesn'?t|didn'?t|isn'?t|won'?t|zero)\b[^.;\n]{0,30}\b(?:asks?|needed|required|board|decision|help|requests?|escalat\w+|support)\b/i;
const past =
  /\b(?:board (?:has |have |already |had )*(?:agreed|approved|noted|decided|signed off|endorsed|supported)|thank(?:s| you)? (?:to )?the board)\b/i;

export function askOfBoard(text: string): string | null {
  for (const sentence of text.split(/(?<=[.!?;])\s+|\n+/)) {
    if (!/\b(?:board|asks?|requests?|needed|required)\b/i.test(sentence)) continue;
    for (const pattern of patterns) {
      const match = pattern.exec(sentence.slice(0, 1000));
      const words = match?.[1];
      if (match === null || words === undefined) continue;
      const until = sentence.slice(
        Math.max(0, match.index - 30),
        match.index + match[0].length - words.length,
      );
      if (none.test(until) || past.test(match[0])) continue;
      const said = upToNextThing(words);
      if (said !== '' && !/^(?:none|nothing|n\/a|no|nil|not)\b/i.test(said)) return said;
    }
  }
  return null;
}

/** "agree agency spend, 61.2% in Oct": what follows is a figure, a rating or another code, and no longer the ask. */
function upToNextThing(words: string): string {
  return words
    .replace(
      /\s*(?:,|\s[-–—])\s*(?=(?:and )?(?:\d|red\b|amber\b|green\b|rag\b|[a-z]{2} ?-?\d\b|i\d\d|thanks|cheers|regards|ta\b|back\b|on leave|otherwise)).*$/i,
      '',
    )
    .replace(/^'s /, '')
    .replace(/[\s.,;:!?)]+$/, '')
    .replace(/,? (?:please|pls|thanks|thank you)$/i, '')
    .trim();
}
