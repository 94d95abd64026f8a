import { pathTo } from '../../../kit/paths.ts'
import { Avatars, Person } from '../../../kit/web/ui/Avatar.tsx'
import { LoopRing, type LoopRingProps } from '../../../kit/web/ui/LoopRing.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Progress } from '../../../kit/web/ui/state/Progress.tsx'
import { ScorePip } from '../../../kit/web/ui/ScorePip.tsx'
import { Stat, Stats } from '../../../kit/web/ui/Stat.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { CustomerQuote } from '../../../kit/web/ui/CustomerQuote.tsx'
import { left, percent, plusMinus } from '../../../kit/words.ts'
import { Interval } from '../../../kit/web/charts/Interval.tsx'
import { Grid, Row, Specimen } from './Specimen.tsx'

const now = Date.parse('2026-03-17T14:20:00Z')
const steps: readonly [string, LoopRingProps][] = [
  ['Arrived, overdue', { done: 0, next: 'late' }],
  ['Acknowledged, contact due', { done: 1, next: 'soon' }],
  ['Contacted', { done: 2 }],
  ['Resolved', { done: 3 }],
  ['Customer confirmed', { done: 4 }],
]
const words =
  'Third time in two weeks that the water was off without any warning. The engineer on Friday, Carl, was kind, but once more and I am taking the bakery to another supplier.'
const mark = (text: string, tone: 'bad' | 'risk' | 'good', n: number) => ({
  start: words.indexOf(text),
  end: words.indexOf(text) + text.length,
  tone,
  n,
})

export const Showing = () => (
  <>
    <Specimen name="The loop">
      <Row>
        {steps.map(([word, loop]) => (
          <span key={word} className="flex items-center gap-2">
            <LoopRing {...loop} size={28} /> {word}
          </span>
        ))}
      </Row>
    </Specimen>
    <Specimen name="States">
      <Row>
        <State kind="late">{left('2026-03-17T11:30:00Z', now)}</State>
        <State kind="soon">{left('2026-03-17T15:10:00Z', now)}</State>
        <State kind="running">{left('2026-03-19T14:20:00Z', now)}</State>
        <State kind="paused">Waiting for the customer</State>
        <State kind="kept">Kept</State>
        <State kind="idle">Not started</State>
      </Row>
      <Row>
        <State kind="good">It worked</State>
        <State kind="even">Too close to call</State>
        <State kind="failed">It did not work</State>
        <State kind="hidden">Not shown</State>
        {[2, 8, 10].map(score => (
          <ScorePip key={score} score={score} />
        ))}
        <ScorePip score={3} camp={null} />
      </Row>
    </Specimen>
    <Specimen name="A person’s words">
      <CustomerQuote
        text={words}
        marks={[
          mark('without any warning', 'bad', 1),
          mark('was kind', 'good', 2),
          mark('taking the bakery to another supplier', 'risk', 3),
        ]}
      />
      <div className="mt-4">
        <CustomerQuote text="انقطعت المياه للمرة الثالثة دون أي إنذار." lang="ar" size="read" />
      </div>
    </Specimen>
    <Specimen name="People">
      <Row>
        <Person big name="Omar Haddad" detail="Manager, Kelby" />
        <Person big here name="Ada Okafor" detail="here now" />
        <span className="flex items-center gap-2 text-small text-ink-2">
          <Avatars names={['Mira Lindqvist', 'Tomasz Zielinski', 'Jill Marsh']} /> Mira and two others are looking at this
        </span>
      </Row>
    </Specimen>
    <Specimen name="Figures">
      <Grid>
        <Stat label="NPS, this quarter" value="31" beside="± 4" big href={pathTo('/kit')}>
          <Interval label="31, between 27.6 and 34.7" value={31} low={27.6} high={34.7} domain={[-100, 100]} width="12.5rem" />
        </Stat>
        <Stat label="Trevor Quay" value={null} detail="2 answers, shown from 5" />
        <Progress label="Importing answers" done={8214} total={12000}>
          About 20 seconds left. You can leave this page.
        </Progress>
      </Grid>
      <div className="mt-6">
        <Stats>
          <Stat label="Answered" value={percent(0.35)} detail="1,842 of 5,263 delivered" />
          <Stat label="Alerts opened" value="369" detail="41 still open" href={pathTo('/kit')} />
          <Stat label="Contacted in time" value={percent(0.93)} detail="343 of 369" />
          <Stat label="Mean" value={plusMinus(4.2, 4.0, 4.4)} detail="of 5" />
        </Stats>
      </div>
    </Specimen>
    <Specimen name="Notices">
      <Grid of={2}>
        <Notice tone="info">You see the client’s progress, never their answers.</Notice>
        <Notice tone="soon">
          Alder Works is closed on Friday. Promises move to Monday. <TextLink href={pathTo('/kit')}>See which</TextLink>
        </Notice>
        <Notice icon="lock">Set by the directory, which is imported nightly.</Notice>
        <Notice tone="late" title="Three mails could not be delivered">
          The addresses do not exist. <TextLink href={pathTo('/kit')}>See whose</TextLink>
        </Notice>
      </Grid>
    </Specimen>
  </>
)
