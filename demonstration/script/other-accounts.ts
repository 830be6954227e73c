import type { Deal } from '#modules/simulator/pure.ts';
import { filled } from './names.ts';

/** What somebody else tells of the person at risk: never more than they saw, heard or were told. */
export type Teller =
  | 'police'
  | 'agency'
  | 'friend_family'
  | 'neighbour'
  | 'colleague'
  | 'contractor'
  | 'letting'
  | 'matter';

export function otherAccount(teller: Teller, words: Readonly<Record<string, string>>, deal: Deal): string {
  return filled(deal(told[teller]), words);
}

const told: Readonly<Record<Teller, readonly string[]>> = {
  police: [
    'Officers attended last night after a call from the address. {They} told them that {whom} had ' +
      'pushed {them} and kicked the bedroom door in. {Whom} had gone before they arrived. {They} did not ' +
      'want to make a statement and agreed that the landlord is told, so that the door is made safe.',
    'Third call-out in four months. {They} reported being followed home from work by {whom}. Graded ' +
      'medium. {They} asked that nobody rings before ten in the morning.',
    'Arrest made early this morning for breach of a non-molestation order at the address. {Whom} is ' +
      'held and is expected before the court tomorrow. {They} is at home and would welcome better locks.',
    'Report taken at the front desk. {They} showed messages from {whom} with threats to come to the ' +
      'flat. Shared because of the risk, {they} knew that we would.',
    'Welfare check asked for by a relative. {They} was safe and spoke to us on the landing, out of ' +
      'hearing. {They} said that {whom} decides whom {they} may see. Shared with consent.',
  ],
  agency: [
    'Referral from the health visitor. At the clinic, seen alone, {they} said that {whom} controls all ' +
      'the money and that {they} is afraid to go home late. {They} agreed to this call.',
    'The independent adviser supports {them} already and asks us to look at security at the home. ' +
      '{They} would like to stay. There have been two more incidents with {whom} this week.',
    'Children’s services are working with the family. {They} told the social worker of shouting and of ' +
      'things being broken by {whom}. {They} knew that we would be told.',
    'The surgery called with consent. {They} came with an injury to the wrist and said that it was ' +
      '{whom}. {They} will be there again on Thursday, a safe time to talk.',
    'The hospital’s adviser met {them} on the ward. {They} will be discharged this week and is worried ' +
      'about going back while {whom} has keys.',
  ],
  friend_family: [
    'I am ringing about my friend, one of your tenants. {They} rang me crying on Sunday and hung up ' +
      'when {whom} came in. {They} does not know that I am calling. Please do not say my name.',
    'My daughter does not answer any more. When I went there {whom} said through the door that {they} ' +
      'was asleep, at four in the afternoon. I saw {them} at the window.',
    'We work together. {They} came in with a scarf on a hot day and there were marks. {They} said ' +
      '{whom} was sorry. I am frightened for {them}.',
  ],
  neighbour: [
    'I live below. There is shouting most nights, always the one voice, and then something heavy. ' +
      'On Friday I heard somebody say “please don’t”. I do not want anybody to know it was me.',
    'The person next door came to borrow a phone and gave it back without ringing anybody. {They} ' +
      'looked over {their} shoulder the whole time. I did not like to ask.',
    'Somebody sits in a car outside the block at night and watches one window. The lights in that flat ' +
      'go off as soon as it comes.',
  ],
  colleague: [
    'I visited about the rent. {Whom} answered every question for {them} and stood between us. ' +
      'When I asked to see the kitchen {they} looked at {whom} before {they} moved. There is a ' +
      'hole in the bedroom door.',
    'At the desk {they} asked whether a name can be taken off a tenancy and what the other ' +
      'person would be told. {They} had a bruise below the eye and said it was a cupboard. {They} ' +
      'left when the phone rang.',
    'During the inspection {they} whispered “not now” when I asked if all was well. {Whom} was in the ' +
      'next room. The lock of the bathroom is on the outside.',
    'On the phone about arrears {they} said that {they} may not open letters. Somebody in the ' +
      'background told {them} what to say.',
  ],
  contractor: [
    'Third lock change at this address this year. This time the frame was split from the outside. ' +
      '{They} asked if the new one can be opened with the old key and was very relieved that it cannot.',
    'Came to mend an inside door, kicked through at the bottom. {They} said a shelf fell. A child said ' +
      'it was not a shelf and was hushed.',
    'There is a bolt on the outside of the small bedroom. When I asked about it {whom} told me to get on with the job.',
    'The call was for a broken window. Glass was on the outside, so it was broken from within. {They} ' +
      'would not come into the room while I was there with {whom}.',
  ],
  letting: [
    'At the sign-up, asked as everybody is whether anything should be known to keep {them} safe, {they} ' +
      'said that {they} left {whom} in the summer and that {he} must not learn the address. {They} would ' +
      'like a door viewer and a chain.',
    'Asked alone at the viewing: {they} is glad that the flat is on the second floor. {Whom} found the last ' +
      'address through a friend, and {they} would like to talk with somebody before the removal van comes.',
    'Asked as everybody is, {they} said “yes, and that is why I am moving”. {They} does not want the family ' +
      'told, and asked whether the name can stay off the bell.',
  ],
  matter: [
    'The complaint was about noise, and the noise is one person shouting. Asked alone what {they} would ' +
      'like to happen, {they} said “for it to be quiet enough to sleep without listening for {him}”. ' +
      'It did not sound like noise to me.',
    'Called about missed rent. {They} said quietly that {whom} keeps the money and that {they} may not ' +
      'have the banking app. I stopped the letter and asked when it is safe to speak.',
  ],
};
