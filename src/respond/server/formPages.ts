// @words everybody
import { translator } from '../../kit/translator.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Answers } from '../../surveys/answerCondition.ts'
import { isScored, scaleOf, valuesOf } from '../../surveys/question.ts'
import { repliesTo } from '../../surveys/server/help/helpStore.ts'
import { formUrl } from '../../surveys/server/links.ts'
import { optOutToken } from '../../sending/server/invite/token.ts'
import type { PublishedSurvey } from '../../surveys/server/published.ts'
import { inLanguage } from '../../surveys/translation.ts'
import { thanksPageFor } from '../../surveys/thanksPage.ts'
import { answersOf } from '../../responses/answerRows.ts'
import { pageOf, wordsPage } from '../../kit/page/page.ts'
import { callFrom, type CallView, noCall } from '../pageCall.ts'
import { footHtml, formHtml, languagesHtml } from '../pageForm.ts'
import { questionPagesOf } from '../pageSteps.ts'
import { barredWords, thankWords } from '../pageWords.ts'
import { html } from '../../kit/html.ts'
import { saveAnswers, submitAnswers, rawAnswersOf } from './saveAnswers.ts'
import { fieldsOf, textField } from '../../responses/server/intake/formFields.ts'
import { frameOf, pageLanguageOf } from '../../responses/server/pageFrame.ts'
import { scriptPath } from './script.ts'
import { type PageReply, RESUME_COOKIE } from '../../responses/server/pageReply.ts'
import type { PageRequest } from './pageRequest.ts'
import { readAnswers } from '../../responses/server/intake/partialStore.ts'
import { askForCall } from './callMe.ts'
import { askerHash } from './respondentHelpPage.ts'
import { type VisitOutcome, openVisit, inVisit, organisationOfToken, type Visit } from './visit.ts'

/** `GET /f/{token}`: shows, and never records; `?score=9` only chooses beforehand. */
export async function showPage(asked: PageRequest): Promise<PageReply> {
  const query = asked.request.query as Record<string, unknown>
  return withVisit(asked, textField(query['r']), async (tx, visit) => {
    const locale = pageLanguageOf(asked.request, visit.survey.questionnaire, [
      textField(query['lang']),
      visit.kept?.locale,
      visit.invited?.locale,
    ])
    if (visit.kept?.state === 'complete' || visit.invited?.state === 'answered') return thanks(tx, visit, locale)
    const step = Number(textField(query['step']) ?? 0) || 0
    const answers = visit.kept?.draft?.answers ?? {}
    return form(asked, tx, visit, locale, {
      step,
      answers: { ...scoreFrom(visit, textField(query['score'])), ...choiceFrom(visit, textField(query['choice'])), ...answers },
      wrong: new Map(),
    })
  })
}

/** `POST /f/{token}`: keeps a page, or sends the whole. The script asks for JSON, a bare browser gets the next page. */
export async function answerPage(asked: PageRequest): Promise<PageReply> {
  const fields = fieldsOf(asked.request)
  const wantsJson = String(asked.request.headers.accept).startsWith('application/json')
  const sends = textField(fields['do']) === 'send'
  const later: DeferredWork[] = []
  const answer = async (tx: Tx, visit: Visit): Promise<PageReply> => {
    const { questionnaire } = visit.survey
    const known = [textField(fields['lang']), queryLang(asked), visit.kept?.locale, visit.invited?.locale]
    const locale = pageLanguageOf(asked.request, questionnaire, known)
    if (visit.kept?.state === 'complete' || visit.invited?.state === 'answered')
      return wantsJson ? { status: 409, json: { saved: false } } : toThanks(asked, visit, locale)
    const step = Math.max(
      0,
      Math.min(Number(textField(fields['step'])) || 0, questionPagesOf(questionnaire.questions).length - 1),
    )
    const given = rawAnswersOf(visit, fields, step)
    const done = sends
      ? await sent(asked, tx, visit, locale, given, { call: callFrom(fields, questionnaire, translator(locale)), later })
      : await keptPage(asked, tx, visit, locale, given, { step, fields, wantsJson })
    // So that a reload of an open link finds what was typed, also without script.
    return visit.resume === visit.token ? done : { resume: visit.resume, ...done }
  }
  // A form of one page that is sent says all there is: what was kept of it need not be read first.
  const page = await withVisit(
    asked,
    textField(fields['r']),
    answer,
    survey => sends && questionPagesOf(survey.questionnaire.questions).length <= 1,
  )
  for (const { organisation, work } of later) await inVisit(asked.database, organisation, work)
  return page
}

/** Work for a transaction of its own after this one: joined to the answer's it would link a phone number to an anonymous response. */
interface DeferredWork {
  organisation: Visit['organisation']
  work: (tx: Tx) => Promise<unknown>
}

interface Calling {
  call: CallView
  later: DeferredWork[]
}

interface SavedPage {
  step: number
  fields: Record<string, string | string[] | undefined>
  wantsJson: boolean
}

async function keptPage(
  asked: PageRequest,
  tx: Tx,
  visit: Visit,
  locale: string,
  given: Record<string, unknown>,
  { step, fields, wantsJson }: SavedPage,
) {
  const { answers, problems } = await saveAnswers(tx, visit, given, locale, translator(locale))
  if (wantsJson) return { status: 200, json: { saved: true } }
  const what = textField(fields['do'])
  if (what === 'help') return go(asked, visit, locale, { at: textField(fields['at']) ?? '', step: String(step) }, '/help')
  if (what !== 'next') return go(asked, visit, locale, { step: String(what === 'back' ? step - 1 : step) })
  const here = new Set(questionPagesOf(visit.survey.questionnaire.questions)[step]?.map(({ id }) => id))
  const wrong = new Map(problems.filter(({ question }) => here.has(question)).map(({ question, message }) => [question, message]))
  if (wrong.size) return form(asked, tx, visit, locale, { step, answers, wrong })
  return go(asked, visit, locale, { step: String(step + 1) })
}

async function sent(
  asked: PageRequest,
  tx: Tx,
  visit: Visit,
  locale: string,
  given: Record<string, unknown>,
  { call, later }: Calling,
): Promise<PageReply> {
  if (call.wrong) {
    const { answers } = await saveAnswers(tx, visit, given, locale, translator(locale))
    return form(asked, tx, visit, locale, {
      step: questionPagesOf(visit.survey.questionnaire.questions).length - 1,
      answers,
      wrong: new Map(),
      call,
    })
  }
  const result = await submitAnswers(tx, visit, given, locale, translator(locale))
  if (result.problems) {
    const wrong = new Map(result.problems.map(({ question, message }) => [question, message]))
    const step = questionPagesOf(visit.survey.questionnaire.questions).findIndex(page => page.some(({ id }) => wrong.has(id)))
    return form(asked, tx, visit, locale, { step: Math.max(0, step), answers: result.answers, wrong, call })
  }
  if (result.outcome === 'closed') return barred(asked, { why: 'closed', organisation: visit.organisation, survey: visit.survey })
  if (call.wanted && typeof result.outcome === 'object') {
    const { id } = result.outcome
    const { anonymous } = visit.survey.questionnaire
    const work = (its: Tx) => askForCall(its, visit, locale, call.phone, anonymous ? null : id)
    if (anonymous) later.push({ organisation: visit.organisation, work })
    else await work(tx)
  }
  return toThanks(asked, visit, locale)
}

/** Runs `work` for a visit, or says why there is none. */
async function withVisit(
  asked: PageRequest,
  resume: string | undefined,
  work: (tx: Tx, visit: Visit) => Promise<PageReply>,
  whole?: (survey: PublishedSurvey) => boolean,
): Promise<PageReply> {
  const organisation = await organisationOfToken(asked.database, asked.token)
  if (!organisation) return barred(asked, { why: 'unknown' })
  return inVisit(asked.database, organisation, async tx => {
    const arrival = await openVisit(tx, organisation, asked.token, resume ?? asked.request.cookies[RESUME_COOKIE], whole)
    return arrival.visit ? work(tx, arrival.visit) : barred(asked, arrival)
  })
}

function barred(
  { request }: PageRequest,
  { why, organisation, survey }: Extract<VisitOutcome, { visit?: undefined }>,
): PageReply {
  const locale = pageLanguageOf(request, survey?.questionnaire, [])
  const frame = frameOf(organisation, survey?.questionnaire, locale, survey?.name)
  const status = { unknown: 404, 'not-yet': 404, closed: 410, ended: 410 }[why]
  return { status, html: wordsPage(frame, barredWords(why, frame.organisation, frame.t)) }
}

interface FormState {
  call?: CallView
  step: number
  answers: Answers
  wrong: ReadonlyMap<string, string>
}

async function form(asked: PageRequest, tx: Tx, visit: Visit, locale: string, shown: FormState): Promise<PageReply> {
  const { step, answers, wrong, call = noCall } = shown
  const { survey, organisation, token, invited, resume } = visit
  const questionnaire = inLanguage(survey.questionnaire, locale)
  const frame = frameOf(organisation, questionnaire, locale, survey.name)
  const { t } = frame
  const own = resume === token
  const resumeUrl = own ? null : `${formUrl(token)}?r=${resume}`
  const last = questionPagesOf(questionnaire.questions).length - 1
  const { form: main, style } = formHtml({
    questionnaire,
    answers,
    wrong,
    step: Math.max(0, Math.min(step, last)),
    resume,
    resumeUrl,
    action: `/f/${token}?lang=${locale}`,
    saved: visit.kept !== undefined,
    replies: await repliesTo(tx, askerHash(resume)),
    call,
    asked: (asked.request.query as Record<string, unknown>)['asked'] !== undefined,
    t,
  })
  const foot = footHtml({
    anonymous: questionnaire.anonymous,
    named: invited !== undefined,
    organisation: organisation.name,
    helpLabel: questionnaire.wording.help,
    optOutUrl: invited ? `/o/${optOutToken(organisation.code, invited.id)}` : null,
    resumeUrl,
    t,
  })
  const page = pageOf({ ...frame, style: frame.style + style, script: scriptPath }, main, {
    aside: languagesHtml(questionnaire.locales, locale),
    foot,
  })
  return { status: wrong.size || call.wrong ? 422 : 200, html: page, embeddable: visit.link?.kind === 'site' }
}

async function thanks(tx: Tx, visit: Visit, locale: string): Promise<PageReply> {
  const questionnaire = inLanguage(visit.survey.questionnaire, locale)
  const frame = { ...frameOf(visit.organisation, questionnaire, locale, visit.survey.name), script: scriptPath }
  const given = visit.kept?.state === 'complete' ? answersOf(await readAnswers(tx, visit.kept.id)) : {}
  const page = thanksPageFor(questionnaire, given) ?? thankWords(visit.organisation.name, frame.t)
  const help = `/f/${visit.token}/help?${new URLSearchParams({ r: visit.resume, lang: locale })}`
  const foot = html`<a class="help" href="${help}">${frame.t('Need help?')}</a>`
  const answered = wordsPage(frame, { ...page, foot, done: true })
  return {
    status: 200,
    html: answered,
    embeddable: visit.link?.kind === 'site',
    ...(visit.resume !== visit.token && { resume: null }),
  }
}

const toThanks = (asked: PageRequest, visit: Visit, locale: string) => go(asked, visit, locale, {})

/** After a form comes a GET, so that going back or reloading sends nothing twice. */
function go({ token }: PageRequest, visit: Visit, locale: string, params: Record<string, string>, path = ''): PageReply {
  const query = new URLSearchParams({ ...(visit.resume !== token && { r: visit.resume }), lang: locale, ...params })
  return { status: 303, location: `/f/${token}${path}?${query}` }
}

const queryLang = ({ request }: PageRequest) => textField((request.query as Record<string, unknown>)['lang'])

/** The first score of the questionnaire, chosen beforehand by a click in a mail. */
function scoreFrom({ survey }: Visit, score: string | undefined): Answers {
  const question = survey.questionnaire.questions.find(isScored)
  if (!question || score === undefined || !/^\d{1,2}$/.test(score)) return {}
  return valuesOf(scaleOf(question)!).includes(Number(score)) ? { [question.id]: Number(score) } : {}
}

/** The option of the first question, chosen beforehand in the same way. */
function choiceFrom({ survey }: Visit, choice: string | undefined): Answers {
  const [question] = survey.questionnaire.questions
  return question?.kind === 'choice' && question.options?.some(({ id }) => id === choice) ? { [question.id]: choice! } : {}
}
