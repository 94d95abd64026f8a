// @words everybody
import { msg } from '../../kit/i18n.ts'
import { keptFile } from '../../files/server/personErasure.ts'
import { type PersonalDataSource, type Eraser, dataSubjectWords } from '../../people/server/personalDataPorts.ts'
import { countEvidenceOf, deleteEvidenceOf, evidenceOf } from './store/evidenceStore.ts'

/** What stands where a name stood. */
const GONE = '…'

/** Alerts stay as what was done for a customer; the name goes from the way to their owner and from what was noted. */
export const alertEraser: Eraser = {
  async preview(tx, { id }) {
    const { rows } = await tx.query<{ n: number }>({
      text: 'select count(*)::int as n from alert where org_id = $1 and person_id = $2',
      values: [tx.org, id],
    })
    return [
      { what: msg('Alerts: they stay, without the name'), n: rows[0]!.n, fate: 'pseudonymised' },
      { what: msg('Files that prove contacts with them'), n: await countEvidenceOf(tx, id), fate: 'removed' },
    ]
  },
  pages: async (tx, { id }) => {
    const { rows } = await tx.query<{ page: string }>({
      text: `select '/alerts/' || id as page from alert where org_id = $1 and person_id = $2`,
      values: [tx.org, id],
    })
    return rows.map(({ page }) => page)
  },
  async erase(tx, person) {
    await deleteEvidenceOf(tx, person.id)
    for (const word of dataSubjectWords(person)) {
      for (const [table, column] of notes)
        await tx.query({
          text: `update ${table} set ${column} = replace(${column}, $2, $3) where org_id = $1 and position($2 in ${column}) > 0`,
          values: [tx.org, word, GONE],
        })
      await tx.query({
        text: `update alert set path = replace(path::text, $2, $3)::jsonb where org_id = $1 and position($2 in path::text) > 0`,
        values: [tx.org, JSON.stringify(word).slice(1, -1), GONE],
      })
    }
  },
}

const notes = [
  ['alert', 'outcome_note'],
  ['alert_contact', 'note'],
  ['alert_contact', 'by_name'],
  ['alert_contact', 'evidence'],
  ['alert_confirmation', 'words'],
] as const

export const alertData: PersonalDataSource = {
  name: 'alerts',
  read: async (tx, { id }) => {
    const { rows } = await tx.query({
      text: `select a.kind, a.state, a.opened_at, a.resolved_at, a.outcome,
          (select jsonb_agg(jsonb_build_object('at', c.at, 'how', c.how, 'note', c.note) order by c.at)
            from alert_contact c where c.org_id = a.org_id and c.alert_id = a.id) as contacts
        from alert a where a.org_id = $1 and a.person_id = $2 order by a.opened_at`,
      values: [tx.org, id],
    })
    return rows
  },
  files: async (tx, { id }) => (await evidenceOf(tx, id)).map(file => keptFile(tx, file)),
}
