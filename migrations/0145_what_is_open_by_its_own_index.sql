-- What is on a day is a fraction of what anybody has ever planned, and of what all agencies owe.
create index planned_contact_open on planned_contact (organisation_id, staff_id) where ended_at is null;
create index plan_action_agency on plan_action (organisation_id, case_id, due_on)
  where state = 'open' and owner = 'agency';
