/*
 * The words behind the commonest passwords of published lists, in small letters and without decoration. With
 * `password-rules.ts`, which takes off digits, signs, look-alike letters and repetitions and tries two words in a row,
 * each stands for thousands of passwords as they are really chosen.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
password passwort passw0rd passcode passphrase letmein welcome login admin administrator root user username guest
master secret private access changeme default temp temporary test testing tester example sample demo office
computer internet network server system windows microsoft office365 google facebook twitter instagram youtube
whatsapp telegram snapchat tiktok netflix amazon apple samsung android iphone nokia huawei sony playstation
xbox nintendo pokemon pikachu minecraft fortnite roblox mario zelda sonic starwars startrek matrix superman batman
spiderman ironman avengers marvel wolverine hulk joker harrypotter hogwarts gandalf frodo tolkien lordoftherings
qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjkl asdfjkl zxcvbn zxcvbnm zxcvb azerty azertyuiop qazwsx
qazwsxedc qweasd qweasdzxc wsxedc edcrfv poiuytrewq lkjhgfdsa mnbvcxz qwer asdfg zxcv zaqxsw xswzaq yuiop hjkl
abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghijkl abcabc aabbcc xyz iloveyou iloveu loveyou lovely
lover loveme love loving forever always together family mother father mummy daddy sister brother husband wife
baby babygirl babyboy honey sweetheart sweetie darling princess prince queen king angel angels heaven jesus
christ jesuschrist god godbless blessed faith hope grace church bible amen trinity buddha allah mohammed krishna
sunshine sunflower flower flowers rainbow butterfly summer winter spring autumn january february march april
may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
morning evening night midnight today tomorrow yesterday holiday christmas easter halloween birthday newyear
monkey dragon tiger lion eagle falcon hawk wolf bear panda elephant giraffe dolphin shark whale horse horses pony
dog doggy puppy cat kitty kitten bunny rabbit hamster turtle snoopy tigger garfield mickey minnie mickeymouse
donald duck disney frozen elsa simba nemo shrek hellokitty barbie scooby scoobydoo bailey buddy charlie max
bella lucy molly daisy rosie poppy coco lola ruby milo oscar teddy alfie rocky buster toby jack sam sammy lady
football soccer baseball basketball hockey tennis rugby cricket golf golfer swimming boxing running cycling racing
liverpool arsenal chelsea manchester united manutd mancity everton tottenham spurs newcastle villa westham leeds
leicester southampton celtic rangers barcelona realmadrid juventus bayern steelers cowboys yankees lakers dallas
london birmingham glasgow edinburgh cardiff belfast bristol sheffield nottingham england scotland wales ireland
britain america canada australia france germany italy spain portugal brazil mexico india china japan paris berlin
michael jordan jordan23 jennifer jessica ashley amanda nicole daniel matthew joshua andrew james robert william
thomas richard charles george edward david john joseph christopher anthony mark paul steven kevin brian jason
justin brandon ryan eric adam aaron benjamin samuel alexander alexandra alexander nathan dylan tyler austin
hannah emily emma sophie olivia charlotte chloe megan lauren rachel rebecca sarah samantha natalie victoria
elizabeth mary margaret patricia linda barbara susan karen nancy lisa betty sandra donna carol michelle laura
kimberly angela melissa stephanie anna andrea maria daniela gabriela fernanda carlos jose juan miguel diego
mohamed muhammad ahmed hassan hussein ali fatima aisha oliver harry harvey henry archie leo noah liam ethan
mason logan lucas jacob william wilson smith jones taylor brown williams davies evans johnson walker robinson
wright thompson white hughes edwards green hall wood harris martin jackson clarke cooper hunter parker morgan
black blue red green yellow orange purple pink silver golden diamond crystal pearl emerald jade amber scarlet
ginger pepper cookie chocolate cheese banana apple strawberry cherry peach lemon melon mango coffee pizza
butter peanut sugar candy vanilla cocacola pepsi whisky guinness heineken budweiser marlboro
mustang ferrari porsche mercedes corvette camaro toyota honda yamaha suzuki kawasaki harley davidson harleydavidson
jaguar bentley landrover audi bmw ford volvo subaru nissan ducati yankee
rockstar metallica nirvana slipknot ironmaiden acdc ledzeppelin pinkfloyd beatles elvis madonna eminem beyonce
rihanna blink182 greenday linkinpark onedirection bts coldplay oasis queen music guitar drummer piano singer dance
dancer party disco blondie
trustno trustnoone nothing whatever whoami mypassword yourpassword thisismypassword ihatepasswords idontknow
iforgot forgot remember opensesame sesame letmeinnow openup enter key keys lock unlock security secure safe
safety house home homes housing property tenant tenants tenancy landlord council estate support team manager
work worker working company business job jobs money dollar pounds cash rich bank lottery winner lucky luck
success victory champion number one first second third last best better good great super awesome amazing perfect
beautiful gorgeous handsome pretty cute sexy hottie hot cool fun funny happy smile smiley laugh joy peace freedom
hello hi hey goodbye bye thankyou thanks please sorry
fuckyou fuckoff fuck shit bitch asshole bastard pussy dick bollocks wanker arsehole bigdick blowme boobs
soldier warrior ninja samurai knight pirate viking spartan hunter killer sniper shadow ghost phantom demon devil
satan lucifer vampire zombie monster beast savage legend hero titan phoenix thunder lightning storm hurricane
tornado fire flame ice snow snowball snowman rain river ocean water beach island mountain forest nature earth
planet galaxy star stars starlight moon moonlight sun solar cosmic apollo mercury venus mars jupiter saturn
alpha beta gamma delta omega sigma phoenix genesis matrix neo trinity morpheus cypher cipher hacker
maverick goose iceman topgun rambo rocky terminator predator alien aliens robocop godfather scarface gladiator
bond jamesbond sherlock watson merlin arthur camelot excalibur robin robinhood peterpan tinkerbell cinderella
snowwhite ariel jasmine aladdin aurora belle mulan pocahontas pumpkin muffin cupcake peaches bubbles fluffy
precious treasure sparkle glitter magic magical wizard witch mystic fairy unicorn mermaid
correcthorsebatterystaple correct horse battery staple tobeornottobe maytheforcebewithyou
`
    .trim()
    .split(/\s+/),
);
