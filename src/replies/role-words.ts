/** The words that tell what a number is: each pattern is used by one rule of `figure-roles.ts`, beside its examples. */

export const target =
  /(?:^| )(?:target|targets|goal|ambition|trajectory|threshold|benchmark|standard|expectation|tolerance|kpi|plan of|planned|aim|aiming for|stretch|limit|ceiling|baseline)(?: (?:is|was|of|at|for|to|remains|set|level|figure|rate|stays|being|,|:|=|-|the|year|this|month|still))*$/;
export const against =
  /(?:^| )(?:against|versus|vs|v|compared (?:to|with)|compares? (?:to|with)|short of|beyond|exceeds?|exceeding|ahead of|below|above|beats?|beating|missed|misses|missing|behind|lower than|higher than|worse than|better than|than)(?: (?:a|an|the|our|their|its|of|last|year|month|previous|target|plan|national|regional|average|england|rate|figure|'s|about|just))*$/;
export const comparator =
  /\b(?:england|english|national|nationally|regional|regionally|region|west midlands|wm|neighbours?|statistical|comparators?|(?:the|national|regional|england|england's|group|peer|neighbour|city|cities) average|country|uk|core cities|nearest|peers?|solihull|coventry|manchester|leeds|nottingham|similar councils|elsewhere|wmca)\b/;
export const before =
  /(?:^| )(?:(?:up|down|rise|fall|increase|decrease|drop|improved|improvement|improving|risen|fallen|rose|fell|dropped|increased|decreased|moved|moving|gone|went|recovered|recovering|deteriorated|slipped|jumped|grew|changed?|reduction|reduced|climbed) (?:slightly |sharply |steadily |again |a bit |a little )?from|previously|previous|prior|formerly|used to be|originally|last month|last year|last quarter|last time|the year before|the month before|baseline|started (?:at|from)|compared (?:to|with)|up on|down on|from|prev|ly|py)(?: (?:a|an|the|our|figure|was|of|at|rate|'s|month|year|:|,|=|about|around|reported|value|is))*$/;
export const earlierAfter =
  /^(?:%|percent|per cent|points?|pp)? ?(?:,|\(|in|for|at|of)? ?(?:the )?(?:last (?:month|year|quarter|time|week|update|cycle|report)|previously|before\b|a year ago|a month ago|this time last year|same time last year|same (?:month|period|quarter) last year|the (?:month|year|quarter) before|12 months ago|in the previous|the previous|prior (?:month|year)|last academic year|ago\b)/;
export const moved =
  /(?:^| )(?:(?:up|down|rise|fall|increase|decrease|drop|improvement|reduction|gain|gap|difference|growth|swing|jump|dip)(?: of| by)?|by|another|further|a further|plus)(?: (?:a|an|about|around|just|over|nearly|only|some|another|further))*$/;
export const movedAfter =
  /^(?:(?:points?|pp|ppts?|pts?|percentage points?) ?(?:up|down|higher|lower|better|worse|above|below|more|less|ahead|behind|short|off)|(?:%|percent|per cent|points?|pp|ppts?|pts?|percentage points?)? ?(?:improvement|increase|rise|drop|fall|decrease|reduction|growth|gap|swing|uplift))\b/;
/** "3% up on last month" moved; "61% up on last month" is there: asked about. "61% up from 58%" is plain. */
export const maybeMoved =
  /^(?:%|percent|per cent)? ?(?:up|down|higher|lower|better|worse|above|below|ahead|behind|short)\b(?! (?:from|to|at|and)\b)/;
export const forecast =
  /(?:^| )(?:will|should|could|might|would|expect|expects|expected|expecting|hope|hoping|hopefully|forecast|forecasting|projected|predicted|aim|aiming|want|wants|need|needs|needed|likely|to reach|to hit|to get to|get to|towards|(?<!\b(?:we|have|has|and|now|just|finally|i|it|actually) )(?:reach|hit)|by the end|planning|anticipate|anticipated)(?: (?:to|be|it|for|at|of|reach|hit|get|around|about|the|a|is|have|see|us|up|above|over|back|go|rise|fall|improve))*$/;
export const forecastAfter =
  /^(?:%|percent|per cent|points?)? ?(?:by (?!the (?:team|trust|council))|next (?:month|year|quarter)|in (?:the )?next|as (?:a|the|our) (?:target|goal)|(?:is|was) (?:the|our) (?:target|goal|national|england|aim))\b/;
export const wonder =
  /(?:^| )(?:maybe|perhaps|possibly|probably|i think|may be|might be|could be|guess|i guess|not sure|unsure|or maybe|i believe|think it is|think it was|looks like it might)(?: (?:it|is|it's|about|around|at|was|the|figure|we|are|be|that))*$/;
export const wonderAfter =
  /^(?:%|percent|per cent)? ?(?:i think|maybe|possibly|probably|i guess|not sure|\?|from memory|off the top)/;

export const targetAfter =
  /^(?:%|percent)? ?(?:target|goal|threshold|trajectory|ambition|tolerance)\b(?!(?: (?:is|was|of|at|:|=|for|remains|-))* \d)/;
export const earlierHeading =
  /^(?:last (?:month|year|quarter|time)|previous(?:ly)?|prior|baseline|prev|previous (?:month|year|figure|quarter))\b.{0,12}$/;
/** Verbs of a figure that went somewhere. */
export const moveWord =
  /\b(?:up|down|rise|fall|increase|decrease|drop|improved|improving|risen|fallen|rose|fell|dropped|increased|decreased|moved|gone|went|recovered|slipped|jumped|changed|reduced|climbed)\b/;
