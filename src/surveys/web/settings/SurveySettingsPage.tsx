import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { day } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toast, toastUndo } from '../../../kit/web/toasts.ts'
import type { SurveyDetail } from '../../contract.ts'
import { members, surveys } from '../client.ts'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { WithSurvey } from '../frame/WithSurvey.tsx'

export const SurveySettingsPage = () => <WithSurvey>{survey => <Settings survey={survey} />}</WithSurvey>

/** Who looks after it, and what becomes of it. */
const Settings = ({ survey }: { survey: SurveyDetail }) => (
  <SurveyFrame survey={survey}>
    <div className="max-w-measure">
      <Section title={t('Who looks after it')}>
        <Owner survey={survey} />
      </Section>
      <Section
        title={t('When it ends')}
        more={<TextLink href={pathTo('/surveys/$id', { id: survey.id, at: '-terms' })}>{t('Change')}</TextLink>}
      >
        <KeyValue
          facts={[
            [t('Closes'), survey.closesAt ? day(survey.closesAt) : t('when somebody closes it')],
            [t('Most answers'), survey.quota ?? t('no limit')],
            [t('Answers'), survey.anonymous ? t('anonymous') : t('with the person, where the link is personal')],
          ]}
        />
      </Section>
      <Fate survey={survey} />
    </div>
  </SurveyFrame>
)

function Owner({ survey }: { survey: SurveyDetail }) {
  const [mayList, mayWrite] = [useMay('members.manage'), useMay('surveys.write')]
  const queries = useQueryClient()
  const list = useQuery({ ...members.listMembers.query({ query: { limit: 200 } }), enabled: mayList })
  const change = useMutation({
    mutationFn: (owner: string) => surveys.changeSurvey({ params: { id: survey.id }, body: { owner } }),
    onSuccess: () => {
      toast(t('Handed over'))
      void queries.invalidateQueries({ queryKey: ['surveys'] })
    },
  })
  const known = (list.data?.items ?? []).filter(({ state }) => state === 'member')
  const options = known.map(({ userId, name, email }) => ({ id: userId, label: name || email, detail: email }))
  const now = survey.owner && { id: survey.owner.id, label: survey.owner.name || survey.owner.email }
  return (
    <Select
      label={t('Owner')}
      className="max-w-80"
      hint={t('Is told when somebody is stuck in the questionnaire, and of what goes wrong.')}
      disabledReason={!(mayList && mayWrite) && t('Only administrators hand a survey over.')}
      options={options.length > 0 ? options : now ? [now] : []}
      placeholder={t('Nobody')}
      value={change.isPending ? (change.variables ?? null) : (survey.owner?.id ?? null)}
      onChange={owner => change.mutate(owner)}
    />
  )
}

/** Closing, archiving, deleting: what it means stands beside each. */
function Fate({ survey }: { survey: SurveyDetail }) {
  const { id, state, archivedAt, version } = survey
  const params = { id }
  const act = useAct()
  const may = useMay('surveys.write')
  const whyNot = !may && t('Only analysts and administrators')
  const close = () =>
    act.mutate({ run: () => surveys.closeSurvey({ params }), said: t('Closed'), back: () => surveys.reopenSurvey({ params }) })
  const archive = () =>
    act.mutate({
      run: () => surveys.archiveSurvey({ params }),
      said: t('Archived'),
      back: () => surveys.restoreSurvey({ params }),
    })
  return (
    <Section title={t('What becomes of it')}>
      {state === 'live' && !archivedAt && (
        <Choice text={t('Close it: it takes no more answers. What was answered stays, and it can be opened again.')}>
          <Button disabledReason={whyNot} onPress={close}>
            {t('Close')}
          </Button>
        </Choice>
      )}
      {state === 'closed' && !archivedAt && (
        <Choice text={t('Open it again: links and invitations that went out work again.')}>
          <Button
            disabledReason={whyNot}
            onPress={() => act.mutate({ run: () => surveys.reopenSurvey({ params }), said: t('Open again') })}
          >
            {t('Open again')}
          </Button>
        </Choice>
      )}
      <Duplicate id={id} whyNot={whyNot} />
      {archivedAt ? (
        <Choice text={t('Bring it back into the list; it stays closed until you open it.')}>
          <Button
            disabledReason={whyNot}
            onPress={() => act.mutate({ run: () => surveys.restoreSurvey({ params }), said: t('Back in the list') })}
          >
            {t('Bring back')}
          </Button>
        </Choice>
      ) : (
        <Choice text={t('Archive it: closed and out of the list. Its answers and numbers stay.')}>
          <Button disabledReason={whyNot} onPress={archive}>
            {t('Archive')}
          </Button>
        </Choice>
      )}
      {version === 0 && <Remove survey={survey} whyNot={whyNot} />}
    </Section>
  )
}

const Choice = ({ text, children }: { text: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
    <p className="min-w-56 flex-1 text-ink-2">{text}</p>
    {children}
  </div>
)

interface SurveyAction {
  run: () => Promise<unknown>
  said: string
  back?: () => Promise<unknown>
}

function useAct() {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['surveys'] })
  return useMutation({
    mutationFn: ({ run }: SurveyAction) => run(),
    onSuccess: (_, { said, back }) => {
      if (back) toastUndo(said, () => void back().then(again))
      else toast(said)
      return again()
    },
  })
}

function Duplicate({ id, whyNot }: { id: string; whyNot: string | false }) {
  const navigate = useNavigate()
  const copy = useMutation({
    mutationFn: () => surveys.copySurvey({ params: { id }, body: {} }),
    onSuccess: made => void navigate({ href: pathTo('/surveys/$id', { id: made.id }) }),
  })
  return (
    <Choice text={t('Duplicate it: a new draft with the same questions and translations, without answers.')}>
      <Button disabledReason={whyNot} busy={copy.isPending} onPress={() => copy.mutate()}>
        {t('Duplicate')}
      </Button>
    </Choice>
  )
}

/** Gone is gone, so here we do ask. */
function Remove({ survey, whyNot }: { survey: SurveyDetail; whyNot: string | false }) {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => surveys.deleteSurvey({ params: { id: survey.id } }),
    onSuccess: async () => {
      await navigate({ href: pathTo('/surveys') })
      toast(t('Draft deleted'))
      await queries.invalidateQueries({ queryKey: ['surveys'] })
    },
  })
  return (
    <Choice text={t('Delete this draft. It was never published, so nobody has answered.')}>
      <Button variant="danger" disabledReason={whyNot} onPress={() => setAsking(true)}>
        {t('Delete draft')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Delete “{name}”?', { name: survey.name })}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t('Keep it')}</Button>
            <Button variant="danger" busy={remove.isPending} onPress={() => remove.mutate()}>
              {t('Delete draft')}
            </Button>
          </>
        }
      >
        {t('Its questions and translations are lost. This cannot be undone.')}
      </Dialog>
    </Choice>
  )
}
