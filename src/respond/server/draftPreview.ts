import type { Tx } from '../../kit/server/db.ts'
import { notFound } from '../../kit/errors.ts'
import { html, raw } from '../../kit/html.ts'
import { translator } from '../../kit/translator.ts'
import { implementOpen, type Routes } from '../../kit/server/http/implement.ts'
import type { Context } from '../../kit/server/http/context.ts'
import { checkAnswers } from '../../surveys/answers.ts'
import { rawAnswersFromForm } from '../../surveys/formAnswers.ts'
import { previewContract } from '../../surveys/previewContract.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import { type PublicOrganisation, readOwnOrganisation } from '../../surveys/server/publicOrganisation.ts'
import { readQuestionnaireVersion } from '../../surveys/server/published.ts'
import { findSurvey } from '../../surveys/server/surveyStore.ts'
import { thanksPageFor } from '../../surveys/thanksPage.ts'
import { inLanguage } from '../../surveys/translation.ts'
import { pageOf, wordsPage } from '../../kit/page/page.ts'
import { noCall } from '../pageCall.ts'
import { footHtml, formHtml, languagesHtml } from '../pageForm.ts'
import { questionPagesOf } from '../pageSteps.ts'
import { thankWords } from '../pageWords.ts'
import { type FormFields, fieldsOf, textField } from '../../responses/server/intake/formFields.ts'
import { frameOf } from '../../responses/server/pageFrame.ts'

interface PreviewRequest {
  name: string
  questionnaire: Questionnaire
  organisation: PublicOrganisation
  query: Readonly<Record<string, string | number | undefined>>
}

/** What respondents will see, for who builds it: the same pages by the same code, without keeping anything. */
export const draftPreview: Routes = implementOpen(previewContract, {
  previewSurvey: (context, { params, query }) =>
    inPreview(context, params.id, query, asked => {
      if (query.thanks !== undefined)
        return thanksPage(
          asked,
          asked.questionnaire.thanks.find(({ id }) => id === query.thanks),
        )
      const steps = questionPagesOf(asked.questionnaire.questions)
      return form(
        asked,
        {},
        Math.max(
          0,
          steps.findIndex(page => page.some(({ id }) => id === query.question)),
        ),
      )
    }),
  tryPreview: (context, { params, query }) =>
    inPreview(context, params.id, query, asked => answered(asked, fieldsOf(context.request))),
})

async function inPreview(
  context: Context,
  id: string,
  query: PreviewRequest['query'],
  show: (asked: PreviewRequest) => string,
): Promise<string> {
  const { org, caller } = context.identity!
  const asked = await context.database.readInOrg(org, caller, async tx => read(tx, id, query))
  void context.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('referrer-policy', 'same-origin')
  // A button of the form changes the language.
  const locale = textField(fieldsOf(context.request)['lang'])
  return show({ ...asked, query: { ...query, ...(locale && { locale }) } })
}

async function read(tx: Tx, id: string, query: PreviewRequest['query']): Promise<PreviewRequest> {
  const survey = await findSurvey(tx, id)
  const content =
    query['version'] === undefined ? survey?.draft : await readQuestionnaireVersion(tx, id, Number(query['version']))
  if (!survey || !content) throw notFound('survey')
  const unruled = content.questions.map(({ showIf, ...rest }) =>
    showIf && rest.id !== query['question'] ? { ...rest, showIf } : rest,
  )
  return {
    name: survey.name,
    questionnaire: { ...content, questions: unruled },
    organisation: await readOwnOrganisation(tx),
    query,
  }
}

const localeOf = ({ questionnaire, query }: PreviewRequest): string =>
  questionnaire.locales.find(one => one === query['locale']) ?? questionnaire.locale

/** Onward, back, or sent: answers of the other pages travel with the form, so that nothing is kept here. */
function answered(asked: PreviewRequest, fields: FormFields): string {
  const { questionnaire } = asked
  const steps = questionPagesOf(questionnaire.questions)
  const step = Math.max(0, Math.min(Number(textField(fields['step'])) || 0, steps.length - 1))
  const given = { ...keptIn(fields), ...rawAnswersFromForm(fields, steps[step] ?? []) }
  const { answers, problems } = checkAnswers(questionnaire, given, {
    finish: true,
    strangers: 'ignore',
    t: translator(localeOf(asked)),
  })
  const what = textField(fields['do'])
  if (what === 'back') return form(asked, answers, step - 1)
  if (what !== 'next' && what !== 'send') return form(asked, answers, step)
  const here = new Set(steps[step]?.map(({ id }) => id))
  const wrong = problems.filter(({ question }) => what === 'send' || here.has(question))
  if (wrong.length > 0) return form(asked, answers, step, new Map(wrong.map(({ question, message }) => [question, message])))
  return what === 'send' ? thanksPage(asked, thanksPageFor(questionnaire, answers)) : form(asked, answers, step + 1)
}

function keptIn(fields: FormFields): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(textField(fields['kept']) ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function form(
  asked: PreviewRequest,
  answers: ReturnType<typeof checkAnswers>['answers'],
  step: number,
  wrong: ReadonlyMap<string, string> = new Map(),
): string {
  const { organisation, name } = asked
  const locale = localeOf(asked)
  const questionnaire = inLanguage(asked.questionnaire, locale)
  const frame = frameOf(organisation, questionnaire, locale, name)
  const { t } = frame
  const action = addressOf(asked, { locale })
  const view = {
    questionnaire,
    answers,
    wrong,
    step,
    resume: '',
    resumeUrl: null,
    action,
    saved: false,
    replies: [],
    call: noCall,
    asked: false,
    t,
  }
  const main = formHtml(view)
  const { anonymous, wording } = questionnaire
  const foot = footHtml({
    anonymous,
    named: false,
    organisation: organisation.name,
    helpLabel: wording.help,
    optOutUrl: null,
    resumeUrl: null,
    t,
  })
  const kept = html`<input type="hidden" form="f" name="kept" value="${JSON.stringify(answers)}">`
  return pageOf({ ...frame, style: frame.style + main.style }, main.form, {
    aside: languagesHtml(questionnaire.locales, locale),
    foot: html`${foot}${kept}`,
  })
}

function thanksPage(asked: PreviewRequest, page: Questionnaire['thanks'][number] | undefined): string {
  const locale = localeOf(asked)
  const questionnaire = inLanguage(asked.questionnaire, locale)
  const frame = frameOf(asked.organisation, questionnaire, locale, asked.name)
  const said = questionnaire.thanks.find(({ id }) => id === page?.id) ?? thankWords(asked.organisation.name, frame.t)
  return wordsPage(frame, { ...said, foot: raw('<span></span>') })
}

function addressOf({ query }: PreviewRequest, change: Record<string, string>): string {
  const { thanks: _, ...rest } = { ...query, ...change }
  const all = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) all.set(name, String(value))
  return `?${all}`
}
