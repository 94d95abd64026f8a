import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { cx } from '../../../kit/web/cx.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import type { SurveyDetail } from '../../contract.ts'
import type { QuestionKind } from '../../question.ts'
import { whyNotPublish } from '../../readiness.ts'
import { SaveState, SaveTrouble } from '../draft/SaveState.tsx'
import { type SurveyDraft, useSurveyDraft } from '../draft/useSurveyDraft.ts'
import { blankQuestion, putQuestion } from '../draft/edits.ts'
import { type Device, SurveyPreview } from '../SurveyPreview.tsx'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { DESK, useMedia, WIDE } from '../useMedia.ts'
import { WithSurvey } from '../frame/WithSurvey.tsx'
import { PartEditor, titleOf } from './PartEditor.tsx'
import { OutlinePane } from './OutlinePane.tsx'

export const BuildPage = () => {
  const may = useMay('surveys.write')
  return <WithSurvey>{survey => (may ? <Builder key={survey.id} survey={survey} /> : <Looker survey={survey} />)}</WithSurvey>
}

function Builder({ survey }: { survey: SurveyDetail }) {
  const draft = useSurveyDraft(survey)
  const [wide, desk] = [useMedia(WIDE), useMedia(DESK)]
  const [{ at: asked }, setSearch] = useSearchParams({ at: '' })
  const [fresh, setFresh] = useState('')
  const [previewing, setPreviewing] = useState(false)
  const [device, setDevice] = useState<Device>('phone')
  const at = asked || (wide ? (draft.draft.questions[0]?.id ?? '-start') : '')
  const open = (at: string) => setSearch({ at })
  const add = (kind: QuestionKind) => {
    const question = blankQuestion(kind)
    draft.edit(now => putQuestion(now, question))
    setFresh(question.id)
    open(question.id)
  }
  const editor = (
    <PartEditor key={at.split('.')[0]} draft={draft} at={at} fresh={fresh} published={survey.version > 0} onOpen={open} />
  )
  const preview = <DraftPreview draft={draft} at={at} device={device} onDevice={setDevice} />
  return (
    <SurveyFrame
      survey={{ ...survey, name: draft.draft.name }}
      actions={
        <>
          <SaveState draft={draft} />
          {!desk && <Button icon="eye" label={t('Preview')} onPress={() => setPreviewing(true)} />}
          <LinkButton variant="main" href={pathTo('/surveys/$id/publish', { id: survey.id })}>
            {t('Publish')}
          </LinkButton>
        </>
      }
    >
      <SaveTrouble draft={draft} />
      <div className={cx('grid items-start gap-8 wide:grid-cols-[15rem_minmax(0,1fr)]', columns[device])}>
        <OutlinePane draft={draft} at={at} onOpen={open} onAdd={add} wanting={wantingIn(draft)} />
        {wide && <div className="min-w-0">{editor}</div>}
        {desk && <aside className="sticky top-18 min-w-0">{preview}</aside>}
      </div>
      {!wide && (
        <Sheet open={asked !== ''} onClose={() => open('')} title={titleOf(draft, at)}>
          {editor}
        </Sheet>
      )}
      <Sheet open={previewing && !desk} onClose={() => setPreviewing(false)} title={t('Preview')}>
        {preview}
      </Sheet>
    </SurveyFrame>
  )
}

const columns = {
  phone: 'desk:grid-cols-[15rem_minmax(0,1fr)_22.75rem]',
  desktop: 'desk:grid-cols-[15rem_minmax(0,1fr)_minmax(0,1.4fr)]',
}

/** Questions that keep the draft from being published. */
function wantingIn({ draft }: SurveyDraft): Set<string> {
  const at = whyNotPublish(draft, t).map(({ path }) => /^questions\.(\d+)/.exec(path)?.[1])
  return new Set(at.flatMap(i => (i === undefined ? [] : [draft.questions[Number(i)]!.id])))
}

function DraftPreview({
  draft,
  at,
  device,
  onDevice,
}: {
  draft: SurveyDraft
  at: string
  device: Device
  onDevice: (device: Device) => void
}) {
  const [locale, setLocale] = useState(draft.draft.locale)
  const { locales, thanks, questions } = draft.draft
  const page = at.startsWith('-thanks')
    ? { thanks: thanks.find(({ id }) => at === `-thanks.${id}`)?.id ?? thanks[0]?.id ?? '-' }
    : {}
  const question = questions.some(({ id }) => id === at) ? { question: at } : {}
  return (
    <SurveyPreview
      id={draft.id}
      query={{ ...page, ...question, revision: draft.revision }}
      first={questions[0]?.id === at}
      locales={locales}
      locale={locales.includes(locale) ? locale : draft.draft.locale}
      onLocale={setLocale}
      device={device}
      onDevice={onDevice}
    />
  )
}

/** For those who may look, not change. */
function Looker({ survey }: { survey: SurveyDetail }) {
  const [locale, setLocale] = useState(survey.draft.locale)
  const [device, setDevice] = useState<Device>('desktop')
  return (
    <SurveyFrame survey={survey}>
      <Notice>{t('You can look at this survey. Analysts and administrators change it.')}</Notice>
      <div className="mt-6 max-w-[64rem]">
        <SurveyPreview
          id={survey.id}
          query={{ revision: survey.revision }}
          locales={survey.draft.locales}
          locale={locale}
          onLocale={setLocale}
          device={device}
          onDevice={setDevice}
        />
      </div>
    </SurveyFrame>
  )
}
