// What somebody wrote in an answer, as expressions of SQL over the ids of the organisation and of the response. They do not check
// anonymity: the statement that includes them must.

/** The longest of their texts, cut: where one has to stand for all. */
export const longestTextSql = (org: string, response: string, most: number): string =>
  `(select left(w.text, ${most}) from answer w where w.org_id = ${org} and w.response_id = ${response} and w.kind = 'text'
    and w.text <> '' order by length(w.text) desc limit 1)`

/** Does one of their texts match? */
export const textMatchesSql = (org: string, response: string, pattern: string): string =>
  `exists (select from answer w where w.org_id = ${org} and w.response_id = ${response} and w.kind = 'text' and w.text ilike ${pattern})`
