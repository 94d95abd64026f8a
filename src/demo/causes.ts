import type { DemoTheme } from './sayings/sayings.ts'

/** The causes people name when they close a loop: two levels. */
export const causeTree: Readonly<Record<string, readonly string[]>> = {
  Appointments: ['Appointment not kept', 'Slot too wide', 'Hotline not reached'],
  'Repair work': ['Repair did not last', 'Spare part missing', 'Ground not made good'],
  Information: ['Call-back not kept', 'Works not announced', 'Contradicting answers'],
  Billing: ['Estimated bill', 'Wrong charge', 'Refund late'],
  People: ['Tone', 'Explanation missing'],
  'What we did well': ['Help beyond the job', 'Clear explanation', 'Quick repair'],
}

const likely: Record<DemoTheme, readonly string[]> = {
  waiting: ['Appointment not kept', 'Appointment not kept', 'Slot too wide', 'Hotline not reached'],
  staff: ['Tone', 'Explanation missing'],
  information: ['Call-back not kept', 'Call-back not kept', 'Works not announced', 'Contradicting answers'],
  result: ['Repair did not last', 'Repair did not last', 'Spare part missing', 'Ground not made good'],
  billing: ['Estimated bill', 'Wrong charge', 'Wrong charge', 'Refund late'],
}

export const causesOf = (theme: DemoTheme): readonly string[] => likely[theme]
export const praises = causeTree['What we did well']!
