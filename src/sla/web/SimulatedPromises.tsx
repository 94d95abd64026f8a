import { t } from '../../kit/i18n.ts'
import { clock, day } from '../../kit/words.ts'
import type { ClockLogEntry } from '../clockLog.ts'
import { type Simulated, type Simulation, simulate } from '../simulate.ts'
import { notifyWords, targetWords } from '../words.ts'

/** What a policy would promise, target by target: due when, why, and what happens if nobody acts. */
export function SimulatedPromises({ simulation }: { simulation: Simulation }) {
  const promises = simulate(simulation, t)
  return (
    <ol className="grid gap-5">
      {promises.map(promise => (
        <li key={promise.target} className="border-t border-line pt-3 first:border-t-0 first:pt-0">
          <SimulatedPromiseItem promise={promise} zone={simulation.zone} />
        </li>
      ))}
    </ol>
  )
}

function SimulatedPromiseItem({ promise, zone }: { promise: Simulated; zone: string }) {
  const { explanation, dueAt } = promise
  return (
    <>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b>{targetWords(promise.target)}</b>
        <span className="tabular-nums">{dueAt === null ? t('never due') : timeWords(dueAt, zone)}</span>
      </h3>
      <Bar pieces={explanation.lines} />
      <p className="text-small text-ink-2">{explanation.text}</p>
      <ul className="mt-2 grid gap-0.5 text-small text-ink-2">
        {promise.steps.map(step => (
          <li key={step.key} className="grid grid-cols-[minmax(0,1fr)_max-content] gap-3">
            <span>{stepWords(step)}</span>
            <span className="tabular-nums">{step.at === null ? t('never') : timeWords(step.at, zone)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Working time in ink, closed time as a hairline, each as long as it lasts; the end is when it is due. */
const Bar = ({ pieces }: { pieces: readonly ClockLogEntry[] }) => (
  <div aria-hidden className="my-1.5 flex h-3.5 items-center border-e-2 border-ink">
    {pieces.map(piece => (
      <span
        key={piece.from}
        className={piece.used > 0 ? 'h-1 min-w-0.5 bg-ink-2' : 'h-px min-w-0.5 bg-line-strong'}
        style={{ flexGrow: Math.max(1, (piece.to - piece.from) / 60_000) }}
      />
    ))}
  </div>
)

function stepWords({ key, kind, notify }: Simulated['steps'][number]): string {
  if (key === 'warning') return t('the owner is reminded')
  if (key === 'breach') return t('the promise is broken')
  return kind === 'reminder' ? t('the owner is reminded again') : t('{who} is asked to act', { who: notifyWords(notify) })
}

const timeWords = (at: number, zone: string): string => `${day(at, { zone, weekday: true })}, ${clock(at, zone)}`
