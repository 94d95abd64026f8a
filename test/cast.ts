/** The people of our stories. Everybody is made up; addresses are reserved. */
export const dana = { name: 'Dana Whitlock', email: 'dana@bakery.example' }
export const omar = { name: 'Omar Haddad', email: 'omar@northwind.example' }
export const mira = { name: 'Mira Lindqvist', email: 'mira@northwind.example' }
export const priya = { name: 'Priya Nair', email: 'priya@northwind.example' }
export const olga = { name: 'Olga Owner', email: 'olga@northwind.example' }

export const password = 'correct horse battery'

/** Kelby is a depot of Northmoor; Saltmouth one of Westbay. */
export const unitsCsv = `unit,parent,name
northmoor,,Northmoor
kelby,northmoor,Kelby
westbay,,Westbay
saltmouth,westbay,Saltmouth
`

export const peopleCsv = `external_id,email,name,unit,role,manager_email,kind,account
E1,mira@northwind.example,Mira Lindqvist,northmoor,manager,,staff,
E2,omar@northwind.example,Omar Haddad,kelby,manager,mira@northwind.example,staff,
C1,dana@bakery.example,Dana Whitlock,kelby,,,contact,Whitlock's Bakery
`

/** The same people at addresses of one story's own: a login is one for all organisations of an installation. */
export function castOf(story: string) {
  const own = <P extends { email: string }>(person: P): P => ({ ...person, email: person.email.replace('@', `@${story}.`) })
  return {
    own,
    dana: own(dana),
    omar: own(omar),
    mira: own(mira),
    priya: own(priya),
    olga: own(olga),
    peopleCsv: peopleCsv.replaceAll('@', `@${story}.`),
  }
}
