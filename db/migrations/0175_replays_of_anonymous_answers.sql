-- Earlier replays named as owner whoever manages the unit of an anonymous answer: they can be tried again.
delete from alert_replay p using alert_rule r, survey s
  where r.org_id = p.org_id and r.id = p.rule_id and s.org_id = r.org_id and s.id = r.survey_id and s.anonymous;
