/*
 * English given names, each with the short and pet forms that people are called by, and spellings of one name. Written
 * for Lintel; where both have a name, held against the list that Carlton Northern and others keep
 * (https://github.com/carltonnorthern/nicknames, Apache-2.0, as of 1 June 2026). A form that is missing costs a
 * proposal; one too many costs an administrator a look.
 */
const shortForms = `
abigail abby abbie gail; alan al; albert al bert bertie; alexander alex al alec alexandre sandy sasha xander
alexandra alex ali lexi sandra sandy sasha; alfred alf alfie fred; alison ali ally; amanda mandy mandie
andrew andy drew; angela angie; ann annie anna nan nancy; anthony tony ant; antonia toni; arthur art
barbara babs barb barbie; benjamin ben benny benji; bernard bernie; beverley bev; bradley brad; bridget biddy bridie
caroline carol carrie caz; catherine cath cathy kate katie kathy kat kay kitty; charles charlie chas chuck charley
charlotte charlie lottie lotte; christine chris chrissie tina; christopher chris kit topher
clifford cliff; daniel dan danny; danielle dani; david dave davy dai; deborah deb debbie debs; dennis den denny
derek del; dominic dom; donald don donnie; dorothy dot dottie dolly; douglas doug dougie
edward ed eddie ted teddy ned eddy; edwin ed eddie; eleanor ellie nell nellie elle
elizabeth liz lizzie lizzy beth betty bess bessie betsy eliza libby lisa elsie lib; emily em emmy millie; emma em
eric rick; esther essie hester; eugene gene; evelyn eve evie; florence flo florrie flossie
frances fran frankie fanny; francis frank frankie; frederick fred freddie freddy; gabriel gabe; gabrielle gabby gabi
geoffrey geoff jeff; george georgie; georgina georgie gina; gerald gerry jerry; gerard gerry ged
gillian gill jill jilly; gordon gordy; gregory greg gregg; gwendolyn gwen; harold harry hal; harriet hattie
helen nell nelly; henry harry hal hank; hugh hughie; humphrey humph; irene rene; isaac ike zac
isabel bella izzy belle; jacqueline jackie jacqui jacquie; james jim jimmy jamie jem; jane janie; janet jan
jasmine jas jaz; jeanette jean jeannie; jennifer jen jenny jenni; jeremy jerry jez; jessica jess jessie; joan joanie
joanna jo; john jack johnny jon jock; jonathan jon jonny nathan; joseph joe joey; josephine jo josie; joshua josh
joyce joy; judith judy jude; julia julie jules; julian jules; karen kaz; kathleen kath kathy kay; kenneth ken kenny
kevin kev; kimberley kim; laura laurie lori; lauren laurie lori; lawrence larry laurie; leonard len lenny leo
leslie les; lewis lew louis lou; lillian lil lily lilly; louise lou lulu; lucy lu lucinda; madeleine maddy maddie
malcolm mal; margaret maggie meg peggy madge marge margie mags greta rita daisy; marilyn mari lyn
marjorie marge margie; martin marty; martha mattie; mary molly polly; matilda tilly tilda mattie; matthew matt mat
maureen mo; maurice morris mo; maximilian max; maxine max; maxwell max; melanie mel; melissa mel lissa
michael mick mike micky mikey mickey; michelle shell shelley chelle; mildred milly millie; mohammed mo
natalie nat nattie; natasha tasha tash; nathaniel nat nathan nate; nicholas nick nicky nico; nicola nicky nikki nic
oliver ollie olly oli; olivia liv livvy; oscar ossie; pamela pam pammy
patricia pat pattie patsy tricia trish trisha patti; patrick pat paddy padraig; penelope penny pen; peter pete
philip phil pip; philippa pippa pip; priscilla cilla; rachel rach; raymond ray; rebecca becky beck becca bex becs
reginald reg reggie; richard rick dick ricky rich richie; robert rob bob bobby robbie bobbie bert
roderick rod roddy; rodney rod; roger rodge; ronald ron ronnie; rosemary rose rosie romy; roseanne rose rosie
rosamund ros rose; russell russ; samantha sam sammy sammie; samuel sam sammy; sandra sandy san
sarah sally sal sadie sara; sharon shaz shazza; shirley shirl; sidney sid; simon si; sophia sophie soph
stanley stan; stephanie steph stef stephie; stephen steve stevie; stuart stu
susan sue susie suzie suzanne susannah suzy; sylvia syl; tabitha tabby; teresa terry tess tessa terri
terence terry tel; theodore theo ted teddy; thomas tom tommy; timothy tim timmy; tobias toby; tracey trace
trevor trev; valerie val; vanessa ness nessa; veronica ronnie vera; victor vic; victoria vicky vicki vikki tori
vincent vince vinny vin; virginia ginny; vivian viv vivienne; walter wally walt; wayne waz; wendy wend
wilfred wilf fred; william will bill billy willie liam; winifred winnie freda win; yvonne von vonnie
zachary zach zac zack zak; zoe zo
`;

/** Spelt otherwise, said alike. */
const spellings = `
catherine katherine kathryn katharine; mohammed muhammad mohamed mohammad muhammed mohamad mohd md
fatima fatma fatimah; yusuf yousef yousuf youssef; stephen steven stefan; geoffrey jeffrey
isabel isobel isabelle isabella; elizabeth elisabeth; eleanor elinor; alan allan allen; alison allison
anthony antony; ann anne; beverley beverly; bridget bridgette; danielle danni; deborah debra; dominic dominick
euan ewan ewen; frederick fredrick; gillian jillian; graham graeme grahame; gregory greggory; harriet harriett
hugh huw; ian iain; jane jayne; joanna joanne joann; jonathan johnathan; kimberley kimberly; lawrence laurence
leslie lesley; lillian lilian; lucy lucie; madeleine madeline; natalie nathalie; nicholas nicolas; philip phillip
rachel rachael; rebecca rebekah; sara sarah; sean shaun shawn; sheila shelagh; sidney sydney; sophia sofia
stuart stewart; susannah suzannah susanna; teresa theresa; terence terrence; tracey tracy; zachary zackary
jasmine yasmin yasmine
`;

function groupsIn(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/[;\n]\s*/)
    .map((group) => group.split(' '));
}

const firstSpelling = new Map<string, string>();
for (const group of groupsIn(spellings)) for (const name of group) firstSpelling.set(name, group[0] ?? name);

const calledBy = new Map<string, ReadonlySet<string>>();
for (const [name, ...forms] of groupsIn(shortForms))
  if (name !== undefined) calledBy.set(spelt(name), new Set(forms.map(spelt)));

/** Whether these are one name spelt in two ways. Both compact. */
export function sameSpeltOtherwise(one: string, other: string): boolean {
  return spelt(one) === spelt(other);
}

/** Whether one is what people called by the other name are called for short. Both compact. */
export function isShortFor(one: string, other: string): boolean {
  const [name, otherName] = [spelt(one), spelt(other)];
  return calledBy.get(name)?.has(otherName) === true || calledBy.get(otherName)?.has(name) === true;
}

function spelt(name: string): string {
  return firstSpelling.get(name) ?? name;
}
