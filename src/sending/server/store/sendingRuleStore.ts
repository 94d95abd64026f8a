import { addSettings, ownSettings } from '../../../accounts/server/orgStore.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { FrequencyRules } from '../../frequency.ts'
import type { SendingHours } from '../../sendingHours.ts'

export interface SendingRules {
  acrossSurveys: number | null
  sameSurvey: number | null
  exceptSurveys: string[]
  exceptPeople: string[]
  hours: SendingHours['hours']
}

const daily = [['08:00', '20:00']] as const

/** Until somebody decides otherwise: one invitation in thirty days, by day. */
export const usualRules: SendingRules = {
  acrossSurveys: 30,
  sameSurvey: null,
  exceptSurveys: [],
  exceptPeople: [],
  hours: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily },
}

export async function readRules(tx: Tx): Promise<SendingRules> {
  const { contactEveryDays } = await ownSettings(tx)
  const acrossSurveys = contactEveryDays === undefined ? usualRules.acrossSurveys : contactEveryDays || null
  const row = await tx.db
    .selectFrom('sending_rule')
    .select(['same_survey', 'except_surveys', 'except_people', 'hours'])
    .where('org_id', '=', tx.org)
    .executeTakeFirst()
  if (!row) return { ...usualRules, acrossSurveys }
  return {
    acrossSurveys,
    sameSurvey: row.same_survey,
    exceptSurveys: row.except_surveys,
    exceptPeople: row.except_people,
    hours: row.hours as unknown as SendingHours['hours'],
  }
}

export async function saveRules(tx: Tx, rules: SendingRules): Promise<void> {
  const values = {
    same_survey: rules.sameSurvey,
    except_surveys: rules.exceptSurveys,
    except_people: rules.exceptPeople,
    hours: JSON.stringify(rules.hours),
  }
  await tx.db
    .insertInto('sending_rule')
    .values({ org_id: tx.org, ...values })
    .onConflict(conflict => conflict.column('org_id').doUpdateSet(values))
    .execute()
  // The rule across surveys is one of the organisation's own settings, and stands there only.
  await addSettings(tx, { contactEveryDays: rules.acrossSurveys ?? 0 })
}

export const frequencyOf = (rules: SendingRules, zone: string): FrequencyRules => ({
  acrossSurveys: rules.acrossSurveys,
  sameSurvey: rules.sameSurvey,
  exceptSurveys: rules.exceptSurveys,
  exceptPeople: rules.exceptPeople,
  zone,
})

export const hoursOf = ({ hours }: SendingRules, zone: string): SendingHours => ({ zone, hours })
