// @words everybody
import { type Html, html, raw } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { count, days, isolated, percent, shortDay } from '../kit/words.ts'
import { type Brand, tonesOf } from '../mail/brand.ts'
import { button, heading, layout, paragraph, row, sansFont, tableFrame } from '../mail/layout.ts'
import type { Rendered } from '../mail/payload.ts'
import {
  scoreChangeWords,
  marginOfErrorWords,
  headlineWords,
  metricLabel,
  metricShort,
  scoreWords,
} from '../metrics/metricWords.ts'
import type { CauseRow } from './causeTable.ts'
import type { Summary } from './contract.ts'
import { bestAndWorst, type NamedUnit } from './digestUnits.ts'
import { findingOf } from './insightsFinding.ts'

/** What a digest tells of one survey: numbers and names, said in the reader's language when it is sent. */
export interface DigestSurvey extends Pick<Summary, 'metric' | 'score' | 'change' | 'responses' | 'units'> {
  id: string
  name: string
  /** Null where too few answered to tell any number. */
  alerts: { opened: number; closed: number; overdue: number } | null
  causes: Pick<CauseRow, 'id' | 'cause' | 'n' | 'share' | 'impact'>[]
  /** Weeks up to now; null where nobody, or too few, answered. */
  weeks: { at: string; value: number | null; low: number; high: number }[]
}

export interface DigestData {
  /** The week that is told, both days included. */
  from: string
  to: string
  main: DigestSurvey
  others: Pick<DigestSurvey, 'id' | 'name' | 'metric' | 'score' | 'change' | 'responses'>[]
}

/** With where one step stops it. */
export type MailedDigest = DigestData & { stop: string }

/** The name of the picture inside the mail. */
export const trendPicture = 'trend'

export function digestSubject({ main }: DigestData, t: Translate): string {
  const { score, metric } = main
  if (score.kind !== 'score') return t('Your week: {survey}', { survey: main.name })
  return t('Your week: {metric} {value}', { metric: metricShort(metric, t), value: headlineWords(score.score, score.unit, t) })
}

/** The week in one mail: score and change, its course, alerts, what causes most, where it is best and worst. Bars are tables: they show everywhere. */
export function digestMail(digest: MailedDigest, baseUrl: string, brand: Brand, t: Translate): Rendered {
  const data = withNames(digest, t)
  const { main, from, to } = data
  const subject = digestSubject(digest, t)
  const finding = sentence(data, t)
  const href = `${baseUrl}/insights?survey=${main.id}&time=days&from=${from}&to=${to}`
  const settings = `${baseUrl}/settings/notifications`
  const body = [
    small(days(from, to, t)),
    heading(finding),
    figures(scoreFigures(main, t)),
    ...courseOf(main, t),
    small(t('Alerts')),
    figures(alertFigures(main, t)),
    ...causesOf(main, t),
    ...unitsOf(main, href, brand, t),
    ...othersOf(data, t),
    button(t('Open insights'), href, brand),
  ]
  const link = (url: string, words: string) =>
    html`<a class="l" href="${url}" style="color:${tonesOf(brand).light};">${words}</a>`
  const foot = [
    html`${t('You get this each Monday because of your work in {org}.', { org: brand.name })}`,
    link(digest.stop, t('Stop the weekly digest')),
    link(settings, t('Change what reaches you by mail')),
  ]
  return {
    subject,
    html: layout({ preheader: finding, title: subject, lang: t.locale, dir: t.dir, brand, body, foot }),
    text: textOf(data, finding, t, [
      `${t('Open insights')}:\n${href}`,
      `--\n${t('You get this each Monday because of your work in {org}.', { org: brand.name })}\n${t('Stop the weekly digest')}: ${digest.stop}\n${t('Change what reaches you by mail')}: ${settings}`,
    ]),
  }
}

/** Names keep to themselves where the words around them run the other way. */
const withNames = ({ main, others, ...week }: DigestData, t: Translate): DigestData => ({
  ...week,
  main: {
    ...main,
    name: isolated(main.name, t),
    units: main.units.map(unit => ({ ...unit, name: isolated(unit.name, t) })),
    causes: main.causes.map(cause => ({ ...cause, cause: isolated(cause.cause, t) })),
  },
  others: others.map(other => ({ ...other, name: isolated(other.name, t) })),
})

const sentence = ({ main }: DigestData, t: Translate): string =>
  findingOf({ ...main, compared: { from: '', to: '' } }, main.causes, t)
    .map(part => part.words)
    .join(' ')

type Figure = [label: string, value: string, beside: string]

function scoreFigures({ score, change, metric, responses }: DigestSurvey, t: Translate): Figure[] {
  const answers: Figure = [t('Answers'), count(responses, t), '']
  if (score.kind !== 'score') return [[metricLabel(metric, t), '–', ''], answers]
  const { low, high } = score.interval
  const now: Figure = [
    metricLabel(metric, t),
    headlineWords(score.score, score.unit, t),
    marginOfErrorWords(low, high, score.unit, t),
  ]
  return [now, ...(change ? [changeFigure(change, score.unit, t)] : []), answers]
}

const changeFigure = ({ difference, interval }: NonNullable<Summary['change']>, unit: string, t: Translate): Figure => [
  t('Against the week before'),
  scoreChangeWords(difference, unit, t),
  t('{low} to {high}', { low: scoreChangeWords(interval.low, unit, t), high: scoreChangeWords(interval.high, unit, t) }),
]

const alertFigures = ({ alerts }: DigestSurvey, t: Translate): Figure[] =>
  alerts
    ? [
        [t('Opened'), count(alerts.opened, t), ''],
        [t('Closed'), count(alerts.closed, t), ''],
        [t('Overdue'), count(alerts.overdue, t), ''],
      ]
    : []

/** What the picture shows; undefined where there is none. */
function courseWords({ weeks, metric, score }: DigestSurvey, t: Translate): string | undefined {
  const known = weeks.filter(week => week.value !== null)
  if (known.length < 2 || score.kind !== 'score') return undefined
  const values = known.map(week => scoreWords(week.value!, score.unit, t)).join(', ')
  return t('{metric} by week: {values}', { metric: metricLabel(metric, t), values })
}

const sureWords = (t: Translate): string => t('Shaded, and after ±: we are 95 % sure that the score lies there.')

function courseOf(survey: DigestSurvey, t: Translate): Html[] {
  const { weeks, metric, score } = survey
  const alt = courseWords(survey, t)
  if (alt === undefined || score.kind !== 'score') return []
  const unit = score.unit
  const end = Date.parse(weeks.at(-1)!.at)
  const ends = [weeks[0]!, weeks.at(-1)!].map(
    ({ at, value }) => `${shortDay(at, end, undefined, t)}${value === null ? '' : `: ${scoreWords(value, unit, t)}`}`,
  )
  const title = t('{metric} by week', { metric: metricLabel(metric, t) })
  // Time runs from left to right, also where words do not.
  return [
    small(title),
    html`<tr><td style="padding-bottom:4px;"><img src="cid:${trendPicture}" alt="${alt}" width="528" style="display:block;width:100%;max-width:528px;height:auto;border:0;"></td></tr>`,
    html`<tr><td style="padding-bottom:4px;"><table ${tableFrame} dir="ltr"><tr><td class="f" align="left" dir="${t.dir}" style="${note}">${ends[0]}</td><td class="f" align="right" dir="${t.dir}" style="${note}">${ends[1]}</td></tr></table></td></tr>`,
    row(html`${sureWords(t)}`, { tag: 'f', font: '400 13px/18px', colour: '#616b75', below: 24 }),
  ]
}

const note = raw(`font:400 13px/18px ${sansFont.text};color:#616b75;`)

function causesOf({ causes }: DigestSurvey, t: Translate): Html[] {
  if (causes.length === 0) return []
  return [
    small(t('What causes most')),
    ...causes.map(({ cause, share, n }, i) => bar(cause, share, shareWords(share, n, t), endOf(t), i === causes.length - 1)),
  ]
}

const shareWords = (share: number, n: number, t: Translate): string =>
  `${t('{n, plural, one {# alert} other {# alerts}}', { n })} · ${percent(share, 0, t)}`

function unitsOf(survey: DigestSurvey, href: string, brand: Brand, t: Translate): Html[] {
  const { best, worst } = bestAndWorst(survey.units)
  if (!best || !worst) return []
  const line = (label: string, unit: NamedUnit): Html =>
    html`<tr><td class="s" style="${words}">${label}</td><td style="${words}"><a class="l" href="${href}&unit=${unit.id}" style="color:${tonesOf(brand).light};font-weight:600;overflow-wrap:break-word;">${unit.name}</a></td><td class="t" align="${endOf(t)}" style="${words}white-space:nowrap;padding:0;"><b>${scoreWords(unit.score, unit.unit, t)}</b> <span class="f" style="${note}">${halfOf(unit, t)}</span></td></tr>`
  return [
    small(t('Units')),
    html`<tr><td style="padding-bottom:24px;"><table ${tableFrame}>${line(t('Best'), best)}${line(t('Lowest'), worst)}</table></td></tr>`,
  ]
}

const halfOf = ({ interval, unit }: NamedUnit, t: Translate): string => marginOfErrorWords(interval.low, interval.high, unit, t)

const endOf = (t: Translate): string => (t.dir === 'rtl' ? 'left' : 'right')

const words = raw(`font:400 15px/26px ${sansFont.text};color:#12181d;padding-inline-end:12px;vertical-align:top;`)

function othersOf({ others }: DigestData, t: Translate): Html[] {
  return others.length === 0 ? [] : [small(t('Other surveys')), ...others.map(other => paragraph(otherWords(other, t)))]
}

function otherWords({ name, metric, score, change, responses }: DigestData['others'][number], t: Translate): string {
  const answers = t('{n, plural, one {# answer} other {# answers}}', { n: responses })
  if (score.kind !== 'score') return `${name}: ${answers}`
  const moved = change ? ` (${scoreChangeWords(change.difference, score.unit, t)})` : ''
  return `${name}: ${metricShort(metric, t)} ${headlineWords(score.score, score.unit, t)}${moved}, ${answers}`
}

const small = (text: string): Html => row(html`${text}`, { tag: 'f' as 's', font: '600 13px/18px', colour: '#616b75', below: 8 })

function figures(list: readonly Figure[]): Html {
  const width = Math.floor(100 / list.length)
  const cells = list.map(
    ([label, value, beside]) =>
      html`<td width="${width}%" valign="top" style="padding-inline-end:8px;"><div class="t" style="font:600 26px/32px ${sansFont};color:#12181d;">${value}</div><div class="f" style="${note}">${label}${beside && html`<br>${beside}`}</div></td>`,
  )
  return html`<tr><td style="padding-bottom:24px;"><table ${tableFrame} style="table-layout:fixed;"><tr>${cells}</tr></table></td></tr>`
}

// A colour in the middle: seen on white and on night.
const middle = '#3f86ad'

function bar(label: string, share: number, beside: string, end: string, last: boolean): Html {
  const width = Math.max(1, Math.round(share * 100))
  return html`<tr><td style="padding-bottom:${last ? 24 : 10}px;"><table ${tableFrame}><tr><td class="t" style="font:400 15px/22px ${sansFont};color:#12181d;">${label}</td><td class="f" align="${end}" style="${note}white-space:nowrap;">${beside}</td></tr></table><table ${tableFrame}><tr><td style="width:${width}%;height:8px;line-height:8px;font-size:1px;background:${middle};border-radius:2px;">&nbsp;</td><td style="height:8px;line-height:8px;font-size:1px;">&nbsp;</td></tr></table></td></tr>`
}

function textOf(data: DigestData, finding: string, t: Translate, end: readonly string[]): string {
  const { main, from, to } = data
  const { best, worst } = bestAndWorst(main.units)
  const say = ([label, value, beside]: Figure) => `${label}: ${value}${beside && ` (${beside})`}`
  return [
    `${days(from, to, t)}\n${finding}`,
    [...scoreFigures(main, t).map(say), courseWords(main, t), sureWords(t)].filter(Boolean).join('\n'),
    main.alerts && `${t('Alerts')}\n${alertFigures(main, t).map(say).join('\n')}`,
    main.causes.length > 0 &&
      `${t('What causes most')}\n${main.causes.map(({ cause, share, n }) => `- ${cause}: ${shareWords(share, n, t)}`).join('\n')}`,
    best &&
      worst &&
      [[t('Best'), best] as const, [t('Lowest'), worst] as const]
        .map(([label, unit]) => `${label}: ${unit.name} ${scoreWords(unit.score, unit.unit, t)} ${halfOf(unit, t)}`)
        .join('\n'),
    data.others.length > 0 && `${t('Other surveys')}\n${data.others.map(other => `- ${otherWords(other, t)}`).join('\n')}`,
    ...end,
  ]
    .filter(Boolean)
    .join('\n\n')
}
