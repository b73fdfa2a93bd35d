/** Surnames common in England and in Birmingham: "Amber Jones" and "Amber Kaur" are people. */
export const surnames: ReadonlySet<string> = new Set(
  `smith jones taylor brown williams wilson johnson davies davis patel robinson wright thompson evans walker roberts
  edwards hughes lewis harris clarke clark jackson khan cooper moore baker lee king harrison morris morgan allen james
  scott phillips watson parker bennett griffiths young cook cox carter richardson bailey ali collins hussain begum shah
  miah ahmed malik iqbal kaur singh akhtar mahmood rahman uddin bibi hassan hussein mohammed muhammad mirza sheikh qureshi
  chowdhury das sharma gupta kumar mistry desai shaikh aziz rashid raza javed yousaf nawaz bashir parveen butt dhillon gill
  sandhu sidhu johal bains sahota dhaliwal samra rai bhatti chaudhry okafor okeke adeyemi adebayo mensah owusu boateng
  campbell grant francis reid gordon stewart stephenson thomas turner hill adams mitchell anderson murphy oconnor o'connor
  o'brien kelly ryan walsh byrne doyle mccarthy gallagher macdonald mcdonald murray graham hamilton fraser kennedy shaw
  marshall simpson bell ward wood watts webb wells west white wilkinson stevens stone spencer sutton saunders sanders
  rogers rose russell reynolds price powell perry pearce pearson payne palmer page osborne owen nicholls nelson mills
  miller mason martin marsh lloyd lawrence lawson lane knight kerr jenkins hunter hunt howard holmes hopkins hudson henry
  harvey harding hart gibson george gardner fox foster fletcher fisher ford elliott ellis dixon day dawson daniels
  cunningham cole coleman chapman carr butler burton burns brooks bradley booth black bird berry barnes barker barrett
  ball atkinson armstrong andrews andrew alexander abbott woods wallace walters valentine tucker thornton poole pope
  porter potter nicholson naylor newman norman neal lynch long little lucas lowe kemp jordan jennings houghton hodgson
  hobbs hewitt henderson heath hayward hayes hawkins haynes griffin green greene goodwin giles garner gray grey freeman
  frost francis fowler field farmer duffy drew dunn dean dale cross crawford cooke connolly clayton church charlton
  chambers buckley bryant browne briggs brennan bolton bond blake bishop bates barton baxter austin ashton archer
  whittle whitehouse wyatt yates weston wheeler nguyen chen wong li wang zhang kowalski nowak popescu silva santos garcia`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** First names before a colour that is then a surname: "Sarah Green". */
export const firstNames: ReadonlySet<string> = new Set(
  `sarah sara emma laura lucy lisa helen karen susan sue julie jane jan janet joanne jo joanna kate katie katherine catherine
  cath kathy clare claire rachel rebecca becky louise lou amy anna anne ann annie alice alison ali amanda mandy andrea angela
  barbara beth bethan bev beverley carol caroline charlotte chloe christine chris cheryl dawn deborah debbie debra denise diane
  donna elaine elizabeth liz lizzie ellen ellie emily fiona frances gemma gill gillian hannah hayley heather hilary holly
  jackie jacqui jasmine jennifer jenny jess jessica jill judith judy kelly kerry kim leanne lesley linda lindsay lorraine lynn
  lynne margaret maria marie mary maureen megan melanie mel michelle natalie natasha nicola nicky nina olivia pam pamela pat
  patricia paula pauline penny polly priya rosie ruth sally sam samantha sandra sharon sheila shirley sian sophie stella
  stephanie steph sunita suzanne tina tracey tracy vicky victoria wendy yvonne zoe aisha amina anita asha ayesha fatima
  farah hina humaira kiran meena mina nadia neelam nasreen nazia parveen pooja rabia razia rukhsana saima samina sana shabana
  shazia sonia sumaira tahira uzma yasmin zainab zara gurpreet harpreet jaspreet manpreet simran sukhi mark paul david dave
  john jon james jim andrew andy peter pete michael mike mick stephen steve steven richard rick rich robert rob bob simon
  ian neil kevin kev martin matthew matt daniel dan thomas tom tim tony anthony alan adam alex ben benjamin brian charlie
  charles christopher colin craig darren derek dominic ed edward eric gareth gary gavin geoff george graham greg harry howard
  hugh jack jason jeff jeremy joe joseph josh keith ken kenneth lee leon liam luke malcolm nathan nick nigel oliver owen
  patrick phil philip ray ricky roger ross roy russell ryan scott sean shaun stuart stewart ted terry trevor vincent
  will william abdul ahmed ali amir anil arif arjun asif bilal faisal farhan gurdeep haroon hamza hassan hussain imran
  imtiaz jamal jaswinder junaid kamran khalid mohammed mohammad muhammad nadeem naveed omar osman qasim raj rajesh ravi rashid
  rizwan sajid salim sanjay shabir shahid sohail sukhdev suresh tariq usman vijay wasim yasir yusuf zahid kwame kofi chidi
  tunde femi ade emeka grace joy blessing`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor cllr councillor sir dame rev lord lady pc sgt sergeant insp inspector ch supt dci di ds dc sister nurse'.split(
    ' ',
  ),
);
