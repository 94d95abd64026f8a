import type { SendingHours } from '../src/sending/sendingHours.ts'

/** Monday to Friday in Berlin, closed at Easter. */
export const office: SendingHours = {
  zone: 'Europe/Berlin',
  hours: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '15:00']],
  },
  holidays: ['2026-04-03', '2026-04-06'],
}
