// How people are called in what others read, as expressions of SQL: over a row of `person` that goes by the given name, or over an id, where
// `$1` is the organisation.

/** Their name; of whom none is known the address, else the id that another system gave them. */
export const displayNameSql = (person: string): string =>
  `coalesce(nullif(${person}.name, ''), ${person}.email, ${person}.external_id, '')`

/** The same where the id of another system would tell the reader nothing. */
export const nameOrEmailSql = (person: string): string => `coalesce(nullif(${person}.name, ''), ${person}.email, '')`

/** Nothing where no name is known, or the person was erased: for texts that do without. */
export const nameIfKnownSql = (person: string): string =>
  `case when ${person}.erased_at is null then nullif(${person}.name, '') end`

const of =
  (name: (person: string) => string) =>
  (id: string): string =>
    `(select ${name('n')} from person n where n.org_id = $1 and n.id = ${id})`

export const displayNameOfSql = of(displayNameSql)
export const nameOrEmailOfSql = of(nameOrEmailSql)
export const nameIfKnownOfSql = of(nameIfKnownSql)
