import { ActivityFeed } from '../../../activity/web/ActivityFeed.tsx'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { WithSurvey } from '../frame/WithSurvey.tsx'

/** Who did what to this survey, and when. */
export function SurveyActivityPage() {
  return (
    <WithSurvey>
      {survey => (
        <SurveyFrame survey={survey}>
          <div className="max-w-measure">
            <ActivityFeed subjectId={survey.id} />
          </div>
        </SurveyFrame>
      )}
    </WithSurvey>
  )
}
