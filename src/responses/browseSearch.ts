/** The filters of the response browser beside those of every cut, as they stand in its address. */
export const browseDefaults = {
  survey: '',
  search: '',
  question: '',
  row: '',
  option: '',
  said: '',
  atLeast: '',
  atMost: '',
  state: '',
  tree: '',
  under: '',
  except: '',
  without: '',
  behind: '',
  person: '',
  import: '',
}
export type BrowseSearch = typeof browseDefaults

/** As the API takes them; what is empty stays away. */
export function browseQuery({ survey: _survey, ...search }: BrowseSearch): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''))
}
