import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import type { Column } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { Summary, UnitRow } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import { alertsHref, selectionInUnit } from '../drillDownHrefs.ts'
import { ProportionCell } from './ProportionCell.tsx'

type UnitLoopNumbers = LoopNumbers['units'][number]

/** What became of each unit's alerts: how many are closed, and what was promised for them and kept. */
export function loopColumns({ units, closeTheLoop, closedInTime }: LoopNumbers, summary: Summary): Column<UnitRow>[] {
  const loops = new Map(units.map(unit => [unit.id, unit]))
  const column = (
    id: string,
    head: string,
    cell: (loop: UnitLoopNumbers, row: UnitRow) => ReactNode,
    wide: boolean,
  ): Column<UnitRow> => ({
    id,
    head,
    num: true,
    wide,
    cell: row => {
      const loop = loops.get(row.id)
      return loop ? cell(loop, row) : <span className="text-ink-3">–</span>
    },
  })
  const inTime = (promise: 'contact' | 'resolve', row: UnitRow) => ({
    href: alertsHref(selectionInUnit(summary, row), 'all', { promise: `${promise}-kept` }),
    all: alertsHref(selectionInUnit(summary, row), 'all', { promise: `${promise}-due` }),
  })
  return [
    ...(units.length > 0
      ? [column('closed', t('Alerts closed'), (loop, row) => <Closed loop={loop} row={row} summary={summary} />, true)]
      : []),
    ...(closeTheLoop?.kind === 'score'
      ? [
          column(
            'contacted',
            t('Contacted in time'),
            (loop, row) => <ProportionCell shown={loop.closeTheLoop} {...inTime('contact', row)} />,
            true,
          ),
        ]
      : []),
    ...(closedInTime?.kind === 'score'
      ? [
          column(
            'resolved',
            t('Closed in time'),
            (loop, row) => <ProportionCell shown={loop.closedInTime} {...inTime('resolve', row)} />,
            true,
          ),
        ]
      : []),
  ]
}

const Closed = ({ loop: { opened, closed }, row, summary }: { loop: UnitLoopNumbers; row: UnitRow; summary: Summary }) => (
  <>
    <TextLink look="open" href={alertsHref(selectionInUnit(summary, row), 'closed')}>
      {count(closed)}
    </TextLink>{' '}
    <span className="text-small text-ink-3">
      <TextLink look="open" href={alertsHref(selectionInUnit(summary, row), 'all')}>
        {t('of {n}', { n: count(opened) })}
      </TextLink>
    </span>
  </>
)

/** On a phone, where columns are few: the same in words. */
export function LoopLine({ loop: { units }, unit }: { loop: LoopNumbers; unit: string }) {
  const found = units.find(({ id }) => id === unit)
  if (!found) return null
  const { opened, closed, closedInTime } = found
  return (
    <span className="block text-small font-regular text-ink-3 wide:hidden">
      {t('{closed} of {n} closed', { closed: count(closed), n: count(opened) })}
      {closedInTime?.kind === 'score' && <>, {t('{share} in time', { share: percent(closedInTime.score) })}</>}
    </span>
  )
}
