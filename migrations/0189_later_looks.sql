-- What somebody confirmed is looked at again months later: how it is then, as they say it themselves, is a step of the
-- offer beside the others.
alter table support_step drop constraint support_step_step_check,
  add constraint support_step_step_check check (step in ('not_asked', 'taken', 'thinking', 'declined', 'approved',
    'ordered', 'delivered', 'confirmed', 'not_come', 'not_safe', 'ended', 'look_works', 'look_changed', 'look_broken',
    'look_gone', 'look_rather_not', 'look_handed_on', 'look_not_reached', 'details', 'struck'));
