-- What only one server can do gives way to what several can do together.

-- Foreign keys that emptied one column of theirs: the room that owns the column empties it before what it refers to goes.
-- Most of these never go, but with the whole organisation.
alter table absence drop constraint absence_org_id_delegate_id_fkey,
  add constraint absence_org_id_delegate_id_fkey foreign key (org_id, delegate_id) references person (org_id, id);
alter table alert drop constraint alert_org_id_response_id_fkey,
  add constraint alert_org_id_response_id_fkey foreign key (org_id, response_id) references response (org_id, id);
alter table customer_account drop constraint customer_account_org_id_owner_id_fkey,
  add constraint customer_account_org_id_owner_id_fkey foreign key (org_id, owner_id) references person (org_id, id);
alter table person drop constraint person_org_id_account_id_fkey, drop constraint person_org_id_user_id_fkey,
  add constraint person_org_id_account_id_fkey foreign key (org_id, account_id) references customer_account (org_id, id),
  add constraint person_org_id_user_id_fkey foreign key (org_id, user_id) references membership (org_id, user_id);
alter table practice drop constraint practice_org_id_alert_id_fkey, drop constraint practice_org_id_person_id_fkey,
  drop constraint practice_org_id_unit_id_fkey,
  add constraint practice_org_id_alert_id_fkey foreign key (org_id, alert_id) references alert (org_id, id),
  add constraint practice_org_id_person_id_fkey foreign key (org_id, person_id) references person (org_id, id),
  add constraint practice_org_id_unit_id_fkey foreign key (org_id, unit_id) references unit (org_id, id);

-- That a colleague left is written where they are taken out of the members.
drop trigger left_colleague on membership;
drop function mark_left_colleague();

-- Policies that asked whether the organisation is null ask a function instead.
create function outside_orgs() returns boolean language sql stable parallel safe return current_org() is null;
alter policy due_anywhere on outbox using (outside_orgs());
alter policy due_anywhere on sla_clock using (outside_orgs());
alter policy on_anywhere on webhook_endpoint using (outside_orgs());
alter policy own_org on api_key using (org_id = current_org() or outside_orgs()) with check (org_id = current_org() or outside_orgs());
alter policy own_org on membership using (org_id = current_org() or outside_orgs());
alter policy own_org on org using (id = current_org() or outside_orgs()) with check (id = current_org() or outside_orgs());
