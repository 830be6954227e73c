/** Entries of a chronology as a careful team writes them: who said or saw what, what was decided, and why. */
export interface Written {
  readonly kind: 'incident' | 'account' | 'observation' | 'decision' | 'action' | 'agency' | 'note';
  readonly source: 'person' | 'informant' | 'colleague' | 'contractor' | 'police' | 'agency' | 'record';
  readonly words: string;
}

const write = (
  kind: Written['kind'],
  source: Written['source'],
  ...all: readonly string[]
): readonly Written[] => all.map((words) => ({ kind, source, words }));

export const chronicle: readonly Written[] = [
  ...write(
    'incident',
    'person',
    '“{Whom} came to the door at eleven and kicked it until the light next door went on. I sat on the ' +
      'stairs with the phone in my hand.”',
    '“{He} was waiting at the bus stop. {He} walked beside me all the way and told me what I had been doing all week.”',
    '“There were thirty-one messages between midnight and four. The last one was a photograph of my front door.”',
    '“{Whom} took the car keys and the phone and went out. I could not get to work.”',
    '“{He} grabbed my arm in the kitchen. The children saw it.”',
  ),
  ...write(
    'incident',
    'police',
    'Police told us of a call-out at the address during the night. Reference on file. No arrest; ' +
      'the person was seen alone and is safe at home.',
    'Report of criminal damage to the front door, made by the person. Officers took photographs; ' +
      'statement to follow when {they} wishes.',
  ),
  ...write(
    'account',
    'person',
    '“I want it written down that I said no to moving. I have lived here for nine years and my ' +
      'mother is two streets away.”',
    '“It started after the baby. Before that I thought it was love.”',
    '“When I say it out loud it sounds like a list. When I live it, it is every minute.”',
    '“I am not ready to talk to the police. I would like you to keep these dates for me.”',
    '“The worst is not the shouting. The worst is when {he} is nice.”',
  ),
  ...write(
    'observation',
    'colleague',
    'The officer who called about the garden saw a new chain and a chair wedged under the handle. ' +
      '{They} spoke through the window and said that all was well.',
    'At the office {they} sat where the door could be seen. Nobody asked anything; a different room is ' +
      'booked for the next time.',
  ),
  ...write(
    'observation',
    'contractor',
    'The joiner found the frame split again, from the outside, and made it safe the same afternoon. No card was left.',
    'While fitting the lock, a car stopped opposite for about ten minutes. Registration noted and passed to us alone.',
  ),
  ...write(
    'decision',
    'record',
    'Decided not to write to the address at all. All post of the income and repairs teams is held. ' +
      'Reason: {whom} opens the letters. To be looked at again when {they} says so.',
    'Decided to go on at {their} pace. {They} has heard what each option means and prefers to stay for ' +
      'now. Support and security do not depend on that.',
    'Decided to ask for a priority on the door and the bathroom window, as they are how {whom} came in ' +
      'before. Agreed with {them}.',
    'Looked at whether to share without consent. Not today: nobody’s life appears to be at risk as far ' +
      'as we can know, and {they} asked us not to. Looked at again at each contact.',
    'The next call moves to the morning, because the afternoons are no longer safe. Told everybody who may ring.',
  ),
  ...write(
    'action',
    'record',
    'Locks changed, both doors, with a security key. {They} has all three. Order worded as a routine repair.',
    'Window alarms and a door viewer fitted. {They} tried them with the fitter and knows how to switch them off.',
    'Rent account put on a neutral hold so that no letter goes out while we speak about it.',
    'Asked the contact centre to pass every call about this address to the team, without a reason on their screen.',
    'Booked a room at the children’s centre for the meetings, under a neutral name.',
  ),
  ...write(
    'agency',
    'agency',
    'The independent adviser has taken the referral and will ring at the agreed hour. She has our ' +
      'safe-contact note and nothing else.',
    'The school confirms a quiet word was possible. The children are well looked after in the mornings. ' +
      'It knows what it needs to know and no more.',
    'The health visitor saw {them} alone. {They} is eating again and asked for the next visit to be at the clinic.',
    'The housing options team of the council has received the form. No reference to the present address ' +
      'is on anything that goes out.',
  ),
  ...write(
    'note',
    'record',
    'A message came on the general line for {them}. The caller gave a company name that does not exist. ' +
      'Nothing was said to the caller.',
    'When we leave word with the surgery, {they} would like us to say “the friend from the library” and nothing else.',
    'Bank holiday ahead: asked {them} what the long weekend is like. {They} will be at {their} aunt’s.',
  ),
];

export const correction =
  'Correction: the day was one earlier than first written; {they} looked it up in {their} calendar. The rest stands.';
export const lateEntry =
  'Written up late: the day on which we knew is the one above, and it was noted only now.';
