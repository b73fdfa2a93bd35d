import type { ActionLines } from './action-lines.ts';

/** For the actions of CREATE AN INCLUSIVE CITY. Plainly made up: no line is about a real event. */
export const inclusiveCityLines: Readonly<Record<string, ActionLines>> = {
  IC1: {
    good: [
      'Autumn programme of free arts and sport sessions is running in all ten localities.',
      'Library reading groups for families with babies reached four more wards.',
      'Holiday activity places were taken up well, and more families came for the first time.',
    ],
    trouble: [
      'Two venues closed for repairs and sessions there were cancelled.',
      'Transport costs keep families in the outer wards away.',
    ],
    next: ['Publish the winter programme.', 'Move cancelled sessions to schools nearby.'],
    path: 'Move the cancelled sessions to two secondary schools and fund bus passes',
    ask: 'agree the use of school sites on Saturdays',
  },
  IC2: {
    good: [
      'Twelve more schools signed up to the welcoming-places standard.',
      'Young inspectors visited eight sites and the reports are with the heads.',
      'The anti-bullying pledge was renewed in most secondary schools.',
    ],
    trouble: [
      'Visits are behind because the young inspectors had exams.',
      'Three sites could not show a quiet space yet.',
    ],
    next: ['Complete the remaining visits.', 'Share what works between the schools.'],
    path: 'Run the remaining visits in half term with the reserve team',
    ask: 'note the pace of visits',
  },
  IC3: {
    good: [
      'Youth council met twice and its report went to cabinet members.',
      'Young people co-chaired the transport consultation.',
      'Forty young people trained as consultation leads.',
    ],
    trouble: [
      'Grant for the youth voice co-ordinator ends in March and no successor is agreed.',
      'Few young people from the north of the city took part.',
    ],
    next: ['Plan the spring summit with young people.', 'Bid for a successor grant.'],
    path: 'Secure bridging money for the co-ordinator post',
    ask: 'decide whether match funding can be released',
  },
  IC4: {
    good: [
      'Two educational psychologists started and the assessment backlog fell.',
      'The early-years SEND panel now meets every week.',
      'Parent forum helped to rewrite the first-contact letter.',
    ],
    trouble: [
      'Educational psychology capacity is still four posts short.',
      'Health advice is late in a third of assessments.',
    ],
    next: ['Agency cover from next month.', 'Joint clinic with community paediatrics.'],
    path: 'Agency psychologists for two terms and a joint clinic with community paediatrics',
    ask: 'agree agency spend for two terms',
  },
  IC5: {
    good: [
      'Suspensions in the pilot schools fell for the second term.',
      'Inclusion leads from all networks finished the training.',
      'Every network has a fair-access agreement.',
    ],
    trouble: [
      'Suspensions rose in five secondary schools.',
      'Alternative provision places are full until Easter.',
    ],
    next: ['Visit the five schools with the highest rates.', 'Open the second base for short stays.'],
    path: 'Support teams in the five schools and a second short-stay base',
    ask: 'agree who leads recovery in the five schools',
  },
  IC6: {
    good: [
      'Two hundred staff finished the relationship-based practice days.',
      'Supervision guide was adopted by three partners.',
      'Practice observations show better plans with families.',
    ],
    trouble: [
      'Release of ward staff for training is difficult this quarter.',
      'Trainers left and two courses were put off.',
    ],
    next: ['Shorter sessions for shift workers.', 'Train twelve more facilitators.'],
    path: 'Ninety-minute sessions on site and twelve new facilitators',
    ask: 'note the release problem in acute trusts',
  },
  IC7: {
    good: [
      'Workforce data by ethnicity now come from four partners.',
      'Reverse mentoring began with eighteen pairs.',
      'Cultural competence module is part of every induction.',
    ],
    trouble: ['Two partners have not sent workforce data.', 'Take-up among senior managers is low.'],
    next: ['Publish the first joint workforce picture.', 'Second mentoring group.'],
    path: 'Chief officers to send the data by the end of next month',
    ask: 'agree that every partner sends workforce data',
  },
};
