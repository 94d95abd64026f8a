import { firstNames, lastNames } from './names.ts'
import { type Random, randomFrom } from '../kit/random.ts'

/** A company that does not exist: it brings water to four regions and sends its people to repair what leaks. */
export const company = { name: 'Northwind Water', domain: 'northwind-water.example' }

export interface DemoUnit {
  key: string
  name: string
  parent: string | null
}

const depots: Record<string, string> = {
  Northmoor: 'Kelby Harrow Tarnside Blackwell Ormsby Fenwick Stanmore Ravensby Corrie',
  Westbay: 'Saltmouth Pennock Marlow Tregarth Lowen Seaford Kingsand Porthill Avonby',
  Eastfell: 'Brackley Winsford Dunmere Hallow Thornby Ashwell Millgate Rushden Castleton',
  Southdown: 'Amberley Fairfield Lindhurst Selbourne Petworth Chalkhill Arundale Midford Bramley',
}

export const regions = Object.keys(depots)

const keyOf = (name: string) => name.toLowerCase()

/** Four regions and thirty-six depots. */
export const units: readonly DemoUnit[] = regions.flatMap(region => [
  { key: keyOf(region), name: region, parent: null },
  ...depots[region]!.split(' ').map(name => ({ key: keyOf(name), name, parent: keyOf(region) })),
])

export const depotUnits = units.filter(unit => unit.parent !== null)

/** The region of each depot. */
export const regionOf: ReadonlyMap<string, string> = new Map(depotUnits.map(({ key, parent }) => [key, parent!]))

export interface Colleague {
  id: string
  name: string
  email: string
  title: string
  unit: string | null
  manages: boolean
  manager: string | null
}

const address = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@${company.domain}`

/** Whoever explores the demo is her. */
export const lead = { name: 'Olga Sandberg', email: address('Olga Sandberg') }

const known: Record<string, string> = { northmoor: 'Mira Lindqvist', kelby: 'Omar Haddad' }

/** Everybody who works there: who leads the programme, each region and depot, and some who do the work. */
export function colleagues(): Colleague[] {
  const random = randomFrom(7)
  const taken = new Set([lead.name, ...Object.values(known), 'Priya Nair'])
  const fresh = () => freshName(random, taken)
  const people: Omit<Colleague, 'id'>[] = [
    { ...lead, title: 'Head of customer feedback', unit: null, manages: false, manager: null },
    person('Priya Nair', 'Insights analyst', null, lead.email),
  ]
  const managers = new Map<string, string>()
  for (const { key, name, parent } of units) {
    const who = known[key] ?? fresh()
    managers.set(key, address(who))
    const title = parent ? `Depot manager ${name}` : `Regional director ${name}`
    people.push({ ...person(who, title, key, parent ? managers.get(parent)! : lead.email), manages: true })
  }
  for (let i = 0; i < 20; i++) {
    const { key } = random.pick(depotUnits)
    people.push(person(fresh(), i % 3 ? 'Field engineer' : 'Customer adviser', key, managers.get(key)!))
  }
  return people.map((one, i) => ({ id: `N${100 + i}`, ...one }))
}

const person = (name: string, title: string, unit: string | null, manager: string): Omit<Colleague, 'id'> => ({
  name,
  email: address(name),
  title,
  unit,
  manages: false,
  manager,
})

/** A name that nobody has yet. */
export function freshName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
