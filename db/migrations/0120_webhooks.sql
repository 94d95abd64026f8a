-- Outgoing webhooks: where to, and what became of each thing that happened.

create table webhook_endpoint (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  url text not null,
  -- Verbs of the record, or their beginnings as in `alert.*`; null: everything that happens.
  kinds text[],
  -- failed: it took nothing for days, or said that it is gone; a person switches it on again.
  state text not null default 'on' check (state in ('on', 'off', 'failed')),
  -- What happened before is not sent.
  since timestamptz not null,
  -- Sealed with the installation's secret. After a rotation the former one signs too, for a while.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  failing_since timestamptz,
  -- It asked to be left alone, or the line to it is dead.
  rest_until timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select protect_table('webhook_endpoint');
create policy on_anywhere on webhook_endpoint for select using (current_org() is null);

-- How far the record was followed. Seals are numbered in the order in which they were committed, and every row goes into exactly one:
-- who has followed them up to here has seen every row in them, whenever its transaction ended.
create table webhook_cursor (
  org_id uuid not null references org (id) on delete cascade,
  seal integer not null,
  -- Rows that have no seal yet are looked at too, so that nothing waits for one.
  fresh uuid not null,
  primary key (org_id)
);
select protect_table('webhook_cursor');

-- One thing that happened goes to one endpoint once: that is the key. `event_id` is the id of the activity and of the message.
create table webhook_delivery (
  org_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  -- When it is due; while it is being sent, when whoever sends it counts as gone.
  next_at timestamptz not null,
  claim uuid,
  status integer,
  error text,
  reply text,
  tried_at timestamptz,
  took_ms integer,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (org_id, endpoint_id, event_id),
  foreign key (org_id, endpoint_id) references webhook_endpoint (org_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (org_id, endpoint_id, next_at) where state in ('waiting', 'sending');
create index webhook_delivery_age on webhook_delivery (org_id, created_at);
select protect_table('webhook_delivery');
