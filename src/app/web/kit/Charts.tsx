import { Distribution } from '../../../kit/web/charts/Distribution.tsx'
import { Interval } from '../../../kit/web/charts/Interval.tsx'
import { ShareBar } from '../../../kit/web/charts/ShareBar.tsx'
import { Sparkline } from '../../../kit/web/charts/Sparkline.tsx'
import { Trend } from '../../../kit/web/charts/Trend.tsx'
import { Waterfall } from '../../../kit/web/charts/Waterfall.tsx'
import { type Column, Table } from '../../../kit/web/ui/table/Table.tsx'
import { percent, signed } from '../../../kit/words.ts'
import { Grid, Specimen } from './Specimen.tsx'

const course = [26, 27, 25, 29, 29.5, 31, 33, 32, 35, 36, 35, 37.6, 36.5, 35.5, 35, 35.1, 31.5, 23.5]
const months = course.map((value, i) => ({
  at: `${2024 + Math.floor((9 + i) / 12)}-${String(((9 + i) % 12) + 1).padStart(2, '0')}-01`,
  value: i === 3 ? null : value,
  low: value - 6.4 - i / 10,
  high: value + 6.4 + i / 10,
  n: 90 + i * 7,
  unfinished: i === course.length - 1,
}))

interface Cause {
  name: string
  share: number
  impact: number
  half: number
  course: number[]
}

const causes: Cause[] = [
  { name: 'Call-back not kept', share: 0.29, impact: -5.6, half: 1.2, course: [3, 4, 4, 5, 7, 9] },
  { name: 'No notice of works', share: 0.22, impact: -3.7, half: 1, course: [6, 5, 6, 7, 6, 7] },
  { name: 'Engineer late', share: 0.08, impact: -0.8, half: 0.9, course: [4, 3, 3, 2, 2, 2] },
]

const columns: Column<Cause>[] = [
  { id: 'name', head: 'Cause', cell: c => c.name },
  {
    id: 'course',
    head: '6 months',
    cell: c => <Sparkline label={`six months, from ${c.course[0]} to ${c.course.at(-1)}`} values={c.course} />,
    wide: true,
  },
  {
    id: 'share',
    head: 'Share of alerts',
    cell: c => <ShareBar label={percent(c.share)} share={c.share} low={c.share - 0.05} high={c.share + 0.05} max={0.4} />,
    wide: true,
  },
  { id: 'n', head: 'Share', cell: c => percent(c.share), num: true },
  {
    id: 'impact',
    head: 'NPS impact',
    cell: c => (
      <Interval
        label={signed(c.impact)}
        value={c.impact}
        low={c.impact - c.half}
        high={c.impact + c.half}
        domain={[-8, 2]}
        line={0}
        tone="bad"
        chance={c.half > -c.impact}
      />
    ),
    wide: true,
  },
  { id: 'points', head: 'Impact', cell: c => <b>{signed(c.impact)}</b>, num: true },
]

export const Charts = () => (
  <Specimen name="Charts">
    <h3 className="mb-2 font-strong">By month</h3>
    <Trend
      label="NPS rose from 26 in October 2024 to 37.6 in September 2025 and stands at 23.5 in March so far"
      points={months}
      bounds={[-100, 100]}
      events={[{ at: '2025-11-03', label: 'Call-back team moved, 3 Nov' }]}
      caption="Line: NPS; band: where it lies with 95 %. The gap is a month with too few answers to be shown."
    />
    <div className="mt-8">
      <Grid of={2}>
        <div>
          <h3 className="mb-2 font-strong">Who gave what</h3>
          <Distribution
            nps
            label="20 % detractors, 29 % passives, 51 % promoters"
            counts={[40, 18, 33, 35, 40, 72, 80, 230, 250, 430, 510]}
          />
        </div>
        <div>
          <h3 className="mb-2 font-strong">From 35.8 to 31.2</h3>
          <Waterfall
            label="NPS fell from 35.8 to 31.2, mostly through Northmoor"
            from={{ name: 'Oct – Dec', value: 35.8 }}
            to={{ name: 'Jan – 17 Mar', value: 31.2 }}
            steps={[
              { name: 'Northmoor', change: -5 },
              { name: 'Eastfen', change: -0.4 },
              { name: 'Southdown', change: 0.5 },
              { name: 'Westbay', change: 0.3 },
            ]}
          />
        </div>
      </Grid>
    </div>
    <div className="mt-8">
      <Table label="What costs most" columns={columns} rows={causes} rowId={c => c.name} />
    </div>
  </Specimen>
)
