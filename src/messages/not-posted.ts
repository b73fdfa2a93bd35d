/** Why something was not posted in a channel, in the same words on every platform: a sentence or two each. */
export const takenOutOfUse =
  'bcp posts nothing in this channel any more: it was taken out of use. Nothing was posted.';

/** Goes after the reason why outsiders read along. */
export const postAgain =
  'Nothing was posted; post it again, and it goes out in the shorter form for open channels.';

export const outsidersRead = 'People from outside the partnership read this channel.';
