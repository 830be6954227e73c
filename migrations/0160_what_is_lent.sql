-- What is lent: safe phones, personal alarms. An item has a neutral number and no case: whoever looks after the cupboard
-- sees how many there are and where each stands. To whom it is lent is a row of the case, behind its wall.
create table stock_item (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- a kind of offer that comes out of stock (support/kinds.ts)
  kind text not null,
  number text not null check (number <> ''),
  -- make and model, where the charger is
  about text not null default '',
  added_at timestamptz not null,
  added_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff
);
create unique index stock_item_number on stock_item (organisation_id, lower(number));
create index stock_item_adder on stock_item (organisation_id, added_by) where added_by is not null;

-- What became of it, only ever added to; the last that was not struck out says where it stands (support/stock.ts).
create table stock_step (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  number integer not null,
  step text not null check (step in ('added', 'checked', 'faulty', 'issued', 'returned', 'lost', 'found', 'regained',
    'retired', 'struck')),
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- what a check found, by stock.ts: works, charged, emptied
  answers jsonb not null default '{}',
  -- the next day on which somebody tests it
  test_on date,
  -- about the thing alone: of whoever has it nothing is written here
  words text not null default '',
  strikes_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references stock_item,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, strikes_id) references stock_step,
  check ((step = 'struck') = (strikes_id is not null))
);
create unique index stock_step_number on stock_step (organisation_id, item_id, number);
create unique index stock_step_struck_once on stock_step (organisation_id, strikes_id) where strikes_id is not null;
create index stock_step_recorder on stock_step (organisation_id, recorded_by) where recorded_by is not null;

call lintel.protect('stock_item', $policy$(select lintel.roles()) && '{da_manager,da_worker,system}'::text[]$policy$);
call lintel.protect('stock_step', $policy$(select lintel.roles()) && '{da_manager,da_worker,system}'::text[]$policy$);
create policy own_name on stock_item as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and added_by is not distinct from lintel.staff());
create policy own_name on stock_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on stock_item, stock_step to lintel_app;

-- That it was issued for an offer: the step with which it left the cupboard, and the delivery that it was.
create table stock_loan (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  item_id uuid not null,
  issue_id uuid not null,
  delivery_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, offer_id) references support_offer,
  foreign key (organisation_id, item_id) references stock_item,
  foreign key (organisation_id, issue_id) references stock_step,
  foreign key (organisation_id, delivery_id) references support_step
);
create unique index stock_loan_issue on stock_loan (organisation_id, issue_id);
create unique index stock_loan_delivery on stock_loan (organisation_id, delivery_id);
create index stock_loan_case on stock_loan (organisation_id, case_id, offer_id);
create index stock_loan_offer on stock_loan (organisation_id, offer_id);
create index stock_loan_item on stock_loan (organisation_id, item_id);
call lintel.protect_case_child('stock_loan');
grant select, insert on stock_loan to lintel_app;

-- It is lost: that, and later what the person says of it. Nobody is blamed. The way of contact that led to it is in
-- doubt from then on, until it is agreed anew.
create table stock_loss (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  loan_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- whether somebody whom they fear has it, as they say
  feared text not null check (feared in ('yes', 'maybe', 'no', 'not_known', 'not_asked')),
  -- how they told us; '' where they were not asked
  way text not null default '',
  words text not null default '',
  safe_contact_id uuid,
  agreed_way_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, loan_id) references stock_loan,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, safe_contact_id) references safe_contact,
  foreign key (organisation_id, agreed_way_id) references agreed_way,
  check (num_nonnulls(safe_contact_id, agreed_way_id) <= 1)
);
create index stock_loss_case on stock_loss (organisation_id, case_id, recorded_at);
create index stock_loss_loan on stock_loss (organisation_id, loan_id);
create index stock_loss_recorder on stock_loss (organisation_id, recorded_by) where recorded_by is not null;
create index stock_loss_contact on stock_loss (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index stock_loss_way on stock_loss (organisation_id, agreed_way_id) where agreed_way_id is not null;
call lintel.protect_case_child('stock_loss');
create policy own_name on stock_loss as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on stock_loss to lintel_app;
