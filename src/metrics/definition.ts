/**
 * One definition per number, by id; responses/web/definitionWords.ts says in words what each means. The number after the @ rises when a formula
 * changes, so that an old export still says what it meant.
 */
export type DefinitionId =
  | 'nps@1'
  | 'csat@1'
  | 'ces-top@1'
  | 'ces-mean@1'
  | 'mean@1'
  | 'response-rate@1'
  | 'coverage@1'
  | 'close-the-loop@1'
  | 'alerts-opened@1'
  | 'alerts-waiting@1'
  | 'alerts-overdue@1'
  | 'closed-in-time@1'
  | 'recovery@1'
  | 'recovery-comparison@1'
  | 'recovery-difference@1'
  | 'time-to-close-median@1'
  | 'time-to-close-p90@1'
  | 'option-share@1'
  | 'cause-share@1'
  | 'cause-impact@1'
  | 'drivers@1'
  | 'nps-impact@1'
  | 'nps-change@1'
  | 'decomposition@1'
