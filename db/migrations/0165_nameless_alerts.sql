-- An alert is one answer, and of an anonymous answer nobody reads to which few it belongs: those raised before keep their owner, not their unit.
update alert a set unit_id = null, path = '[]' from survey s
  where s.org_id = a.org_id and s.id = a.survey_id and s.anonymous and a.response_id is not null;
