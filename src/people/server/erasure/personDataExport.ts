import type { Database, Tx } from '../../../kit/server/db.ts'
import { readDataSubject, readPerson } from './erase.ts'
import { type PersonalDataSource, personalDataSources, type KeptFile, type DataSubject } from '../personalDataPorts.ts'

export interface PersonData {
  data: Record<string, unknown>
  files: readonly KeptFile[]
}

/** Everything that is kept about one person: the directory's own part, then what each room adds. */
export async function readPersonData(tx: Tx, id: string): Promise<PersonData> {
  const person = await readPerson(tx, id)
  const known = await readDataSubject(tx, person)
  const { org_id: _, sort_name: __, ...directory } = person
  const data: Record<string, unknown> = { exportedAt: tx.now.toISOString(), directory }
  const files: KeptFile[] = []
  for (const source of [...ownSources, ...personalDataSources.all()]) {
    data[source.name] = await source.read(tx, known)
    if (source.files) files.push(...(await source.files(tx, known)))
  }
  return { data, files }
}

/** The same as the text of one JSON object. Its files come last, in base64, a piece at a time: together they may be larger than memory. */
export async function* personDataJson({ data, files }: PersonData, database: Database): AsyncGenerator<string> {
  yield `${JSON.stringify(data, null, 2).slice(0, -2)},\n  "files": [`
  for (const [i, { about, content }] of files.entries()) {
    yield `${i ? ',' : ''}\n${JSON.stringify(about).slice(0, -1)},"content":"`
    for await (const piece of content(database)) yield piece.toString('base64')
    yield '"}'
  }
  yield ']\n}\n'
}

const rows = (text: string) => async (tx: Tx, person: DataSubject) => (await tx.query({ text, values: [tx.org, person.id] })).rows

const ownSources: readonly PersonalDataSource[] = [
  {
    name: 'units',
    read: rows(`select u.name as unit, m.role, m.valid_from as "from", m.valid_to as "to" from unit_member m
      join unit u on u.org_id = m.org_id and u.id = m.unit_id where m.org_id = $1 and m.person_id = $2 order by m.valid_from`),
  },
  {
    name: 'account',
    read: rows(`select c.name from person p join customer_account c on c.org_id = p.org_id and c.id = p.account_id
      where p.org_id = $1 and p.id = $2`),
  },
  {
    name: 'teams',
    read: rows(
      'select t.name from team_member m join team t on t.org_id = m.org_id and t.id = m.team_id where m.org_id = $1 and m.person_id = $2',
    ),
  },
  {
    name: 'absences',
    read: rows('select from_at as "from", to_at as "to" from absence where org_id = $1 and person_id = $2 order by from_at'),
  },
  {
    name: 'activity',
    read: rows(`select a.at, a.verb, d.actor_name as by, d.detail from activity_link l
      join activity a on a.org_id = l.org_id and a.id = l.activity_id
      left join activity_detail d on d.org_id = a.org_id and d.activity_id = a.id
      where l.org_id = $1 and l.subject_id = $2 order by a.id`),
  },
]
