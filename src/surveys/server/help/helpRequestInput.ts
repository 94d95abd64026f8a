/** Where somebody is stuck, and what they ask. The answers they gave are not part of it, by shape. */
export interface HelpRequestInput {
  /** Made unless given, as the time: of an anonymous answer both tell no more than the day. */
  id?: string
  at?: Date
  surveyId: string
  surveyName: string
  questionId: string | null
  locale: string
  message: string
  /** Where a reply can go; without it, it waits on the page. */
  email: string | null
  /** Who wants to be called. */
  phone: string | null
  /** The answer it is about, when that is not anonymous. */
  responseId: string | null
  /** Leads back to the same question: `/f/…#q-stars`; null once everything is answered. */
  backPath: string | null
  /** What the page of who asks can show again, so that it finds the reply; null when none is to be shown. */
  askerHash: Buffer | null
}
