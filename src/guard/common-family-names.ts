import { wordSet } from './words-of-a-sentence.ts';

/** Family names that are common in the city, from its many communities. Written from general knowledge, not from any list of people. */
export const familyNames = wordSet(
  `smith jones taylor brown williams wilson johnson davies davis robinson wright thompson evans walker roberts edwards hughes lewis jackson clarke
  clark harris cooper turner parker morris allen collins cook bell bailey murphy kelly phillips campbell mitchell anderson richardson watson
  stevens simpson marshall palmer price bennett barnes matthews fletcher rogers gibson reid carter morgan harrison scott adams mills
  powell owen hunt gray lloyd butler pearson cox foster russell graham dixon mason ellis kennedy burke doyle byrne ryan gallagher brennan
  nolan quinn walsh sullivan daly flynn kavanagh connolly fitzgerald farrell
  khan hussain begum ahmed ali iqbal mahmood akhtar malik shah mohammed mohamed muhammad hassan aslam bibi kauser rehman rahman uddin miah choudhury chowdhury islam
  hossain haque alam ullah mirza butt raja qureshi siddiqui ansari sheikh shaikh aziz hamid rashid saleem yousaf zaman javed nawaz khatun
  singh kaur sandhu gill sidhu dhillon grewal bains johal virdee patel sharma gupta mehta desai joshi verma kumar chauhan rai
  abdi omar warsame farah osman yusuf ibrahim adan hersi jama noor abdullahi mohamud
  okafor adeyemi okoro mensah boateng owusu osei asante appiah agyeman adebayo nwosu eze okeke obi balogun kamara conteh koroma sesay banda moyo ncube dube sibanda
  campbell francis gordon grant bailey reid blake samuels wallace henry stewart mcdonald morrison
  kowalski kowalska nowak wisniewski lewandowski popescu ionescu popa dumitru stan novak horvath lakatos balog
  nguyen tran le chen wang zhang liu lin wong chan cheung lam
  haddad saleh nasser khalil mansour ismail karimi ahmadi rezaei haidari hashemi tesfay tekle gebre berhane habte ward`,
);
