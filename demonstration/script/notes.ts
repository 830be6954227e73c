/** What a worker writes beside a contact or an attempt: about what was said and agreed, never a judgement. */
export const firstContacts = [
  'Asked first whether it was safe to talk, and it was. Listened. {They} described the last weeks in ' +
    '{their} own time. Thanked {them} for telling us. Agreed when to speak again and by which number.',
  'Spoke for twenty minutes. {They} is on {their} own until half past five. Said that nothing is done ' +
    'without {them}, and what we would have to share if somebody’s life were at risk. {They} would like ' +
    'to think about security first.',
  'Called on the number that was given, from a withheld one. It was safe to talk. Talked about ' +
    'tonight: {they} will stay at {their} own home, has the phone charged and knows about 999 and 55.',
  '{They} chose what to talk about. Told about the helpline and the local service; {they} took the ' +
    'number in {their} head, not on paper.',
  '{They} wanted to know what the landlord may do and what stays between us. Explained both. {They} ' +
    'said that it was good that somebody called the same day.',
  'Short call, {they} had ten minutes. Safe until Thursday because {whom} is away. Agreed to meet ' +
    'tomorrow at the office, {they} will ask for the repairs desk.',
  'Spoke slowly, and stopped when {they} wished. {They} felt able to say more than before. The next ' +
    'call is with the same colleague.',
  '{They} cried and said sorry for it; said that there is nothing to be sorry for. We went through ' +
    'what {they} would do if it starts again tonight.',
] as const;

/** Where the first contact was not by phone. */
export const firstMeeting =
  'Met where {they} had named, and alone. {They} chose what to talk about. Told about the helpline and ' +
  'the local service; {they} took the number in {their} head, not on paper.';

/** What came back to a text that said no more than whom to call. */
export const replies = [
  '{They} wrote back that all is quiet, and rings on Thursday.',
  'A short answer: “Yes, tomorrow.” Nothing else was said, as agreed.',
  '{They} wrote that {they} would rather speak next week. Did not write again.',
] as const;

export const laterContacts = [
  'A quiet week. New locks are in and {they} has slept better. {They} asked about the window in the ' +
    'bathroom; raised as a priority.',
  '{They} has decided to stay for now. Said that this is {their} decision and that our support goes ' +
    'on. Next call on Tuesday.',
  'Talked about the tenancy, what each choice would mean and how long it takes. {They} will think ' +
    'about it and does not want anything sent.',
  'There were four more calls from {whom} on Saturday. {They} has kept them. Talked about how to keep ' +
    'them safely, and about reporting; {they} is not ready and knows that this may change at any time.',
  '{They} had a first appointment with the local service and felt listened to. Asked us to go ' +
    'on with the security works.',
  'Asked whether what was agreed is still safe, and it is. {They} has changed every password at ' +
    '{their} sister’s, because {whom} may have had some of them.',
  'Went through the money with {them}: the joint account, the loan in {their} name, the rent. ' +
    'Referral for advice agreed.',
  '{They} is worried about the weekend handover. Planned it together: in the supermarket, with {their} sister.',
  'Talked about the children, how they are and what the school knows. {They} would like the school ' +
    'told; agreed what to say and what not.',
  'A better month. {They} started at the college again. Wants to keep talking every second week.',
  'Short call to say that the camera works and that nobody has come. {They} laughed for the first time since we met.',
  'Hard week: {whom} came to {their} work. {They} has told the manager there. Looked at the plan ' +
    'again and changed the way home.',
] as const;

export const meetings = [
  'Met at the agreed place. Walked to the police station together and waited until {they} was seen.',
  'Met at the agreed place. Looked at the plan page by page; two things changed.',
  '{They} brought a friend, as {they} had asked to. Spoke about what staying and going would each need.',
  'Met as agreed, under the neutral name. {They} signed what was asked for and kept no copy.',
] as const;

/** By how it ended. */
export const slipNotes = {
  left: 'The line went to voicemail, and a few words were left before anybody thought. No name, no reason.',
  doNow: 'Ask at the next safe moment whether anybody else hears the messages; until then nobody rings.',
  done: 'Spoke with them: the phone was in their bag, and they have deleted it.',
} as const;

export const attemptNotes = {
  no_answer: [
    'Rang in an hour that was named as safe. It rang out. Nothing left.',
    'Tried at the time that was named. Will try again within the hour, from another withheld line.',
    'Rang once, from a withheld line, and put the phone down after six rings.',
  ],
  line_busy: ['Busy twice, ten minutes apart. Nothing left.', 'Unavailable. Not tried a third time today.'],
  call_dropped: [
    'Connected and ended at once. Did not ring back.',
    'Heard a door, then nothing. Did not ring back. Told the manager on call.',
  ],
} as const;

export const someoneElse = [
  'A man answered. Said it was about a parcel and ended the call. He asked which company.',
  'A child answered. Asked nothing, said wrong number.',
] as const;

export const suspectNothing = 'An older woman answered and said to ring later. Gave no name and no reason.';

export const planReasons = [
  {
    why: '{Whom} is at home all day today and answers every call. {They} told us that only the school gate is safe.',
    plan:
      'The pastoral lead at the school, who is trusted by {them}, passes on a sentence at pick-up ' +
      'and asks for a time. Nobody rings, writes or visits until then. The police marker on ' +
      'the address is confirmed.',
  },
  {
    why: 'The number that we were given was answered by {whom}. There is no other way that we know to be safe today.',
    plan:
      'The health visitor sees {them} alone tomorrow morning at the clinic and will ask. Until then ' +
      'nothing goes out, the repairs appointment included.',
  },
  {
    why: '{They} asked us in so many words not to make contact before {they} has left the house tomorrow.',
    plan:
      'We wait, as {they} wished. {They} will come to the desk at ten and ask for the lettings form. ' +
      'Two of the team know; everybody at the desk knows only to fetch us.',
  },
] as const;

export const declined =
  'There is a safe way: {they} told the housing officer of being at work until five. Please ring ' +
  'there first, and come back to me if that is not right.';
export const approved = [
  'Agreed. Trying today could make it worse, and there is somebody who can ask safely. Look at it again first thing.',
  'Agreed, on the wish of the person. Keep me told, and bring it back if anything changes tonight.',
] as const;
