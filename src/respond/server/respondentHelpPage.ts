// @words everybody
import { createHash } from 'node:crypto'
import { email as emailSchema } from '../../kit/contract.ts'
import type { Tx } from '../../kit/server/db.ts'
import { cleanText } from '../../surveys/parseAnswer.ts'
import { requestHelp } from '../../surveys/server/help/help.ts'
import { inLanguage } from '../../surveys/translation.ts'
import { pageOf, wordsPage } from '../../kit/page/page.ts'
import { helpHtml, type HelpView } from '../pageHelp.ts'
import { barredWords } from '../pageWords.ts'
import { fieldsOf, textField } from '../../responses/server/intake/formFields.ts'
import { frameOf, pageLanguageOf } from '../../responses/server/pageFrame.ts'
import type { PageReply } from '../../responses/server/pageReply.ts'
import type { PageRequest } from './pageRequest.ts'
import { openVisit, inVisit, organisationOfToken, type Visit } from './visit.ts'

/** Finds replies again by what the page knows. Another hash than the one that finds answers: the two cannot be joined. */
export const askerHash = (resume: string): Buffer => createHash('sha256').update(`help ${resume}`).digest()

const queryOf = ({ request }: PageRequest) => request.query as Record<string, unknown>

export async function helpPage(asked: PageRequest): Promise<PageReply> {
  const query = queryOf(asked)
  return withVisit(asked, textField(query['r']), async (_tx, visit, locale) =>
    showHelp(asked, visit, locale, { at: textField(query['at']), message: '', email: '', wrong: undefined }),
  )
}

export async function askHelp(asked: PageRequest): Promise<PageReply> {
  const fields = fieldsOf(asked.request)
  return withVisit(asked, textField(fields['r']), async (tx, visit, locale) => {
    const { t } = frameOf(visit.organisation, visit.survey.questionnaire, locale)
    const message = cleanText(textField(fields['message']) ?? '').slice(0, 4000)
    const address = textField(fields['email'])?.trim() ?? ''
    const email = address === '' ? undefined : emailSchema.safeParse(address)
    const at = visit.survey.questionnaire.questions.find(({ id }) => id === textField(fields['at']))?.id
    const wrong =
      message === ''
        ? t('Write what you would like to know.')
        : email && !email.success
          ? t('This does not look like an e-mail address.')
          : undefined
    if (wrong) return showHelp(asked, visit, locale, { at, message, email: address, wrong })
    const back = backPath(visit, locale, at)
    await requestHelp.call(tx, {
      surveyId: visit.survey.id,
      surveyName: visit.survey.name,
      questionId: at ?? null,
      locale,
      message,
      email: email?.data ?? null,
      phone: null,
      responseId: null,
      backPath: back,
      askerHash: askerHash(visit.resume),
    })
    return { status: 303, location: back.replace('?', '?asked=1&') }
  })
}

function showHelp(
  { token }: PageRequest,
  visit: Visit,
  locale: string,
  said: Pick<HelpView, 'at' | 'message' | 'email' | 'wrong'>,
): PageReply {
  const questionnaire = inLanguage(visit.survey.questionnaire, locale)
  const frame = frameOf(visit.organisation, questionnaire, locale, visit.survey.name)
  const main = helpHtml({
    ...said,
    action: `/f/${token}/help?lang=${locale}`,
    back: backPath(visit, locale, said.at),
    resume: visit.resume,
    questions: questionnaire.questions,
    anonymous: questionnaire.anonymous,
    t: frame.t,
  })
  return { status: said.wrong ? 422 : 200, html: pageOf(frame, main) }
}

function backPath({ token, resume }: Visit, locale: string, at: string | undefined): string {
  const query = new URLSearchParams({ ...(resume !== token && { r: resume }), lang: locale })
  return `/f/${token}?${query}${at ? `#q-${at}` : ''}`
}

async function withVisit(
  asked: PageRequest,
  resume: string | undefined,
  work: (tx: Tx, visit: Visit, locale: string) => Promise<PageReply>,
): Promise<PageReply> {
  const organisation = await organisationOfToken(asked.database, asked.token)
  const barred = () => {
    const frame = frameOf(organisation, undefined, pageLanguageOf(asked.request, undefined, []))
    return { status: 404, html: wordsPage(frame, barredWords('unknown', frame.organisation, frame.t)) }
  }
  if (!organisation) return barred()
  return inVisit(asked.database, organisation, async tx => {
    const { visit } = await openVisit(tx, organisation, asked.token, resume)
    if (!visit) return barred()
    return work(
      tx,
      visit,
      pageLanguageOf(asked.request, visit.survey.questionnaire, [
        textField(queryOf(asked)['lang']),
        visit.kept?.locale,
        visit.invited?.locale,
      ]),
    )
  })
}
