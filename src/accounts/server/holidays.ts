import Holidays from 'date-holidays'

export function regions(country: string | undefined): { code: string; name: string }[] {
  const known = country ? new Holidays().getStates(country, 'en') : new Holidays().getCountries('en')
  return Object.entries(known ?? {}).map(([code, name]) => ({ code, name }))
}

/** Public holidays of a year: a proposal, because no table knows every bridge day. */
export function proposals(country: string, state: string | undefined, year: number): { date: string; name: string }[] {
  const calendar = state ? new Holidays(country, state) : new Holidays(country)
  return (calendar.getHolidays(year) || [])
    .filter(holiday => holiday.type === 'public')
    .map(holiday => ({ date: holiday.date.slice(0, 10), name: holiday.name }))
}
