-- The day on which an alert counts, that of the answer that raised it: to know which alerts are of a period, nothing else need be read.
alter table alert add column answered_on date;
update alert a set answered_on = coalesce(
  (select r.responded_on from response r where r.org_id = a.org_id and r.id = a.response_id), a.opened_at::date);
alter table alert alter column answered_on set not null;

-- Which clocks were ever broken: Insights count them for all alerts of a period at once, and most steps are warnings and reminders.
create index sla_step_broken on sla_step (org_id, clock_id) where step = 'breach';
