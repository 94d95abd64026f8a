import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { ScorePip } from '../../../kit/web/ui/ScorePip.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { type Column, type Sort, Table } from '../../../kit/web/ui/table/Table.tsx'
import { Tabs } from '../../../kit/web/ui/page/Tabs.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../../kit/web/ui/page/Timeline.tsx'
import { Tree, type TreeNode } from '../../../kit/web/ui/Tree.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { Grid, Specimen } from './Specimen.tsx'

interface Alert {
  id: string
  name: string
  score: number
  kind: 'late' | 'soon' | 'running'
  next: string
  owner: string
  came: string
}

const few: Alert[] = [
  {
    id: '1',
    name: 'Farid Mansour',
    score: 3,
    kind: 'late',
    next: 'Contact 2 h 50 min late',
    owner: 'Omar Haddad',
    came: 'Fri 16:20',
  },
  { id: '2', name: 'Dana Whitlock', score: 2, kind: 'soon', next: 'Contact in 50 min', owner: 'Omar Haddad', came: 'Mon 17:10' },
  {
    id: '3',
    name: 'Ines Carvalho',
    score: 5,
    kind: 'running',
    next: 'Resolve by tomorrow 11:00',
    owner: 'Jill Marsh',
    came: 'Mon 09:02',
  },
]
const many: Alert[] = Array.from({ length: 10_000 }, (_, i) => ({
  ...few[i % 3]!,
  id: String(i),
  name: `${few[i % 3]!.name} ${i + 1}`,
}))

const columns: Column<Alert>[] = [
  { id: 'name', head: 'Customer', cell: a => a.name, sortable: true },
  { id: 'score', head: 'Score', cell: a => <ScorePip score={a.score} />, sortable: true },
  { id: 'next', head: 'Next promise', cell: a => <State kind={a.kind}>{a.next}</State> },
  { id: 'owner', head: 'Owner', cell: a => a.owner, wide: true },
  { id: 'came', head: 'Came in', cell: a => <span className="text-ink-3">{a.came}</span>, num: true, wide: true },
]

export const Lists = () => (
  <>
    <Specimen name="Tabs and table">
      <AlertTable />
    </Specimen>
    <Specimen name="Tree">
      <Units />
    </Specimen>
    <Specimen name="Timeline, facts">
      <Grid of={2}>
        <Timeline
          entries={[
            {
              id: '1',
              icon: 'call',
              what: (
                <span>
                  <b>Omar</b> spoke with the customer
                </span>
              ),
              when: '14:31',
              children: 'Tanker booked for Wednesday 07:00. Promised a call before any further works.',
            },
            {
              id: '2',
              icon: 'up',
              what: (
                <span>
                  Escalated to <b>Mira Lindqvist</b>
                </span>
              ),
              when: '11:30',
              children: 'contact promise missed',
            },
            { id: '3', sign: 'soon', what: 'Alert raised by “Recovery, business”', when: 'Mon 17:10' },
          ]}
        />
        <KeyValue
          facts={[
            ['Account', 'Whitlock’s Bakery'],
            [
              'Unit',
              <TextLink key="unit" href={pathTo('/kit')}>
                Kelby
              </TextLink>,
            ],
            ['Phone', '01632 960 144'],
            null,
          ]}
        />
      </Grid>
    </Specimen>
  </>
)

function AlertTable() {
  const [tab, setTab] = useState<'mine' | 'all'>('mine')
  const [sort, setSort] = useState<Sort>({ by: 'name', down: false })
  const [selected, setSelected] = useState(new Set(['2']))
  const rows =
    tab === 'mine'
      ? [...few].sort((a, b) => (sort.by === 'score' ? a.score - b.score : a.name.localeCompare(b.name)) * (sort.down ? -1 : 1))
      : many
  return (
    <Tabs
      label="Alerts of"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'mine', label: 'Mine', n: 3 },
        { id: 'all', label: 'Everybody’s', n: 10_000 },
      ]}
    >
      <Table
        label="Alerts"
        columns={columns}
        rows={rows}
        rowId={a => a.id}
        onOpen={a => toast(`${a.name} opens`)}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        selectionActions={<TextLink onPress={() => toast('Given to Jill Marsh')}>Reassign</TextLink>}
      />
    </Tabs>
  )
}

const start: TreeNode[] = [
  {
    id: 'north',
    label: 'Northmoor',
    detail: 'Mira Lindqvist',
    children: [
      { id: 'kelby', label: 'Kelby', detail: 'Omar Haddad' },
      { id: 'alder', label: 'Alder Works' },
    ],
  },
  { id: 'east', label: 'Eastfen', detail: 'nobody yet', after: <Button size="small">Name a manager</Button> },
]

function Units() {
  const [expanded, setExpanded] = useState(new Set(['north']))
  return (
    <Tree
      label="Units"
      nodes={start}
      expanded={expanded}
      onExpand={setExpanded}
      onMove={(id, to) => toast(`${id} goes ${to.place} ${to.id}`)}
    />
  )
}
