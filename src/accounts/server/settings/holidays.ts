// A table of the whole world: loaded with the first question, not with the product.
const calendars = async () => (await import('date-holidays')).default

export async function regions(country: string | undefined): Promise<{ code: string; name: string }[]> {
  const Holidays = await calendars()
  const known = country ? new Holidays().getStates(country, 'en') : new Holidays().getCountries('en')
  return Object.entries(known ?? {}).map(([code, name]) => ({ code, name }))
}

/** Public holidays of a year: a proposal, because no table knows every bridge day. */
export async function proposals(
  country: string,
  state: string | undefined,
  year: number,
): Promise<{ date: string; name: string }[]> {
  const Holidays = await calendars()
  const calendar = state ? new Holidays(country, state) : new Holidays(country)
  return (calendar.getHolidays(year) || [])
    .filter(holiday => holiday.type === 'public')
    .map(holiday => ({ date: holiday.date.slice(0, 10), name: holiday.name }))
}
