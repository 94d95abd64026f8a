import { t } from '../../../kit/i18n.ts'
import { State } from '../../../kit/web/ui/State.tsx'
import type { SurveyRow } from '../../contract.ts'
import { stateSigns, stateWords } from '../words.ts'

export const SurveyState = ({ survey }: { survey: Pick<SurveyRow, 'state' | 'archivedAt' | 'version'> }) =>
  survey.archivedAt ? (
    <State kind="idle">{t('Archived')}</State>
  ) : (
    <State kind={stateSigns[survey.state]}>
      {survey.state === 'draft'
        ? t(stateWords.draft)
        : t('{state}, version {version}', { state: t(stateWords[survey.state]), version: survey.version })}
    </State>
  )
