import { outside } from '../../paths.ts'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { matchColumns } from '../../columns.ts'
import { firstRecords } from '../../csvHead.ts'
import { t } from '../../i18n.ts'
import { count } from '../../words.ts'
import { explain } from '../problem.ts'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/form/FileDrop.tsx'
import { Notice } from '../ui/state/Notice.tsx'
import { Section } from '../ui/page/Section.tsx'
import { TextLink } from '../ui/TextLink.tsx'
import { ColumnMap } from './ColumnMap.tsx'
import { headOf, type ImportKind, type ImportOutcome } from './importKind.ts'
import { OutcomeView } from './OutcomeView.tsx'

interface ChosenFile {
  file: File
  header: string[]
  rows: string[][]
}

export interface ImportWizardProps {
  kind: ImportKind
  /** “A CSV file with units” */
  label: string
  /** Where it went, shown after the import. */
  done: ReactNode
  onDone?: (outcome: ImportOutcome) => void
  /** How it is imported, beyond the columns: asked below them. */
  extra?: ReactNode
}

/** Drop a file → say which column holds what → see what would happen, line by line → import → see what happened. */
export function ImportWizard({ kind, label, done, onDone, extra }: ImportWizardProps) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [map, setMap] = useState<Record<string, string>>({})
  const [fault, setFault] = useState<string | null>(null)
  const run = useMutation({
    mutationFn: ({ dryRun }: { dryRun: boolean }) => kind.send(chosen!.file, { dryRun, map }),
    onSuccess: (outcome, { dryRun }) => void (dryRun || onDone?.(outcome)),
    onError: () => {},
  })
  useEffect(() => {
    if (run.variables?.dryRun && !run.isError) run.mutate({ dryRun: true })
    // Only another choice asks again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kind.variant])
  const choose = async ([file]: File[]) => {
    if (!file) return
    run.reset()
    const [header, ...rows] = firstRecords(await headOf(file), 4)
    if (!header) return setFault(t('This file is empty. Its first line must name the columns.'))
    setFault(null)
    setChosen({ file, header, rows })
    setMap(foundIn(kind, header))
  }
  const change = (next: Record<string, string>) => {
    run.reset()
    setMap(next)
  }
  const wasDry = run.variables?.dryRun
  const imported = run.data && !wasDry
  return (
    <div className="flex max-w-[48rem] flex-col gap-6">
      {!imported && (
        <div>
          <FileDrop
            label={label}
            accept={['text/csv', '.csv', '.txt']}
            files={chosen ? [chosen.file] : []}
            onFiles={files => void choose(files)}
            error={fault}
          />
          <p className="mt-2 text-small text-ink-2">
            <TextLink
              href={kind.sample.href ?? outside(`data:text/csv;charset=utf-8,${encodeURIComponent(kind.sample.text ?? '')}`)}
              download={kind.sample.name}
            >
              {t('Take a sample file to begin with')}
            </TextLink>
          </p>
        </div>
      )}
      {chosen && !imported && (
        <Section title={t('Which column holds what')} note={t('Found by name; change what is wrong')}>
          <ColumnMap kind={kind} header={chosen.header} rows={chosen.rows} map={map} onChange={change} />
          {extra && <div className="mb-4">{extra}</div>}
          {!run.data && (
            <Button
              variant="main"
              onPress={() => run.mutate({ dryRun: true })}
              busy={run.isPending && t('Reading the file')}
              disabledReason={missing(kind, map)}
            >
              {t('Try it without changing anything')}
            </Button>
          )}
        </Section>
      )}
      {run.error && (
        <Notice tone="late" title={explain(run.error).title}>
          {explain(run.error).detail}
        </Notice>
      )}
      {run.data && (
        <OutcomeView outcome={run.data} dry={Boolean(wasDry)}>
          {wasDry ? <ImportButton outcome={run.data} busy={run.isPending} onPress={() => run.mutate({ dryRun: false })} /> : done}
        </OutcomeView>
      )}
    </div>
  )
}

function ImportButton({ outcome, busy, onPress }: { outcome: ImportOutcome; busy: boolean; onPress: () => void }) {
  const n = outcome.created + (outcome.updated ?? 0)
  return (
    <Button
      variant="main"
      busy={busy && t('Importing')}
      onPress={onPress}
      disabledReason={n === 0 && t('Nothing in this file would change anything.')}
    >
      {t('{n, plural, one {Import # line} other {Import {count} lines}}', { n, count: count(n) })}
    </Button>
  )
}

function foundIn(kind: ImportKind, header: string[]): Record<string, string> {
  if (kind.guess) return kind.guess(header)
  const fields = { names: kind.fields.map(field => field.id), prefixes: kind.segments ? ['segment.'] : [] }
  return Object.fromEntries([...matchColumns(header, fields)].map(([field, at]) => [field, header[at]!]))
}

function missing(kind: ImportKind, map: Record<string, string>): string | false {
  if (kind.needed.some(field => map[field])) return false
  const names = kind.needed.map(id => kind.fields.find(field => field.id === id)?.label ?? id)
  return t('Choose a column for {names} first.', { names: names.join(t(' or ')) })
}
