import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import type { SurveyDetail } from '../../contract.ts'
import { SaveState, SaveTrouble } from '../draft/SaveState.tsx'
import { type SurveyDraft, useSurveyDraft } from '../draft/useSurveyDraft.ts'
import { type Device, SurveyPreview } from '../SurveyPreview.tsx'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { DESK, useMedia } from '../useMedia.ts'
import { WithSurvey } from '../frame/WithSurvey.tsx'
import { AddLanguage, Languages } from './Languages.tsx'
import { TextTranslations } from './TextTranslations.tsx'

export const TranslatePage = () => <WithSurvey>{survey => <Translator key={survey.id} survey={survey} />}</WithSurvey>

/** What is said in each language, side by side with what it is said for. */
function Translator({ survey }: { survey: SurveyDetail }) {
  const draft = useSurveyDraft(survey)
  const may = useMay('surveys.write')
  const desk = useMedia(DESK)
  const [search, setSearch] = useSearchParams({ to: '', show: 'all' })
  const [previewing, setPreviewing] = useState(false)
  const others = draft.draft.locales.filter(locale => locale !== draft.draft.locale)
  const to = others.find(locale => locale === search.to) ?? others[0]
  const choose = (locale: string) => setSearch({ to: locale })
  return (
    <SurveyFrame
      survey={{ ...survey, name: draft.draft.name }}
      actions={
        <>
          <SaveState draft={draft} />
          {!desk && to && <Button icon="eye" label={t('Preview')} onPress={() => setPreviewing(true)} />}
          <LinkButton href={pathTo('/surveys/$id/publish', { id: survey.id })} variant="main">
            {t('Publish')}
          </LinkButton>
        </>
      }
    >
      <SaveTrouble draft={draft} />
      {!may && <Notice>{t('You can look at the translations. Analysts and administrators change them.')}</Notice>}
      <div className="grid items-start gap-8 wide:grid-cols-[15rem_minmax(0,1fr)] desk:grid-cols-[15rem_minmax(0,1fr)_22.75rem]">
        <div className="min-w-0">
          <Languages draft={draft} to={to} may={may} onChoose={choose} />
          {may && <AddLanguage draft={draft} onAdded={choose} />}
        </div>
        {to ? (
          <TextTranslations
            draft={draft}
            to={to}
            may={may}
            missingOnly={search.show === 'missing'}
            onShow={show => setSearch({ show })}
          />
        ) : (
          <Empty icon="language" title={t('One language so far')}>
            {t('Add another one. What templates already say in it is filled in for you.')}
          </Empty>
        )}
        {to && desk && (
          <aside className="sticky top-18 min-w-0">
            <TranslationPreview draft={draft} to={to} />
          </aside>
        )}
      </div>
      <Sheet open={previewing && !desk && to !== undefined} onClose={() => setPreviewing(false)} title={t('Preview')}>
        {to && <TranslationPreview draft={draft} to={to} />}
      </Sheet>
    </SurveyFrame>
  )
}

function TranslationPreview({ draft, to }: { draft: SurveyDraft; to: string }) {
  const [device, setDevice] = useState<Device>('phone')
  return (
    <SurveyPreview
      id={draft.id}
      query={{ revision: draft.revision }}
      locales={[to]}
      locale={to}
      onLocale={() => {}}
      device={device}
      onDevice={setDevice}
    />
  )
}
