/** What depots share on the wall after a customer praised them; whatever the customer said, it fits. */
export interface DemoPractice {
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
    title: 'Ring half an hour before',
    story:
      'Whoever drives rings the customer from the van when the job before is done. It takes a minute, and nobody waits behind the curtain.',
    theme: 'Appointments',
    applause: 14,
    reused: [
      { depot: 'tarnside', note: 'Since May. Complaints about the slot are down to one a week.' },
      { depot: 'saltmouth', note: 'We do it by text where nobody picks up.' },
    ],
  },
  {
    title: 'Show what was wrong',
    story: 'Keep the broken part until the customer has seen it, and say in two sentences what it did and why it will hold now.',
    theme: 'Explaining',
    applause: 9,
    reused: [{ depot: 'amberley', note: 'Children love it. So do their parents.' }],
  },
  {
    title: 'Stay until it runs clear',
    story:
      'After a repair let the tap run together with the customer and leave when the water is clear, not when the joint is tight.',
    theme: 'Repair work',
    applause: 11,
    reused: [{ depot: 'brackley', note: 'Ten minutes more, hardly any second visits.' }],
  },
  {
    title: 'One name for the whole case',
    story: 'Leave a card with your own name and number. Whoever calls again does not have to tell the story twice.',
    theme: 'Appointments',
    applause: 6,
    reused: [],
  },
  {
    title: 'Leave the pavement better than it was',
    story: 'A broom and a bag of sand are in every van now. Photograph the ground before and after, and send both.',
    theme: 'Repair work',
    applause: 8,
    reused: [{ depot: 'kelby', note: 'The photos also end most arguments about paving.' }],
  },
  {
    title: 'Read the bill together',
    story: 'When somebody is upset about a bill, sit down and go through it line by line before saying whether it is right.',
    theme: 'Explaining',
    applause: 5,
    reused: [],
  },
  {
    title: 'Ask who lives in the house',
    story:
      'Small children, somebody ill, a dialysis machine: ask before the water is turned off, and bring canisters where it matters.',
    theme: 'Caring',
    applause: 12,
    reused: [{ depot: 'fairfield', note: 'It is now the first question on our job sheet.' }],
  },
  {
    title: 'Say it in their language',
    story: 'The ten sentences of every visit hang in the van in six languages. Pointing at them is enough to break the ice.',
    theme: 'Caring',
    applause: 4,
    reused: [],
  },
]

/** What a manager writes to the colleague who was praised. */
export const thanksNotes = [
  'This is what we are here for. Thank you.',
  'Read this aloud in the morning round, so that everybody heard it. Well done!',
  'That is exactly how I would like to be treated myself. Thanks.',
  'You made their day, and ours.',
] as const
