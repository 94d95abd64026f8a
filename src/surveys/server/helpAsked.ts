/** Where somebody is stuck, and what they ask. The answers they gave are not part of it, by shape. */
export interface HelpAsked {
  surveyId: string
  surveyName: string
  questionId: string | null
  locale: string
  message: string
  /** Where a reply can go; without it, it waits on the page. */
  email: string | null
  /** Leads back to the same question: `/f/…#q-stars`. */
  backPath: string
  /** What the page of who asks can show again, so that it finds the reply. */
  askerHash: Buffer
}
