/**
 * Given names of children and young people in the city, from many of its communities: English, Irish, Caribbean, Pakistani,
 * Bangladeshi, Indian, Arabic, Somali, West and East African, Kurdish, Polish, Romanian, Chinese and more. Written from
 * general knowledge, not from any list of people.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aaliyah aamina aamir aaron aayan abbas abbie abby abdi abdirahman abdul abdulaziz abdullah abdullahi abdulrahman
  abel abena abigail abiola abu abubakar adam adan addison adebayo adeel adele aden adeola adil adnan adrian
  adriana adunni adunola adwoa afia afsana ahmad ahmed ahmet aidan aiden aisha aishah aisling aiza ajay akash akeem
  akira akosua akua alan alana albert albie aleena alejandro aleksander aleksandra alena alessia alex alexander
  alexandra alexandru alexia alfie alfred ali alice alicia alina alisa alisha alison aliyah aliza alma ama amaan
  amal aman amanda amani amara amarachi amari amarjit amelia amelie amina aminah aminata amir amira amirah amit
  amna amrit amy ana anabia anais anam anand anas anastasia anaya andre andrea andreea andrei andrew andrzej andy
  aneesa angela angelica angelina angus anika anil anisa anisah anita anjali anna annabel annabelle anne annie
  anthony antoine anton antoni antonia antonio anushka anya aoife archer archie arham ari arian ariana arianna
  ariella arin arjan arjun arlo armaan arnav arran arsalan artemis arthur arun arya aryan asad asha ashanti asher
  ashleigh ashley asif asiya asma athena atif aubrey audrey augustine aurelia aurora austin ava avery avleen awais
  ayaan ayaanle ayah ayan ayana ayat ayesha ayisha ayla aylin ayo ayomide ayomikun ayra ayub azaan aziz aziza azlan
  babatunde bailey baljit baraka barbara barnaby bartosz bashiir bashir basma beatrice beatrix beau becky bella ben
  benedict benjamin benji bereket beth bethany betsy bianca bilal billie billy bilqis blake bobbie bobby bogdan
  bolu bonnie boris bradley brandon brayden brendan brian brianna bridget brody bronwyn brooke brooklyn bruno bryan
  bryony bushra byron cabdi caden caelan caitlin caitlyn callie callum calvin cameron camila camille candice
  caoimhe carl carla carlos carmel carmen caroline carter casey casper caspian cassandra cassie catalina catherine
  cathy cecilia celeste celine chantelle charles charley charlie charlotte charmaine chelsea chiara chidera chidi
  chinedu chinonso chioma chloe christina christine christopher cian ciara cillian claire clara clarissa claudia
  clementine cleo clive coby cody cole colette colin conall connie connor conor constance cora coral corey cormac
  cosmin courtney craig cristian cristina curtis cynthia daanyal daisy damian damien damilola dan dana daniel
  daniela daniella danielle danny dante danyal daphne dara darcey darcy daria dariusz darnell darragh darren
  dashawn daud dave david dawid dawud dayo deandre deanna debbie deborah declan deen deepak deepika dejon delilah
  delroy demi denis denisa dennis denzel deqa derek deshawn desmond dev devonte dexter dhruv diana diego dilan
  dillon dilraj dilys dina dinah dinesh diya dmitri dominic dominika donna donovan dontae dora doris dorothy dougie
  douglas dua duaa dwayne dylan eamon ebrahim eddie eden edie edith edmund eduard edward edwin edyta efe efua ehsan
  eileen eisa ela elaine eleanor elena eleni eli elia elias elif elijah elina elisa elise elisha eliza elizabeth
  ella ellen ellie elliot elliott ellis eloise elsa elsie elspeth emaan eman emeka emil emilia emily emma emmanuel
  emmanuella emmett emre eniola enzo eoghan eoin erica erik erin ernest esa eshaal eshan esma esmae esme esther
  ethan ethel etta eugene eva evan evangeline evelyn evie ewan ezekiel ezra fabian faisal faiza faizan farah
  fardowsa fareeha farhan farhana farhia farhiya farid farida farooq fatema fatiha fatima fatimah fatmata fatou
  fatoumata fawad faye febe felicity felix femi fergus fern fernando fiadh filip filippo filmon finlay finley finn
  fiona fionn fiyinfoluwa fiza florence florin folake folasade fran frances francesca francis francisco frankie
  fraser freddie freddy frederick freya gabriel gabriela gabriella gabrielle gareth garrett garry gary gavin gemma
  genevieve geoffrey george georgia georgie georgina gerald gethin ghulam gianna gideon gina giovanni girish giulia
  glen gloria glynis goran gordon grace gracie graham grainne greg gregor gregory greta grzegorz gulled gulsum
  gurdeep gurleen gurpreet gus gwen hadi hadia hadiya hafsa hafsah haider hajra hakeem haleema halima halimah hamad
  hamdan hamdi hamid hamish hamna hamnah hamza hamzah hana hanad hanan hania hanifa hanna hannah haris harjit
  harman harper harpreet harri harriet harris harrison harry harvey harvir hasan hashim hassan hattie hayden hayley
  hazel heather heba hector heidi helen helena henrietta henry herbert hiba hibo hira hiral hiranur hodan hollie
  holly hoorain hooriya horia hubert huda hudson hugo humaira humayra humza husna hussain hussein ian ibraheem
  ibrahim idil idris ieuan ifeanyi ifeoma ifrah ifrax ifza igor ijeoma ikenna ikra ikram ilham ilhan ilias ilyaas
  ilyas imaan iman imani imogen imran inaaya inara inaya inayah ines ingrid ioana ion iona ionut iqra ireoluwa
  irfan irina isa isaac isabel isabella isabelle isaiah isha ishaan ishaq isla ismaeel ismail isobel isra israel
  issa iulia ivan ivana iwan iyla izaan izabela izzy jabir jack jackson jacob jacqueline jacques jada jade jaden
  jadon jaheim jahid jahmai jahmal jahvon jai jaida jaime jake jakob jakub jamal jameel jameela jamelia james jamie
  jamil jamila jana jane janet janine jannat jared jarek jaroslaw jasmin jasmine jason jasper jaspreet jatinder
  javaughn javed javier jawad jaxon jaxson jay jaya jayda jayde jayden jaydon jayla jaylen jaylon jayquan jayson
  jean jed jeevan jeffrey jelena jemima jemma jen jenna jennifer jenny jenson jeremiah jeremy jermain jermaine
  jerome jerzy jess jesse jessica jessie jesus jethro jevon jia jibreel jibril jill jim jimmy jing joan joanna
  joanne jodie joe joel joey johan john johnny jomo jon jonah jonas jonathan jordan jordyn jorge jose joseph
  josephine josh joshua josiah josie joyce juan jude judith julia julian juliana julie juliet juliette junaid
  junior justin justyna kacey kacper kadeem kadiatou kadija kai kaiden kaila kaitlyn kaleb kali kalina kamal kamari
  kamil kamila kamran kamsi kandice kane kara karam karan kareem karen karim karina karl karol karolina kashif
  kasia kasim kasper kassandra katarzyna kate katelyn katelynn katherine kathleen kathryn katie katya kaur kavita
  kawsar kawther kaya kayden kayla kaylee kayleigh kaylum kaysha keanu keeley kehinde keira keisha keith kelechi
  kelly kelsey kelvin kemar kemi ken kendra kenneth kenzo keon keri kerry keshia kevin keyshawn keziah khadeeja
  khadija khadijah khadra khaleesi khalid khalida khalil kian kiana kiara kiera kieran kieron kim kimberley
  kimberly kiran kiri kirsten kirsty kofi kojo komal konrad kosi krishna krisztina krystal krzysztof kuba kubra
  kuda kulsum kwabena kwadwo kwame kwasi kye kyla kylan kyle kylie kymani kyra kyran kyrie kyron lacey lachlan
  laiba laila lana lara larissa lashawn latasha latifa latisha latoya laura lauren laurence laurie layan layla
  layth leah leanne lee leena leia leighton leila lena lennie lennon lennox leo leon leona leonard leonardo leonie
  leonora lerato leroy lesley leslie levi lewis lexi lexie leyla liam liana liban libby lidia lila lilah lili lilia
  lilian lillian lilliana lillie lilly lily lina linda lindsay lindsey ling lisa livia liyana liz lizzie llewellyn
  lloyd logan lois lola lorenzo loretta lorraine lottie lou louie louis louisa louise luana luca lucas lucia lucian
  lucille lucinda lucjan lucy luis lujain luka lukas lukasz luke lula luna luqman luther lydia lyla lyra maame
  maaria mabel macauley macie mackenzie maddie maddison maddox madeleine madeline madiha madina madison maeve magda
  magdalena maggie maha mahad mahamed mahdi maheen mahek mahir mahmood mahmoud mahnoor maia maimuna maisie maisy
  maja makayla malachi malachy malaika malaikah malakai malcolm maleeha malek malik malika malin malique mamadou
  manahil manal mandeep mandy manisha manjit manpreet manuel mara marc marcel marcelina marcia marco marcus
  margaret margot maria mariah mariam mariama mariana marie mariella marilyn marina mario marion marissa marius
  marjorie marko marley marlon marlowe marquis marta martha martin martina martyn marvin marwa mary maryam maryama
  maryan marzena mason massimo matas mateo mateusz mathew matilda matteo matthew matthias maureen maurice mawada
  maxim maximilian maximus maxwell maya mayah mayowa mayson meera megan mehak mehmet mehreen mehwish mei mel
  melanie melek melina melissa merhawi merriam meryem mia mica micah michael michaela michaella michal michele
  michelle miguel mihai mikael mikayla mike mikolaj mila milena miles millicent millie milly milo mimi mina minahil
  ming minnie mira miranda mirela mirha miriam misbah mischa mitchell moeed mohamad mohamed mohammad mohammed
  mohamoud mohamud mohsin moira molly momina mona monica monika monique montel morayo morgan moses mubarak muhammad
  muhammed muna munira muntaha muriel murtaza musa musab mustafa mya myah mylah myles myra myriam naail nabeel
  nabiha nabil nabila nadia nadifa nadine naeem nafisa nahla naia naila naima najma nana nancy naomi nasra natalia
  natalie natasha nate nathan nathanael nathaniel natnael naveed navjot nawal nayan nazia ned neha nehal neil nelly
  nelson neo nevaeh neve ngozi niall niamh nicholas nick nicky nico nicola nicolae nicolas nicole nigel nihal
  nikhil nikita nikki niko nikola nikolai nikolas nila nima nimco nina niomi nisa nisha nithya niyah noah noel
  noelle noor nora noura nuala nuh nur nura nusaybah nyah nyla oakley obi obinna octavia oisin ola olamide olga
  oliver olivia olivier ollie olly oluwadamilola oluwaseun oluwaseyi omar omari omer oona ophelia orla orlaith
  oscar oskar osman otis otto owais owen oyin paddy paige pamela paola pari parveen parvinder pascal patrice
  patricia patrick patryk paul paula pavel pawel payton peggy penelope percy peter petra peyton phil philip
  philippa phillip phoebe phoenix pia piotr pippa polly pooja poonam poppy prabhjot preethi priya priyanka
  przemyslaw qasim quentin quincy rabia rachel radu rae raekwon rafael rafaela rafal rafe rafferty raheel raheem
  rahel rahim rahma rahul raihan raj raja rajan rajesh rajinder rakeem ralph ramiro ramla ramona ramy rana rania
  ranveer raphael raquel rashad rashaun rashawn rashid rashida raul ravi ravinder ray raya rayan rayhan raymond
  rayyaan rayyan razia rebecca rebekah reece reem reese reggie rehan rehana rehman reid reilly reman remi remy ren
  rene renee reuben reyansh rhea rhian rhiannon rhona rhys ria riaz ricardo richard rico ridwan rihanna riley rimas
  rimsha rio rita ritaj riya riyad rizwan roan robbie robert roberta roberto robin robyn rocco rochelle rodney
  rohaan rohan rohit roisin roksana roland roman romeo romy ronald ronan roni ronnie rory rosa rosalie rosalind
  rosanna roseanne rosemary roshni rosie ross rowan roxana roxanne roy roza ruairi ruaridh rubina ruby rudo rufus
  rukhsana rumaisa rumi rupert ruqaya ruqayyah russell ruth ruweyda ryan rylan ryley saabir saad saba sabah sabbir
  sabina sabrina sachin sadaf sade sadhbh sadia sadie sadiya safa safaa safia safiya safiyah safwan sagal sahal
  sahar sahib sahra saif saira sairah sajid sakina sakinah salah salahuddin saleem saleh salim salma salman salwa
  sam samaira samantha samar samara samia samina samir samira samiya sammy samsam samson samuel sana sanaa sandeep
  sandra sanjana sanjay santiago sanya saoirse sapna sara sarah sarina sasha saskia satnam saul savannah scarlett
  scott seamus sean seb sebastian sebastien seema sefora selam selena selin selina selma semih senan seren serena
  seth sevda shabana shabnam shafiq shah shahd shaheed shahid shahida shahzad shaiden shaima shakeel shakira
  shamima shamso shan shanelle shania shanice shaniqua shannon shanti shaquan shaquille sharon shaun shauna shawn
  shayan shayla shaylah shayna sheena sheikha sheila shelby shelley shemar shereen sherif sherry shiloh shirin
  shivani shreya shukri shyanne siddharth sidney sidra siena sienna sikandar silas silvia simon simona simone
  simran sinead siobhan sipho siya skye skyla skylar sofia sofie sohail solomon soma somaya somto sonia sonja
  sophia sophie soraya sorcha stacey stan stanislaw stanley stefan stefania stella stephanie stephen steven stevie
  stuart subhan suhaib suhayb sukhdeep sukhjit suki sulaiman sulayman suleman sumaiya sumaya sumayyah sumera suraya
  suresh surinder susan susanna susie suzanne sybil syed sylvia sylvie szymon tabitha tadhg tafadzwa taha tahir
  tahira tahmid taiba taiwo taj talha talia tallulah tamar tamara tamika tamsin tania tanisha taniya tanvi tanya
  tara taran tarik tariq tasha tasmia tasneem tatenda tatiana tayla taylor tayyab tayyiba teagan ted teddy tegan
  temi temiloluwa temitope tendai teo terence teresa terry tess tessa tevin thaddeus thalia thandi thea theo
  theodora theodore theresa thomas tia tiago tiana tiara tiarna tiegan tiffany tilda tillie tilly tim timothy
  tinashe tiwa tobi tobias tobiloba toby todd tom tomasz tommy toni tony toyah tracey travis trayvon tremaine
  trevor trey treyvon tricia tristan troy tudor tyler tyra tyreece tyreek tyrell tyrese tyriq tyrique tyrone
  tyshawn tyson ubah ubaid uche ugo umaima umair umar umer umme unaisah uriah ursula usama usman uthman uzair uzma
  vaishnavi valentin valentina valeria vanessa vasile vaughan veer vera veronica veronika vicky victor victoria
  vihaan vijay vikram viktor viktoria vince vincent viola violet violeta virginia vishal vivaan vivian vivienne
  vlad vladimir wafa wahid waleed walid walter wanda waqar wardah warren warsame wasim wayne wendy weronika wesley
  wiktor wiktoria wilf wilfred wilhelmina willa william willow winifred winnie winston wojciech wren xander xavi
  xavier xena xiao yaa yacub yahia yahya yana yaqub yara yaseen yash yasin yasir yasmeen yasmin yasmina yasmine
  yassin yaw yazan yonas yousef youssef yousuf yuki yunus yusra yusuf yvette yvonne zac zach zachariah zachary zack
  zahir zahra zahrah zaid zaina zainab zak zakaria zakariya zakariyya zaki zakir zaman zander zane zara zarah zaria
  zavion zayaan zayan zayd zayden zayn zayna zaynab zaynah zeb zeeshan zehra zeinab zelda zena zeynep zhi zia zimal
  zion zoe zoey zofia zohaib zohra zoya zubair zubayr zulaikha zuleikha zunairah zuri zuzanna zymal kelis habib tamsin sameer kenzie anwar ashton kenzi safwaan ihsan ilyasa nasir nasreen nazma nazmin naveen neelam nikhita nusrat parminder pardeep ranjit rupinder sajida samreen shabir shaheen shahnaz shazia shirley sukhvinder sunil sunita tasleem tejinder uroosa vikash yasmina zeenat zulfiqar
  abimbola ayodele bukola chinwe damola ekene funmi gbenga ifeoluwa kayode kunbi lekan moyo nkechi oluchi osagie sade simi sola titilayo tola uchenna wale
  alishba anaya areeba ayza eesa eshal hashir hoorain izaan mikaeel minha musfirah raees rehaan shahzaib taimur wania yahyaa zayyan bobbi-jo billie-jo demi-leigh ellie-mae lilly-mae gracie-mae kayleigh-ann tommy-lee jenson jaxx koby kaiden kasey kaydee macy tiegan tyrek tyreece zakir haroon antwan jaydon jayvon kyron tyrelle zayne zaviyar emre ruqayyah safiyyah sumaira mehdi hooria yaqoob nawaz haseeb huzaifa hamdaan subhaan talhah ibrar umayr zoha anaaya inaayah arfa kinza
  mahira nimra rida sehrish uzma tehreem waniya yumna zunaira deqo fowsia hani ifrah nasteho sucdi ayanle guled liiban mahdi sharmarke zakariye tunde segun kunle bisi yemi folu sade kwaku ama adjoa esi yaw tendai rudo tapiwa farai chipo thabo sipho zanele
  ioan mihaela florin gheorghe alin razvan denisa raluca kasia zuzia oliwia maja antek franek kuba jola dorota beata lamar aqib ruben lamarr tyron kaylan kyan ishmael ummar inaara destinee`.split(
    /\s+/u,
  ),
);

/** Names that are also words, months, places or titles: names only where nothing else makes sense ("aged", "mum of"). */
export const wordsAndNames: ReadonlySet<string> = new Set(
  `amber angel april art ash asia aston august autumn belle bill blessing brook chance charity chase chester china
  christian crystal dale dawn dean destiny devon dove drew duke earl ebony ember eve faith fleur flora forest frank
  gene gift glory grant harley harmony haven henna honey hope hunter india iris ivory ivy jan jewel joy june
  justice kay king kingsley kingston kit lake lance lark laurel lincoln london lotus love lucky mark marsha matt
  max may melody mercy merit merry milan miracle misty noble nova olive opal orion pacey paris pat patience peace
  pearl penny precious preston prince princess promise prudence queen rain rainbow red reed rex rich river rob
  rocky rose royal rue saffron sage sandy scarlet shadow shay shelly sky sonny star stone storm summer sunny sydney
  tanner teal temperance tiger treasure trent trinity unity vale valentine van verity virtue wade will winter wolf
  wynn york`.split(/\s+/u),
);
