import type { Deal } from '#modules/simulator/pure.ts';
import { filled } from './names.ts';

/** How the person said to have caused harm stands to the person at risk (domain reference §15). */
export type Relation = 'ex' | 'partner' | 'child' | 'sibling' | 'parent' | 'family' | 'co_parent';

/** An account in the person's own words: what happens, what it is like, what they want. */
export function ownAccount(relation: Relation, words: Readonly<Record<string, string>>, deal: Deal): string {
  const parts = [deal(happening[relation]), deal(like), deal(wanted)];
  return parts.map((part) => filled(part, words)).join(' ');
}

const byPartner = [
  '{Whom} goes through my phone every evening and wants to know who each number is. Last night {he} ' +
    'threw it at the wall and then stood in the doorway so that I could not leave the room.',
  'I have to ask {whom} for money, even for bread, and keep every receipt. On Sunday {he} took my ' +
    'bank card and said I would get it back when I had learned.',
  '{Whom} says that if I go {he} will tell everybody I am mad and that nobody will let me keep a ' +
    'home. {He} pushed me against the cooker on Saturday. My arm is bruised.',
  'It was only words for years. Since the winter {he} breaks things: the door, my glasses, the ' +
    'plates. {Whom} says sorry the next day and I do not believe it any more.',
  '{Whom} has put a tracker on the car, I think, because {he} always knows where I have been. When I ' +
    'was late from work {he} held me by the throat. It was a few seconds.',
  '{Whom} will not let my sister in. {He} stands behind me when I speak on the phone. I am ringing ' +
    'from work because it is the only place where I am alone.',
  'Every time there is football on I put my shoes by the door in case. Yesterday {whom} threw a ' +
    'chair. It missed. {He} laughed.',
  '{Whom} has all the passwords and took out two loans in my name. When the letters came {he} said it ' +
    'was my fault and did not let me sleep.',
  'I cannot wear what I want or see who I want. {Whom} calls it caring. On Tuesday {he} shut me in ' +
    'the bathroom for the whole evening.',
  '{Whom} hides my tablets and then says that I forget things. I have started to write down what ' +
    'happens so that I know that I am not making it up.',
] as const;

const byFormer = [
  'We separated in spring and {whom} still comes round. {He} bangs on the door at two in the morning ' +
    'and shouts through the letterbox. The neighbours look at me now.',
  '{Whom} waits outside the school. {He} does not say anything, {he} just stands there. Yesterday ' +
    'there was a note under my wiper that said “soon”.',
  'I changed my number twice and {whom} had the new one within a week. I have counted more than sixty ' +
    'messages since Friday. Some say {he} loves me and some say what {he} will do.',
  '{Whom} still has a key. I came home and the bed had been slept in and my photographs were gone.',
  'The order ran out last month and {whom} was at the gate the next morning. {He} said {he} only ' +
    'wanted to talk. I had to go to my mum’s with a bag.',
  '{Whom} found out where I live now. I do not know how. {He} told my friend the colour of my curtains.',
  '{Whom} says {he} will send the pictures to my work if I do not answer. I have not slept properly for three weeks.',
  'I left with nothing last year. Now {whom} says half of everything here is {his} and came with a ' +
    'van while I was out. The back door is broken.',
  '{Whom} sits in the car across the road with the lights off. When I draw the curtains the phone rings.',
  '{Whom} turned up at my work and told them at the desk that {he} was my cousin. They let {him} ' +
    'through. I hid in the store room.',
  'I have blocked {whom} everywhere and now the messages come from people I do not know. One had my new address in it.',
  '{Whom} came to collect a coat and would not go. {He} sat in my kitchen for five hours with {his} hand on my phone.',
  'We were together for four months. Since I ended it {whom} has reported me to everybody, you as ' +
    'well, I think. I am afraid to open letters.',
  'There was a knock and I looked out and it was {whom} with flowers. When I did not open {he} put ' +
    'them through the letterbox one by one.',
  '{Whom} keeps the dog and sends me photographs. {He} says that what happens to it is up to me.',
  'It is quieter for a few weeks and then it starts again. On Monday {whom} grabbed me on the stairs ' +
    'and said I would never be finished with {him}.',
] as const;

const byRelative = [
  '{Whom} comes when the money is paid in and takes it. When I say no {he} breaks something of mine. ' +
    'Last week it was my mother’s clock.',
  '{Whom} shouts so that I cannot think and stands over me when I sit down. I have started to eat in ' +
    'my bedroom with a chair against the door.',
  '{Whom} says this is {his} home and I only live in it. {He} pushed me on Thursday and I fell against the sink.',
  'I love {him} and I am afraid of {him}. {Whom} was gentle once. When {he} has been drinking I go ' +
    'and sit in the bus shelter until it is dark.',
  '{Whom} decides who I may speak to and reads my post before I do. {He} says that I would shame the ' +
    'family if I told anybody.',
  '{Whom} has moved back in and brought people who sleep in my living room. When I asked how long, ' +
    '{he} pulled the lamp out of the wall and threw it.',
  '{Whom} tells the neighbours that I am losing my mind. {He} cancelled my hearing appointment ' +
    'because {he} says I hear enough.',
  '{Whom} kicked the bathroom door in because I would not give {him} the rent. I have told {him} that ' +
    'it is spent. It is in the flour.',
  '{Whom} weighs what I eat and counts what I spend. I am to ask before I use the phone. I am a grown person.',
  '{Whom} takes my tablets and sells them. When I said I would tell the doctor {he} held my wrist until it hurt.',
] as const;

const happening: Readonly<Record<Relation, readonly string[]>> = {
  partner: byPartner,
  ex: byFormer,
  co_parent: [
    'Whenever the children are handed over {whom} finds a reason to shout at me in front of them. ' +
      'This time {he} would not let go of the car door and drove a few yards.',
    '{Whom} asks the children what I do and who comes here, and they are afraid to say. {He} told the ' +
      'eldest that I would be sorry by Christmas.',
  ],
  child: byRelative,
  sibling: byRelative,
  parent: byRelative,
  family: byRelative,
};

const like = [
  'I have not told anybody before today.',
  'I keep thinking that it is not bad enough to bother you with.',
  'I jump when I hear a car door.',
  'I told the doctor that I fell.',
  'I am so tired of being careful.',
  'Some days are good, and then I think that I imagined it.',
  'My hands are shaking while I say this.',
  'I am not sure that anybody would believe me, {he} is so friendly with everybody.',
  'I have a bag packed at a friend’s.',
  'It is getting worse, and quicker.',
  'I know how it sounds.',
] as const;

const wanted = [
  'I do not want to move. I want to feel safe in my own home.',
  'I would like the locks changed, and somebody to tell me what I can do.',
  'I do not know what I want yet. I wanted somebody to know.',
  'Please do not ring the house phone and please do not send a letter.',
  'I think I need to go somewhere else, but not far from work.',
  'I do not want the police yet. I might later.',
  'I want it to stop. I do not want anybody to get into trouble.',
  'Could somebody talk to me when I am at work? I am on my own from one until two.',
  'I need to know what happens with the tenancy if I go.',
  'I only want to know what my choices are.',
] as const;
