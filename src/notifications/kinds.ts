// @words everybody
import { msg } from '../kit/i18n.ts'

/** What reaches colleagues. Each of them chooses per kind how it comes by mail; in the console it always appears. */
export const kinds = ['alert', 'escalation', 'mention', 'thanks', 'help', 'work', 'trouble', 'other'] as const
export type NotificationKind = (typeof kinds)[number]

export const mailChoices = ['at-once', 'hourly', 'daily', 'never'] as const
export type MailChoice = (typeof mailChoices)[number]

/** Languages the product itself speaks to people. */
export const mailLanguages = ['en', 'de', 'ar'] as const
export type MailLanguage = (typeof mailLanguages)[number]

export const usualChoice: Record<NotificationKind, MailChoice> = {
  alert: 'at-once',
  escalation: 'at-once',
  mention: 'at-once',
  thanks: 'at-once',
  help: 'at-once',
  work: 'daily',
  trouble: 'at-once',
  other: 'never',
}

export const kindLabels: Record<NotificationKind, string> = {
  alert: msg('Alerts that are yours, and their reminders'),
  escalation: msg('Alerts that reached you from someone below'),
  mention: msg('Colleagues who mention you or ask for your help'),
  thanks: msg('Thanks for what a customer said'),
  help: msg('People who are stuck in a questionnaire of yours'),
  work: msg('Long work that has ended: imports, sends, exports'),
  trouble: msg('Something that you look after has stopped: a webhook'),
  other: msg('Everything else'),
}
