/** What a depot shares on the wall after a customer praised it. */
export interface DemoPractice {
  /** What the customer praised, in their words. */
  praised: string
  title: string
  story: string
  theme: string
  /** So many colleagues applaud. */
  applause: number
  /** Depots that do the same by now, and what they say of it. */
  reused: readonly { depot: string; note: string }[]
}

export const practices: readonly DemoPractice[] = [
  {
    praised: 'took his shoes off',
    title: 'Shoes off before anybody asks',
    story:
      'Overshoes lie on top of the tool bag. Whoever enters puts them on in the doorway, also where the floor looks used to worse.',
    theme: 'Manners',
    applause: 9,
    reused: [{ depot: 'saltmouth', note: 'We ordered overshoes for every van in June.' }],
  },
  {
    praised: 'so that even I understood it',
    title: 'Show what was wrong',
    story: 'Keep the old part until the customer has seen it, and say in two sentences what it did and why it will hold now.',
    theme: 'Explaining',
    applause: 11,
    reused: [{ depot: 'amberley', note: 'Children love it. So do their parents.' }],
  },
  {
    praised: 'stayed on the line',
    title: 'Stay until the water is back',
    story: 'Whoever takes a call about an outage stays with it: ring back yourself, or hold the line, until the tap runs again.',
    theme: 'Staying with it',
    applause: 14,
    reused: [
      { depot: 'tarnside', note: 'Since May. Hardly anybody calls twice about the same outage.' },
      { depot: 'brackley', note: 'We take turns, so that nobody is stuck for an evening.' },
    ],
  },
  {
    praised: 'does not hear well',
    title: 'Ask what somebody needs',
    story:
      'The job sheet has a line for it: hard of hearing, small children, a dialysis machine. Ask when booking, read it before ringing.',
    theme: 'Caring',
    applause: 12,
    reused: [{ depot: 'fairfield', note: 'It is now the first question on our sheet.' }],
  },
  {
    praised: 'left her own number',
    title: 'One name for the whole case',
    story: 'Leave a card with your own name and number. Whoever calls again does not have to tell the story twice.',
    theme: 'Staying with it',
    applause: 8,
    reused: [],
  },
  {
    praised: 'swept the',
    title: 'Leave it cleaner than it was',
    story: 'A broom and a bag of sand are in every van. Sweep last, then photograph, then ring the bell to say goodbye.',
    theme: 'Manners',
    applause: 6,
    reused: [{ depot: 'kelby', note: 'The photos also end most arguments about paving.' }],
  },
  {
    praised: 'Two young colleagues',
    title: 'Let the new ones ride with somebody who likes the job',
    story:
      'For their first three months new colleagues go out with the same two people, chosen because they enjoy it. Customers notice.',
    theme: 'Team',
    applause: 7,
    reused: [],
  },
  {
    praised: 'treated so kindly',
    title: 'Two minutes before the tools',
    story:
      'Sit down first and let them tell it. Two minutes of listening save ten of explaining, and nobody feels like a job number.',
    theme: 'Caring',
    applause: 10,
    reused: [{ depot: 'lindhurst', note: 'The hardest part is really sitting down.' }],
  },
]

/** What a manager writes to the colleague who was praised. */
export const thanksNotes = [
  'This is what we are here for. Thank you.',
  'Read this aloud in the morning round, so that everybody heard it. Well done!',
  'That is exactly how I would like to be treated myself. Thanks.',
  'You made their day, and ours.',
] as const
