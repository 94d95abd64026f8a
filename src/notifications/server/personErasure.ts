// @words everybody
import { forgetReplies } from '../../webhooks/server/deliveryStore.ts'
import { msg } from '../../kit/i18n.ts'
import { containing } from '../../kit/server/like.ts'
import { type Eraser, type DataSubject, dataSubjectWords } from '../../people/server/personalDataPorts.ts'

/** Notices to colleagues that name the person: what they said goes. */
export const notificationEraser: Eraser = {
  async preview(tx, person) {
    const { rows } = await tx.query<{ n: number }>({
      text: 'select count(*)::int as n from notification where org_id = $1 and (text ilike any($2) or detail ilike any($2) or href ilike any($3))',
      values: [tx.org, patternsOf(person), person.pages.map(containing)],
    })
    return [{ what: msg('Notices to colleagues that name them'), n: rows[0]!.n, fate: 'removed' }]
  },
  async erase(tx, person) {
    await tx.query({
      text: 'delete from notification where org_id = $1 and (text ilike any($2) or detail ilike any($2) or href ilike any($4) or person_id = $3)',
      values: [tx.org, patternsOf(person), person.id, person.pages.map(containing)],
    })
    await forgetReplies(tx, patternsOf(person))
  },
}

const patternsOf = (person: DataSubject) => dataSubjectWords(person).map(containing)
