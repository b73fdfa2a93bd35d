import { replies, type ReplyCase } from '../reply-case.ts';

/** Written after the rules: a chatty voluntary-sector lead, a writer with dyslexia, bullet lists, and mails passed on. */
export const voicesLong: readonly ReplyCase[] = [
  ...replies('one', [
    [
      "Hiya! So we've had a really lovely month, the new drop-in is packed every Tuesday and the parents are so grateful. I'd say we're green now, which feels amazing after the summer we had!",
      'IC4 green',
    ],
    [
      'Morning lovely people, bit of a mixed bag really. Loads of good stuff happening but we still have not got the EP time we were promised so I have to stay at amber sadly x',
      'IC4 amber',
    ],
    [
      "Ok so honestly? It's red. We lost our coordinator and the church hall flooded and nobody is picking up the phone at the council.",
      'IC4 red',
    ],
    ["I know I said green last month but I think I was being optimistic, it's amber really", 'IC4 amber'],
    ["We were hoping to be green by now but it hasn't happened, so amber again I'm afraid.", 'IC4 amber'],
    [
      'Sorry sorry sorry, I know this is late! All is well, nothing has changed since last time really',
      'IC4 amber same',
    ],
    [
      "Not much to tell you this month I'm afraid, the volunteers have all been off with flu. Same as last month please!",
      'IC4 amber same',
    ],
    [
      "I'm going to be cheeky and say green, even though one of the groups had to close for half term",
      'IC4 green',
    ],
    ["Happy to report we've gone green!! 🎉🎉", 'IC4 green'],
    [
      'Feeling positive but realistic: amber. The young people told us they want more evening sessions, and we just do not have the staff.',
      'IC4 amber',
    ],
    ['Our trustees would probably say red but I would say amber, we have a plan', 'IC4 amber'],
    ['Oh gosh is it that time already! Um, amber I suppose', 'ask'],
    ["If I'm honest I'm torn between amber and green", 'ask'],
    ["Could you tell me what green would look like? I'm not sure we are there", 'ask'],
    [
      'Had a wonderful visit from the Lord Mayor, and Amber from the youth council made a brilliant speech! Green from us.',
      'IC4 green',
    ],
    [
      'The Green Lane mosque have offered us their kitchen which is just brilliant. We are amber overall because the money runs out in March.',
      'IC4 amber',
    ],
    [
      'We had our AGM in Acocks Green on Saturday, lots of energy in the room. Rating wise I think green.',
      'IC4 green',
    ],
    ['Three of our five groups are full, one is on hold and one has closed. Amber feels right.', 'IC4 amber'],
    [
      'It is all going really well, the kids love it, the mums love it, I love it. What colour is that? Green?',
      'ask',
    ],
    [
      'Really tough month. I do not want to say red because the team have worked so hard. Amber please.',
      'IC4 amber',
    ],
    ["We're on track with everything we said we would do, so green please and thank you", 'IC4 green'],
    ["Can't do this today lovely, snowed under, can I do it Thursday?"],
    ["I'm away on my hols til the 16th, Denise is looking after everything while I'm gone"],
  ]).map((reply) => {
    if (reply.text.startsWith("Can't do")) return { ...reply, intent: 'later' as const, later: '2026-11-05' };
    return reply.text.startsWith("I'm away")
      ? { ...reply, intent: 'away' as const, away: '..2026-11-16', delegate: 'Denise' }
      : reply;
  }),
  ...replies('one', [
    ['its gren this munth', 'IC4 green'],
    ['stil amba no chanje', 'IC4 amber'],
    ['we r ambr becuase not enuf staf', 'IC4 amber'],
    ['wos gren now its red becos they left', 'IC4 red'],
    ['red. cant get no wone to do the job', 'IC4 red'],
    ['amber i fink its getin beter', 'IC4 amber'],
    ['its finnished now', 'IC4 complete'],
    ['not strated yet', 'IC4 not_started'],
    ['evrything is grean', 'IC4 green'],
    ['its not gren yet its amber', 'IC4 amber'],
    ['samee as last moth', 'ask'],
    ['same as last mnth', 'IC4 amber same'],
    ['hopfully gren nxt month but ambr now', 'IC4 amber'],
    ['red but we ar fixin it', 'IC4 red'],
    ['on trak', 'IC4 green'],
    ['amber cos of the bord not agreein the mony', 'IC4 amber'],
    ['green :) :)', 'IC4 green'],
    ['GREEEEN', 'IC4 green'],
    ['AMBER STAFF OFF SICK', 'IC4 amber'],
  ]),
  ...replies('measure', [
    ['its 61.2 persent', 'I05 61.2'],
    ['sixty one precent in ocotber', 'I05 61 2026-10'],
    ['61.2% provisonal', 'I05 61.2 provisional'],
    ['not publishd yet', 'I05 not_published'],
    ['32 out off 52', 'ask'],
    ['61.2 % targit is 65', 'I05 61.2'],
  ]),
  ...replies('three', [
    [
      '• IC1 – Green\n   ◦ Festival delivered, 412 young people\n   ◦ Next: winter programme\n• IC3 – Amber\n   ◦ Forum met, two seats vacant\n• SA3 – Red\n   ◦ Refuge full',
      'IC1 green',
      'IC3 amber',
      'SA3 red',
    ],
    ['1) IC1 green\n2) IC3 amber\n3) SA3 red', 'IC1 green', 'IC3 amber', 'SA3 red'],
    [
      'IC1\n- RAG: Green\n- Done: festival\n- Next: winter programme\n\nSA3\n- RAG: Red\n- Done: nothing\n- Next: bid',
      'IC1 green',
      'SA3 red',
    ],
    [
      'IC1 | Green | Festival went well\nIC3 | Amber | Two seats vacant\nSA3 | Red | Refuge full',
      'IC1 green',
      'IC3 amber',
      'SA3 red',
    ],
    ['Action | RAG\nIC1 | G\nIC3 | A\nSA3 | R', 'IC1 green', 'IC3 amber', 'SA3 red'],
    ['*IC1* Green\n*IC3* Amber\n*SA3* Red', 'IC1 green', 'IC3 amber', 'SA3 red'],
    [
      'Joyful things to do - green, festival was ace\nYouth voice and influence - amber, only two came\nDomestic abuse and substance misuse - red, refuge is full',
      'IC1 green',
      'IC3 amber',
      'SA3 red',
    ],
    [
      'Youth voice - brilliant month, forum met with the Lord Mayor. Green!\nDomestic abuse - not so good, refuge full all month. Red.',
      'IC3 green',
      'SA3 red',
    ],
    [
      "So IC1 is doing great, definitely green. IC3 hmm, amber, the forum didn't meet. And SA3, still red until the refuge money comes through.",
      'IC1 green',
      'IC3 amber',
      'SA3 red',
    ],
    [
      'IC1 has been brilliant this month with over 400 young people at the festival so that one is green, but IC3 has slipped to amber because two reps left',
      'IC1 green',
      'IC3 amber',
    ],
    [
      'Nothing has changed on IC1 or IC3, but SA3 has gone from red to amber',
      'IC1 green same',
      'IC3 amber same',
      'SA3 amber',
    ],
    [
      "Happy with green for IC1. IC3 I'd keep at amber. SA3, no movement.",
      'IC1 green',
      'IC3 amber',
      'SA3 red same',
    ],
    ['The festival (IC1) went really well - green. Voice work (IC3) is amber.', 'IC1 green', 'IC3 amber'],
    ['Everything is fine apart from domestic abuse which is red', 'SA3 red'],
    ['Two greens and a red', 'ask'],
    ['First one green, second amber, third red', 'ask'],
  ]),
  ...replies('one', [
    [
      'FYI\n\nFrom: Priya Shah\nSent: 02 November 2026 16:41\nTo: Tom Price\nSubject: RE: IC4 update\n\nHi Tom,\n\nWe are amber this month. Two EPs left in October.\n\nThanks\nPriya',
      'IC4 amber',
    ],
    [
      'Amber, see below\n\nFrom: Tom Price\nSent: 01 November 2026\nTo: Priya Shah\nSubject: update\n\nIs this still red?',
      'IC4 amber',
    ],
    ['Green\n\nOn 2 Nov 2026, at 09:00, BCP wrote:\n> How is IC4 going? Red, amber or green?', 'IC4 green'],
    [
      'Hi,\n\nPlease see our update: amber.\n\nKind regards,\n\nAmber Green\nHead of Inclusion\nHall Green School',
      'IC4 amber',
    ],
    [
      'Dear secretariat,\nIC4 remains at amber for the reasons given in October.\nYours sincerely\nM. Redfern',
      'IC4 amber',
    ],
    ['-----Original Message-----\nFrom: BCP\nSubject: RAG please\n\nGreen', 'IC4 green'],
    ['Red.\nSent from my iPhone', 'IC4 red'],
    ['Hi team, on behalf of Sarah Green: IC4 is green. Best, Jo', 'IC4 green'],
    ['Afternoon! Amber again, sorry. Jo x', 'IC4 amber'],
  ]),
  ...replies('both', [
    [
      'Hi, hope you are well. For October we issued 32 of 52 plans on time (61.5%), which is up on the 58% we reported last month but still short of the 65% target. I would therefore rate this amber. We would like the board to agree agency spend until March.',
      'IC4 amber',
      'I05 61.5 (32/52) 2026-10',
    ],
    [
      'Update on IC4: good progress with schools, 14 SENCOs trained (92% attendance). Timeliness is 61.5%. Amber.',
      'IC4 amber',
      'I05 61.5',
    ],
    ['Amber. We trained 85% of SENCOs.', 'IC4 amber', 'ask'],
    ['We are at 61.5%. National is 50.3% and our neighbours are at 67.5%. Amber.', 'IC4 amber', 'I05 61.5'],
    ['Green! 66% of plans on time, our best since 2021.', 'IC4 green', 'I05 66'],
    [
      'In Q2 26/27 we did 61.5% (provisional). Amber until that is confirmed.',
      'IC4 amber',
      'I05 61.5 2026/27-Q2 provisional',
    ],
    ['The October figure will be out on 20 November. Amber meanwhile.', 'IC4 amber', 'I05 not_published'],
    ['Amber, figure to follow next week', 'IC4 amber', 'I05 not_published'],
  ]),
];
