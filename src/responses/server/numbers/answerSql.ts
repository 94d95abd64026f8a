// Pieces of SQL that other rooms join, so that none of them reads the table of answers by itself: what of an answer counts (a row of a
// matrix is none of its question, an empty text is none) is said once. `$1` is the organisation.

/** Joins the number that a response gave to a question as `a`; whoever gave none falls out. */
export const joinNumber = (a: string, response: string, question: string): string =>
  `join answer ${a} on ${a}.org_id = $1 and ${a}.response_id = ${response} and ${a}.question_id = ${question} and ${a}.item = '' and ${a}.number is not null`

/** The number that a response gave to a question, or to a row of a matrix; null where it gave none. */
export const numberOf = (response: string, question: string, item = "''"): string =>
  `(select a.number from answer a where a.org_id = $1 and a.response_id = ${response} and a.question_id = ${question} and a.item = ${item})`

/** Every number that a response `r` gave, by question; null where it gave none. */
export const numbersOf = (r: string): string =>
  `(select jsonb_object_agg(w.question_id, w.number) from answer w
    where w.org_id = ${r}.org_id and w.response_id = ${r}.id and w.item = '' and w.number is not null)`

/** What a response gave to some questions, as an array for each answer: question, item, kind, number, text, choices. */
export const answersTo = (response: string, questions: string): string =>
  `(select jsonb_agg(jsonb_build_array(a.question_id, a.item, a.kind, a.number, a.text, a.choices)) from answer a
    where a.org_id = $1 and a.response_id = ${response} and a.question_id = any(${questions}))`

/** Joins what somebody wrote in a response `r` as `a`, one row for each question. */
export const joinComments = (r: string): string =>
  `join answer a on a.org_id = ${r}.org_id and a.response_id = ${r}.id and a.kind = 'text' and a.text is not null`

/** Is what was written to the question of `c` (response_id, question_id) still there? */
const isComment = (c: string): string =>
  `a.org_id = $1 and a.response_id = ${c}.response_id and a.question_id = ${c}.question_id and a.text is not null`

/** Joins what was written to the question of `c` (response_id, question_id) as `a`. */
export const joinCommentOf = (c: string): string => `join answer a on ${isComment(c)}`

export const hasCommentOf = (c: string): string => `exists (select 1 from answer a where ${isComment(c)})`

/** Joins as `n` the next answer of a person to any question of recommendation. */
export const joinNextScore = (person: string, after: string): string => `left join lateral (
    select w.number as score, r.responded_at as at from response r
    join answer w on w.org_id = r.org_id and w.response_id = r.id and w.kind = 'nps' and w.item = '' and w.number is not null
    where r.org_id = $1 and r.person_id = ${person} and r.state = 'complete' and r.responded_at > ${after}
    order by r.responded_at limit 1) n on true`
