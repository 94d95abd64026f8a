-- Dashboards ask for one question, one segment and some units over a run of days; the item (an option, a row of a matrix) comes with them.
create index rollup_by_segment on rollup (org_id, survey_id, question_id, segment_key, segment_value, grain, unit_id, bucket);
drop index rollup_by_unit;
