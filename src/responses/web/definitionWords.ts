import { msg } from '../../kit/i18n.ts'
import type { DefinitionId } from '../../metrics/definition.ts'

/** What each number means, in a sentence or two. */
export const definitionWords: Record<DefinitionId, string> = {
  'nps@1': msg('Share of promoters (9–10) minus share of detractors (0–6) among those who answered, × 100.'),
  'csat@1': msg(
    'Share of those who answered that chose one of the top boxes of the scale (two unless the rule says otherwise), in percent.',
  ),
  'ces-top@1': msg('Share of those who answered that chose one of the top boxes of the effort scale, in percent.'),
  'ces-mean@1': msg('Mean answer on the effort scale.'),
  'mean@1': msg('Mean answer on the scale of the question.'),
  'response-rate@1': msg(
    'Complete answers ÷ delivered invitations (AAPOR RR1). Partial answers and bounces stand beside it; an invitation that a rule held back was none.',
  ),
  'coverage@1': msg('Rated tickets ÷ resolved tickets.'),
  'close-the-loop@1': msg(
    'Alerts whose customer was contacted within the target ÷ alerts that were due: contacted, ever late, or closed without a contact. A promise once broken stays broken, though the alert is reopened.',
  ),
  'alerts-opened@1': msg(
    'Alerts raised by answers of the period, each on the day of its answer. What was merged into another alert counts there, with it, once.',
  ),
  'alerts-waiting@1': msg(
    'Waiting: not resolved so far, or reopened. Closed: resolved, whether or not the customer has confirmed it.',
  ),
  'alerts-overdue@1': msg(
    'Alerts that wait and whose promise is broken now. Once they are closed, or begin anew because they are reopened, they are late no longer; that they were stays counted under “in time”.',
  ),
  'closed-in-time@1': msg(
    'Alerts that were closed within the target ÷ alerts that were due: closed or ever late. A promise once broken stays broken, though the alert is reopened.',
  ),
  'recovery@1': msg(
    'Detractors with whom somebody spoke before they answered again, and whose next score is 7 or more ÷ those of them who answered again. Beside it the same of those with whom nobody spoke: low scores rise by themselves.',
  ),
  'recovery-comparison@1': msg('Detractors nobody contacted whose next score is 7 or more ÷ those with a next score.'),
  'recovery-difference@1': msg('Recovery of contacted detractors minus recovery of those nobody contacted.'),
  'time-to-close-median@1': msg(
    'The time within which half of the alerts are closed; alerts still open count as open so far (Kaplan–Meier).',
  ),
  'time-to-close-p90@1': msg(
    'The time within which nine in ten alerts are closed; alerts still open count as open so far (Kaplan–Meier).',
  ),
  'option-share@1': msg(
    'Responses that chose the option ÷ responses that answered the question. Where several may be chosen, shares do not add up to one.',
  ),
  'cause-share@1': msg(
    'Alerts with the cause ÷ alerts with any cause, whether it was named there or at an alert that was merged into it. An alert may have several causes: shares do not add up to one.',
  ),
  'cause-impact@1': msg(
    'The score of all answers minus the score without those that carry the cause: below zero it costs. An answer carries every cause of its alert and of what that was merged with. Impacts of overlapping causes do not add up.',
  ),
  'drivers@1': msg(
    'Share of R² of a linear model of the score, averaged over every order in which the measures can be taken in (Shapley, LMG); intervals by resampling the answers.',
  ),
  'nps-impact@1': msg(
    'NPS of all minus NPS without the responses that carry the cause. Impacts of overlapping causes do not add up.',
  ),
  'nps-change@1': msg('NPS of the later period minus NPS of the earlier one.'),
  'decomposition@1': msg(
    'Change between two periods = change of who answered (mix) + change of how they answered (rate), bars at two-period means (Kitagawa).',
  ),
}
