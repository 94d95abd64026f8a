import { outside, pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import type { ImportKind } from '../../../kit/web/importing/importKind.ts'
import { ImportWizard } from '../../../kit/web/importing/ImportWizard.tsx'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toast, toastUndo } from '../../../kit/web/toasts.ts'
import type { SurveyDetail } from '../../../surveys/contract.ts'
import type { Question } from '../../../surveys/question.ts'
import { SurveyFrame } from '../../../surveys/web/frame/SurveyFrame.tsx'
import { WithSurvey } from '../../../surveys/web/frame/WithSurvey.tsx'
import { asMapping, guessFields, importFields, sampleOf } from './importFields.ts'
import { imports, surveys } from '../client.ts'
import { invalidateResponseQueries, removedWords } from './invalidateResponseQueries.ts'
import { Imports } from './Imports.tsx'

/** Past answers from a table: dropped, mapped, tried, imported, and taken back where it went wrong. */
export const HistoryPage = () => <WithSurvey>{survey => <History key={survey.id} survey={survey} />}</WithSurvey>

function History({ survey }: { survey: SurveyDetail }) {
  const may = useMay('responses.import')
  return (
    <SurveyFrame survey={survey}>
      <div>
        {!may ? (
          <Notice icon="lock" title={t('Only analysts and administrators import past answers')}>
            {t('Ask one of them; what they import appears under Results.')}
          </Notice>
        ) : survey.version === 0 ? (
          <Notice
            icon="lock"
            title={t('Publish the survey first')}
            actions={<LinkButton href={pathTo('/surveys/$id/publish', { id: survey.id })}>{t('To publishing')}</LinkButton>}
          >
            {t('Past answers are read against the questions that were published.')}
          </Notice>
        ) : (
          <Section title={t('Import past answers')} note={t('They count in results and trends; they raise no alerts')}>
            <p className="mb-4 text-small text-ink-2">
              {t('No data at hand?')}{' '}
              <TextLink href={outside('/samples/feedback.csv')} download="feedback.csv">
                {t('Take 600 made-up answers with dates, units, stars, scores and comments')}
              </TextLink>
            </p>
            <Published survey={survey} />
          </Section>
        )}
      </div>
      <Imports survey={survey.id} may={may} />
    </SurveyFrame>
  )
}

/** Past answers are read against what was published, not against a draft that nobody answered. */
function Published({ survey }: { survey: SurveyDetail }) {
  const versions = useQuery(surveys.listVersions.query({ params: { id: survey.id }, query: { limit: 1 } }))
  return (
    <Load query={versions}>
      {({ items: [newest] }) => <Wizard survey={survey} questions={newest?.content.questions ?? survey.draft.questions} />}
    </Load>
  )
}

function Wizard({ survey: { id, anonymous }, questions }: { survey: SurveyDetail; questions: readonly Question[] }) {
  const [createUnits, setCreateUnits] = useState(true)
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: (importId: string) => imports.undoImport({ params: { id: importId } }),
    onSuccess: ({ removed }) => toast(removedWords(removed)),
    onSettled: () => invalidateResponseQueries(queries, id),
  })
  const [last, setLast] = useState<string | null>(null)
  const fields = importFields(questions, anonymous)
  const kind: ImportKind = {
    fields,
    needed: fields.filter(field => field.id.startsWith('answer.')).map(field => field.id),
    segments: true,
    variant: yes(createUnits),
    guess: header => guessFields(header, questions),
    sample: { name: 'answers.csv', text: sampleOf(questions) },
    send: async (file, { dryRun, map }) => {
      const query = { dry_run: yes(dryRun), createUnits: yes(createUnits), map: JSON.stringify(asMapping(map)) }
      const done = await imports.importResponses({ params: { id }, query, body: file }, { timeout: 600_000 })
      if (done.id) setLast(done.id)
      if (done.id)
        toastUndo(t('{n, plural, one {# answer} other {# answers}} imported', { n: done.imported }), () => undo.mutate(done.id!))
      return { created: done.imported, skipped: done.skipped, skippedCount: done.skippedCount, notes: notesOf(done) }
    },
  }
  return (
    <ImportWizard
      kind={kind}
      label={t('A CSV file with one row for each answer')}
      extra={
        <Checkbox
          checked={createUnits}
          onChange={setCreateUnits}
          hint={t('Else a row of an unknown unit is left out, with the reason.')}
        >
          {t('Add units that are not in the directory yet')}
        </Checkbox>
      }
      onDone={() => invalidateResponseQueries(queries, id)}
      done={
        <span className="flex flex-wrap gap-2">
          <LinkButton variant="main" href={pathTo('/surveys/$id/results', { id })}>
            {t('See the results')}
          </LinkButton>
          {last && (
            <LinkButton href={pathTo('/responses', { survey: id, import: last })}>{t('Read what was imported')}</LinkButton>
          )}
        </span>
      }
    />
  )
}

const yes = (on: boolean) => (on ? ('true' as const) : ('false' as const))

function notesOf({ undated, skipped, skippedCount }: { undated: number; skipped: unknown[]; skippedCount: number }): string[] {
  return [
    ...(undated > 0
      ? [t('{n, plural, one {# row has} other {# rows have}} no date: they count from the moment of the import.', { n: undated })]
      : []),
    ...(skippedCount > skipped.length
      ? [t('Only the first {n} of the rows that are left out are listed.', { n: skipped.length })]
      : []),
  ]
}
