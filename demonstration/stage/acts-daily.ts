import { agreedIn } from '#modules/agreement/index.ts';
import { keepContact, planContact, plannedOf } from '#modules/diary/index.ts';
import { approvedTexts, markersOfCase, placeMarker, reviewMarker } from '#modules/markers/index.ts';
import { markFactor, recordAdvice, recordEquality, recordNeeds } from '#modules/needs/index.ts';
import { addTask, finishTask, recordSupervision } from '#modules/tasks/index.ts';
import { askInEmergency, findEmergencyUse, restrictAccess, reviewEmergency } from '#modules/wall/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { contactGate } from '#rules/gate.ts';
import type { Acts, InCase } from './acting.ts';
import { caseFile } from './casework-file.ts';
import { colleague } from './landlord.ts';
import { personBy } from './register.ts';

export const dailyActs: Acts<
  | 'plan-contact'
  | 'keep-contact'
  | 'add-task'
  | 'finish-task'
  | 'review-case'
  | 'place-marker'
  | 'end-markers'
  | 'child-needs'
  | 'describe-themselves'
  | 'mark-factor'
  | 'seek-advice'
  | 'restrict'
  | 'ask-in-emergency'
  | 'review-emergency'
> = {
  async 'plan-contact'(here, { channel, startsAt: asked }) {
    const { tx } = here.acting;
    const office = signedIn(here);
    const startsAt = await agreedMoment(here, asked);
    const plannedId = await planContact(tx, office, {
      caseId: here.caseId,
      staffId: office.staff,
      secondStaffId: null,
      channel,
      over: 'first',
      agreedWayId: null,
      purpose: 'talk',
      startsAt,
      endsAt: startsAt.add({ minutes: 45 }),
      place: '',
      alsoThere: '',
      interpreter: 'not_needed',
      loneWorking: channel === 'agreed_place',
      twoPeople: false,
      twoPeopleWhy: '',
      checkInBy: channel === 'agreed_place' ? startsAt.add({ minutes: 75 }) : null,
      safeContactId: null,
      against: [],
      outsideWhy: '',
    });
    return { plannedId };
  },
  async 'keep-contact'(here) {
    const { acting, caseId, before } = here;
    const planned = await plannedOf(acting.tx, acting.organisation, caseId, before.plannedId ?? '');
    if (planned) await keepContact(acting.tx, signedIn(here), planned);
    return undefined;
  },
  async 'add-task'(here, { what, dueOn }) {
    const office = signedIn(here);
    const { caseId, before } = here;
    const taskId = await addTask(here.acting.tx, office, { caseId, ownerId: office.staff, what, dueOn });
    return { taskIds: [...(before.taskIds ?? []), taskId] };
  },
  async 'finish-task'({ acting: { tx, office }, before }, { nth }) {
    const taskId = before.taskIds?.[nth];
    if (taskId) await finishTask(tx, office, { taskId, how: 'done' });
    return undefined;
  },
  async 'review-case'(here, { discussed }) {
    const { acting, caseId } = here;
    const { tx, office } = acting;
    const { leadId } = await caseFile(acting, caseId);
    const review = { caseId, leadId, heldAt: office.now, discussed, actions: [] };
    await recordSupervision(tx, signedIn(here), review);
    return undefined;
  },
  async 'place-marker'({ acting, caseId }, { nth, reviewOn, why }) {
    const { propertyId } = await caseFile(acting, caseId);
    const text = approvedTexts[nth];
    if (propertyId && text)
      await placeMarker(acting.tx, acting.office, {
        propertyId,
        caseId,
        text,
        audiences: ['repairs', 'lone_workers'],
        reviewOn,
        why,
      });
    return undefined;
  },
  async 'end-markers'({ acting, caseId }) {
    const { tx, office, organisation } = acting;
    for (const marker of await markersOfCase(tx, organisation, caseId))
      await reviewMarker(tx, office, marker, { decision: 'ended', reason: 'They no longer need it' });
    return undefined;
  },
  async 'child-needs'({ acting, caseId, before }, { school, words }) {
    if (!before.childId) return undefined;
    const none = { need: '', done: '' };
    await recordNeeds(acting.tx, acting.office, {
      caseId,
      personId: before.childId,
      child: true,
      seen: 'yes',
      heard: 'yes',
      age: null,
      schoolKnown: 'yes',
      ownWords: words,
      support: { need: 'Somebody of their own to talk to', done: 'On the list of the children’s worker' },
      safety: none,
      health: none,
      school: { need: school, done: '' },
      language: none,
      adjustments: none,
    });
    return undefined;
  },
  async 'describe-themselves'({ acting: { tx, office }, caseId }, { religion, disability }) {
    await recordEquality(tx, office, {
      caseId,
      ethnicity: 'prefers_not',
      ethnicityWords: '',
      disability: disability ? 'yes' : 'no',
      disabilityWords: disability ? 'I do not hear well on the left' : '',
      orientation: 'prefers_not',
      orientationWords: '',
      religion,
      religionWords: '',
      sex: 'not_asked',
      gender: 'not_asked',
      genderWords: '',
      pregnancy: 'no',
    });
    return undefined;
  },
  async 'mark-factor'({ acting: { tx, office }, caseId }, { factor, why }) {
    await markFactor(tx, office, { caseId, characteristic: factor, why });
    return undefined;
  },
  async 'seek-advice'({ acting: { tx, office }, caseId }, { factor, fromWhom, advised, done }) {
    const advice = { caseId, soughtAt: office.now, fromWhom, about: [factor], advised, done };
    await recordAdvice(tx, office, advice);
    return undefined;
  },
  async restrict({ acting, caseId }, { to, reason }) {
    const staffIds = to.map((post) => colleague(acting, post).id);
    await restrictAccess(acting.tx, acting.office, { caseId, staffIds, reason });
    return undefined;
  },
  async 'ask-in-emergency'({ acting }, { person, words }) {
    const { tx, office, organisation } = acting;
    const personId = await personBy(tx, organisation, person);
    if (!personId) return undefined;
    const asked = { by: 'person', personId } as const;
    const { useId } = await askInEmergency(tx, office, { asked, reason: 'lead_away', words });
    return { useId };
  },
  async 'review-emergency'({ acting, before }, { done }) {
    const { tx, office, organisation } = acting;
    const use = await findEmergencyUse(tx, organisation, before.useId ?? '');
    if (use) await reviewEmergency(tx, office, use, { finding: 'appropriate', done });
    return undefined;
  },
};

/**
 * What is still to come is planned as colleagues plan it: at the first half-hour from then on that was agreed. What the
 * story has kept already stays where it was kept.
 */
async function agreedMoment(
  { acting: { tx, organisation, calendar, present }, caseId }: InCase,
  asked: Temporal.Instant,
): Promise<Temporal.Instant> {
  if (Temporal.Instant.compare(asked, present) < 0) return asked;
  const agreement = await agreedIn(tx, organisation, caseId);
  const halfHours = Array.from({ length: halfHoursAhead }, (_, nth) => asked.add({ minutes: nth * 30 }));
  return halfHours.find((now) => contactGate({ agreement, channel: 'phone', now, calendar }).open) ?? asked;
}

/** A week. */
const halfHoursAhead = 7 * 48;

function signedIn({ acting: { office } }: InCase) {
  return { ...office, staff: office.staff as StaffId };
}
