import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { LoadList } from '../../kit/web/ui/state/LoadList.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { toastError } from '../../kit/web/toasts.ts'
import type { SurveyLinkRow } from '../../surveys/contract.ts'
import { surveys } from '../../surveys/web/client.ts'
import { LinkSheet } from './LinkSheet.tsx'
import { NewLinkDialog } from './NewLinkDialog.tsx'

/** Open links: on paper, in a letter, on a screen, in one's own site. */
export function Links({ surveyId, whyNot }: { surveyId: string; whyNot: string | undefined }) {
  const [making, setMaking] = useState(false)
  const [shown, setShown] = useState<SurveyLinkRow>()
  const list = useCursorList<SurveyLinkRow>(surveys.listLinks.pages({ params: { id: surveyId }, query: {} }))
  return (
    <Section
      title={t('Open links')}
      note={t('Anybody who has one may answer: as a QR code on the counter, in a letter, or inside your own site.')}
      more={
        <Button icon="add" disabledReason={whyNot} onPress={() => setMaking(true)}>
          {t('New link')}
        </Button>
      }
    >
      <LoadList
        list={list}
        skeleton={<Skeleton rows={2} round={false} />}
        empty={<p className="text-ink-2">{t('There is no open link yet.')}</p>}
      >
        {rows => (
          <ul>
            {rows.map(link => (
              <Row key={link.id} link={link} surveyId={surveyId} whyNot={whyNot} onShow={() => setShown(link)} />
            ))}
          </ul>
        )}
      </LoadList>
      <NewLinkDialog surveyId={surveyId} open={making} onClose={() => setMaking(false)} />
      {shown && <LinkSheet surveyId={surveyId} link={shown} onClose={() => setShown(undefined)} />}
    </Section>
  )
}

interface OpenLinkRowProps {
  link: SurveyLinkRow
  surveyId: string
  whyNot: string | undefined
  onShow: () => void
}

function Row({ link, surveyId, whyNot, onShow }: OpenLinkRowProps) {
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => surveys.closeLink({ params: { id: surveyId, linkId: link.id } }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['surveys'] }),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3 first:border-t-0">
      <div className="min-w-56 flex-1">
        <b>{link.name}</b>
        <p className="text-small break-all text-ink-3">{link.url}</p>
      </div>
      <span className="w-28 text-ink-2">{t('{n, plural, one {# answer} other {# answers}}', { n: link.responses })}</span>
      {link.closedAt ? (
        <State kind="idle">{t('closed')}</State>
      ) : (
        <span className="flex gap-2">
          <Button size="small" onPress={onShow}>
            {link.kind === 'site' ? t('Snippet') : t('Link and QR code')}
            <span className="sr-only"> {link.name}</span>
          </Button>
          <Button size="small" busy={close.isPending} disabledReason={whyNot} onPress={() => close.mutate()}>
            {t('Close')}
            <span className="sr-only"> {link.name}</span>
          </Button>
        </span>
      )}
    </li>
  )
}
