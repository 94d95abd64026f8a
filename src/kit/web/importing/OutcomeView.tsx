import type { ReactNode } from 'react'
import { t } from '../../i18n.ts'
import { count } from '../../words.ts'
import { Notice } from '../ui/state/Notice.tsx'
import { Section } from '../ui/page/Section.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { type Column, Table } from '../ui/table/Table.tsx'
import type { ImportOutcome } from './importKind.ts'

type Skipped = ImportOutcome['skipped'][number]

const columns = (): Column<Skipped>[] => [
  { id: 'line', head: t('Line'), cell: row => count(row.line), num: true, width: '5rem' },
  { id: 'reason', head: t('Why'), cell: row => <span className="whitespace-normal">{row.reason}</span> },
]

/** What an import would do or did, with the reason for each line that is left out. */
export function OutcomeView({ outcome, dry, children }: { outcome: ImportOutcome; dry: boolean; children: ReactNode }) {
  const { created, updated, unchanged, skipped, notes = [] } = outcome
  return (
    <>
      <Section title={dry ? t('What would happen') : t('What happened')} note={dry && t('Nothing has been changed yet')}>
        <Stats>
          <Stat label={t('New')} value={count(created)} />
          {updated !== undefined && <Stat label={t('Changed')} value={count(updated)} />}
          {unchanged !== undefined && <Stat label={t('As before')} value={count(unchanged)} />}
          <Stat label={t('Left out')} value={count(outcome.skippedCount ?? skipped.length)} />
        </Stats>
        {notes.map(note => (
          <div key={note} className="mt-4">
            <Notice tone="info" title={note} />
          </div>
        ))}
        <div className="mt-4">{children}</div>
      </Section>
      {skipped.length > 0 && (
        <Section
          title={t('Lines that are left out')}
          note={t('Mend them in the file and import it again: what is there already stays as it is')}
        >
          <Table
            label={t('Lines that are left out')}
            columns={columns()}
            rows={skipped}
            rowId={row => `${row.line} ${row.reason}`}
            tight
          />
        </Section>
      )}
    </>
  )
}
