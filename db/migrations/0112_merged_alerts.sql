-- Several alerts of one customer are one matter: all but one follow the one that is kept, and can be taken apart again.
alter table alert add column merged_into uuid;
-- What it was before, for who takes it apart: {state, owner, acknowledged, contacted, resolved, confirmed, reopened, outcome, note}
alter table alert add column before_merge jsonb;
alter table alert add constraint alert_merged_into foreign key (org_id, merged_into) references alert (org_id, id);
alter table alert add constraint alert_not_into_itself check (merged_into <> id);
create index alert_merged on alert (org_id, merged_into) where merged_into is not null;
