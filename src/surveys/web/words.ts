import { msg } from '../../kit/i18n.ts'
import type { SurveyRow } from '../contract.ts'
import type { QuestionKind } from '../question.ts'

/** What a kind of question is called, and when to take it. */
export const kindWords: Readonly<Record<QuestionKind, { label: string; use: string }>> = {
  nps: { label: msg('Recommendation (NPS)'), use: msg('0 to 10') },
  csat: { label: msg('Satisfaction (CSAT)'), use: msg('How satisfied somebody is') },
  ces: { label: msg('Effort (CES)'), use: msg('How easy it was') },
  rating: { label: msg('Rating'), use: msg('From poor to good, as with stars') },
  choice: { label: msg('One of a list'), use: msg('One answer from a list') },
  choices: { label: msg('Several of a list'), use: msg('As many answers as fit') },
  matrix: { label: msg('Matrix'), use: msg('The same scale for several things') },
  text: { label: msg('Text'), use: msg('In their own words') },
}

export const stateWords: Readonly<Record<SurveyRow['state'], string>> = {
  draft: msg('Draft'),
  live: msg('Open'),
  closed: msg('Closed'),
}

export const stateSigns = { draft: 'idle', live: 'running', closed: 'paused' } as const
