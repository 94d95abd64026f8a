/**
 * One definition per number, by id. The number after the @ rises when a formula changes, so that an old export still says
 * what it meant. The words are what "How is this computed?" opens in the console and what docs/api.md prints.
 */
export const definitions = {
  'nps@1': 'Share of promoters (9–10) minus share of detractors (0–6) among those who answered, × 100.',
  'csat@1':
    'Share of those who answered that chose one of the top boxes of the scale (two unless the rule says otherwise), in percent.',
  'ces-top@1': 'Share of those who answered that chose one of the top boxes of the effort scale, in percent.',
  'ces-mean@1': 'Mean answer on the effort scale.',
  'mean@1': 'Mean answer on the scale of the question.',
  'response-rate@1':
    'Complete answers ÷ delivered invitations (AAPOR RR1). Partial answers and bounces stand beside it; an invitation that a rule held back was none.',
  'coverage@1': 'Rated tickets ÷ resolved tickets.',
  'close-the-loop@1': 'Alerts whose customer was contacted within the target ÷ alerts that were due.',
  'recovery@1': 'Contacted detractors whose next score is 7 or more ÷ contacted detractors with a next score.',
  'recovery-comparison@1': 'Detractors nobody contacted whose next score is 7 or more ÷ those with a next score.',
  'recovery-difference@1': 'Recovery of contacted detractors minus recovery of those nobody contacted.',
  'time-to-close-median@1':
    'The time within which half of the alerts are closed; alerts still open count as open so far (Kaplan–Meier).',
  'time-to-close-p90@1':
    'The time within which nine in ten alerts are closed; alerts still open count as open so far (Kaplan–Meier).',
  'option-share@1':
    'Responses that chose the option ÷ responses that answered the question. Where several may be chosen, shares do not add up to one.',
  'cause-share@1':
    'Alerts with the cause ÷ alerts with any cause. An alert may have several causes: shares do not add up to one.',
  'nps-impact@1': 'NPS of all minus NPS without the responses that carry the cause. Impacts of overlapping causes do not add up.',
  'nps-change@1': 'NPS of the later period minus NPS of the earlier one.',
  'decomposition@1':
    'Change between two periods = change of who answered (mix) + change of how they answered (rate), bars at two-period means (Kitagawa).',
} as const

export type DefinitionId = keyof typeof definitions
