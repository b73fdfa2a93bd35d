/**
 * Words that may stand right after a rating without making it a name: "amber recruitment slow". A word that is not here,
 * has no ordinary ending and is nobody's name makes the bot ask rather than guess.
 */
const everyday = new Set(
  `a about above across act acute adult advice after again age agencies agency agree agreed all almost already also although
  am among amongst an and another any anything apart april are area around as asd asq at attach attached attend august autism autumn
  away b baby back bad balance bar base based basis bct be because bed been before behind below best better between bit black
  blocked blocker blockers board both boys brief budget budgets build building busy but buy by caf call camhs can capacity care case
  caseload caseloads cases cash caused causes centre centres challenge challenges champion change changes check child children choice
  cic city class clear cleared clinic clinics close cla club clubs code cohort come comms complaint complete concern concerns
  consistent consultant contact contract contracts core cost costs council councils couple course court courts covid cpd crime
  crisis culture curriculum cut cuts cyp da data date dates day days dcs deadline december deep deficit delay delays demand
  demands despite dfe did diet digital do does done dpia drop due during each early ease education ehc ehcp ehcps eight either else
  embedded end ended engagement england enough eps ep especially even event events evidence pls plz tbh hun lol xx xxx imo imho btw atm lovely mate folks chuck bab love x continues remains stays stands persists applies feels seems looks sounds fits meanwhile except exclusions expect external extra
  face facts fall families family far fast february feedback few figure figures final finance finances first five focus foi follow
  food for form forms forum foster found four framework free friday from front fsm full fully fund funded funding funds further
  gap gaps get girls given go goal goals good got gp gps grant grants great group groups grow growth ha had half has have head
  heads health help here high higher highest hire hold hope hospital hospitals hours house how however hr hub hubs huge i icb if
  impact in inc increase initial input interim into invest is issue issues it its january job join joint july june just keep key
  kids kinship kpi l lack large last late later launch lead leaders leads league leave led left legal less level leaver leavers
  library libraries like likely link links list little local lot lots low lower lsa made main major make manager managers many
  march mash may meet mental met mid might milestone milestones model moderate monday money month months more morning most mostly
  move moved movement much must my n national near need needed needs neet network neurodiversity never new next nhs night no nobody
  none nor normal not nothing november now nowhere numbers october of off offer office officer ofsted ok okay old on once one only
  onto open or ot other others our out outcome outcomes outside over overall own pace paediatric panel paper parent parents park part
  partly partner partners past path patient pay people per permanent phase phones pick pilot pilots place placement places plan
  planned plans please plus point police poor post posts pound premises pressure previous private process procurement progress
  project providers provider public pupils purchase push put q quarter quick quite r rag rate rates rather rating re ready real
  really reason reasons recent recruit red regional relative report reports request resource resources rest result results review
  reviews right risk risks role roll roles rollout room safe same sat saturday save school schools score sector see send sen senco
  sencos september serious service services session sessions set seven several shift short should show shows sickness side since
  site sites six skill skills slight slightly slippage slow slower small so social software solid some something soon space spaces
  specialist spend spike sport spring spotlight staff stage standard start started starts state statistics status staffed stay steady
  still strand strategic strategy strike strong stuck student students summer sunday supply support sure survey sws sw system
  systems take target targets team teams tech ten term test than thanks that the their them then there these they thing things
  think third this those though three through thursday time timeline timelines timescale timescales to today together too top
  total touch track trafficking train transport trend trust trusts try tuesday turnover two under unit unless until up update
  updates upward us use vacancies vacancy very via visit visits voice voluntary vol volunteer volunteers vcs vcse vcfse vs wait
  waits waiting wales want ward was we website wednesday week weeks well went were west what when where which while who whole why
  wide will winter with within without women work workers worker workforce works workshop workshops workstream would yeah year
  years yes yet you young your youth yp zero`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const ordinaryEnding =
  /(?:ing|ings|ed|tion|tions|sion|sions|ment|ments|ity|ities|ness|ance|ence|ances|ences|ency|ancy|ships?|isms?|ly|able|ible|ful|less|ive|ives|ous|ical|ally|ised|ized|ages?|ures?|ors?|ists?|cies|ries|ology|graphy|fy)$/;

/** True for a word of ordinary reports, whatever it means there. */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word) || (word.length > 4 && ordinaryEnding.test(word));
}

/** Words that carry no subject of their own: "the rating for this is", "we are still at". */
const functionWords = new Set(
  `a an and any are as at am be been being but by can could did do does for from go going goes gone got had has have having he her his
  i if in into hence thus therefore is it its just me might mine more most must my no now of off ok okay balance reflection thoughts thought wise see below attached r u ur rate rank class describe assess judge consider hindsight typo mistake wait on only or our ours out over own please quite
  really s 's she should so some still such than that the their theirs them then there these they this those though to too up
  us very was we were what when where which while who will with would yes yeah yep you your yet again also already here however
  well think say said call put give giving given make keep keeping leave mark marked set sorry hi hello hey thanks thank cheers
  afraid happy actually honestly basically mainly mostly pretty fairly bit little all both each everything everyone again currently
  now today presently moment unfortunately sadly luckily thankfully hopefully probably perhaps maybe definitely certainly
  firmly solid solidly deep bright full clear big huge total proper traffic light strong weak remains remain remaining stays stay staying looks look looking feels feel seems seem sits sit
  stands stand comes come came let lets because since although lastly finally first firstly second secondly secondly third
  mean meant apologies correction oops change changed move moved moving went go turned turning back down around about i'd`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Every word that carries no subject of its own, for lists built from them. */
export function wordsWithoutSubject(): readonly string[] {
  return [...functionWords, ...itemWords];
}

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || !/[\p{L}\d]/u.test(word);
}

/** What an owner calls the item or its rating: "overall status is", "this action is", "November update". */
const itemWords = new Set(
  `action actions item items objective objectives area areas overall rag rating ratings rated status position progress delivery
  update updates project programme program workstream work stream plan plans picture view assessment confidence score colour color
  call summary headline headlines month monthly november october september august july june may april march february january
  december period cycle jan feb mar apr jun jul aug sep sept oct nov dec current latest new self owner my our part side end point moment things thing stuff line theirs general
  generally whole whole everything one ones three two four five six mine us activity response answer reply rest others other another
  number no first second third top bottom last it's its judgement judgment verdict report reporting reported owner's`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

export function isItemWord(word: string): boolean {
  return itemWords.has(word);
}
