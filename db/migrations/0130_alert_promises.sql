-- What a rule promises to those it raises alerts for, and who is told when that is not kept.

alter table alert_rule add column policy_id uuid;
alter table alert_rule add constraint alert_rule_policy foreign key (org_id, policy_id) references policy (org_id, id);

-- Seniors named for it, because a promise was broken and a step of the ladder asks for them, the first one first.
alter table alert add column senior_ids uuid[] not null default '{}';
create index alert_by_senior on alert using gin (senior_ids) where senior_ids <> '{}';

-- Promises know their subject by type and id only: whatever removes an alert removes what was promised for it.
create function forget_alert_clocks() returns trigger language plpgsql as $$
begin
  delete from sla_clock where org_id = old.org_id and subject_type = 'alert' and subject_id = old.id;
  return null;
end $$;
create trigger alert_clocks_go after delete on alert for each row execute function forget_alert_clocks();
