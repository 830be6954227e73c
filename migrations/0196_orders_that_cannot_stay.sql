-- An order that was read out on the telephone has no link that could be shut: that its contractor may not be sent any
-- more is a stop all the same, which somebody looks into once another has the order.
alter table works_answer alter column link_id drop not null,
  add check (link_id is not null or outcome = 'shut');
