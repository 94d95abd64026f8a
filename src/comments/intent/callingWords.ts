import type { Pattern } from './assertion.ts'

const gap = `(?:\\s+(?!not\\b|never\\b|nobody\\b|you'd\\b)[\\w']+){0,4}?`
const asked = `(?:please|pls|plz|kindly|feel free to|hesitate to|(?:can|could|would|will|may|should|must)(?= (?:you|some|any|a|an|the|your|our|please)\\b| (?:some|any)(?:one|body)\\b)|(?:manager|you|one|body|team|billing|engineer|supervisor) (?:should|must|needs? to|has to|have to|ought to)|(?:i|we)(?:'d| would)? (?:want|like|love|expect|ask|request|need|prefer)|appreciate it|grateful|ask|have|get|let|make sure|sure that|do|just|then|so|asap|or|otherwise|you can|you may)`
const reach = `(?:calls?|rings?|phones?|telephones?|contacts?|get(?:s)? in touch with|get(?:s)? back to|reach(?:es)? out to|reach|speak(?:s)? (?:to|with)|talk(?:s)? (?:to|with)|ring back|call back)`
const kin = `(?:wife|husband|partner|daughter|son|mother|father|mum|dad|office|assistant|secretary|mobile|carer|brother|sister|home|landline|team)`
const us = `(?:me|us|myself|my ${kin}|our ${kin}|him back|her back)`
const now = `(?=\\W*$|[,;:.]|\\s+(?:today|tomorrow|now|asap|any ?time|soon|if|before|after|on|at|when|first|please|directly|evenings?|mornings?|and)\\b)`
const call = `(?:phone call|telephone call|call ?back|call-back|return call|ring back|call|conversation|chat|word with|word)`
const whom = `(?:some ?one|some ?body|any ?one|any ?body|a |an |the |your |our )`
const wish = `(?:want|like|love|need|wish|hope|demand|prefer|request|insist|glad|happy|grateful|keen|ask|expect)`

const callingEnglish: readonly Pattern[] = [
  { says: new RegExp(`\\b${asked}${gap}\\s+${reach}\\s+${us}\\b`, 'g'), ours: true },
  {
    says: new RegExp(`(?:^|(?<!said|says|told me|when \\w+|whenever \\w+)[,;:])\\W*${reach}\\s+${us}(?:\\s+back)?\\b`, 'g'),
    ours: true,
  },
  {
    says: new RegExp(
      `\\b(?:some ?one|some ?body|any ?one|a manager|a human(?: being)?|a real person|one of you)(?:\\s+[\\w']+){0,3}?\\s+${reach}\\s+${us}\\b`,
      'g',
    ),
    ours: true,
  },
  {
    says: new RegExp(
      `(?:^\\W*|\\b(?:please|pls|plz|kindly|do|just)\\s+)(?:call|ring|phone|telephone|get in touch|make contact)(?:\\s+back)?${now}`,
      'g',
    ),
    ours: true,
  },
  {
    says: new RegExp(
      `\\bg[ei]v(?:e|ing)\\s+${us}\\s+an?(?:other)?\\s+(?:quick\\s+)?(?:call|ring|buzz|bell|shout|tinkle)\\b`,
      'g',
    ),
    ours: true,
  },
  {
    says: new RegExp(
      `(?:^\\W*would\\s+|\\b)(?:want|like|love|need|request(?:ing)?|expect(?:ing)?|demand(?:ing)?|appreciate|welcome|await(?:ing)?|wait(?:ing)? for|look(?:ing)? forward to|hop(?:e|ing) for|ask(?:ing)? for|grateful for|available for|ready for|glad of|require)\\s+(?:a|an|your|the|to receive a|to get a|to have a|some|another)\\s+(?:\\w+\\s+){0,2}?${call}\\b`,
      'g',
    ),
  },
  { says: new RegExp(`^\\W*(?:waiting for|awaiting)\\s+(?:a|your|the)\\s+${call}\\b`, 'g'), ours: true },
  {
    says: new RegExp(
      `\\b(?:can|could|may|might|shall)\\s+(?:i|we)\\s+(?:please\\s+)?(?:get|have|ask for|request|expect|receive)\\s+(?:a|an|your)\\s+(?:\\w+\\s+){0,2}?${call}\\b`,
      'g',
    ),
    ours: true,
  },
  { says: new RegExp(`\\b(?:can|could|may)\\s+(?:i|we)\\s+(?:please\\s+)?(?:speak|talk|chat)\\b`, 'g'), ours: true },
  {
    says: new RegExp(
      `^\\W*(?:(?:a|your|the)\\s+)?(?:\\w+\\s+)?${call}\\s+(?:please|pls|requested|required|needed|wanted|(?:would|will) (?:be|help|do))\\b`,
      'g',
    ),
    ours: true,
  },
  {
    says: new RegExp(
      `\\b${wish}\\s+(?:some ?one|some ?body|you|a manager|the manager|any ?one|a person)(?:\\s+\\w+)?\\s+(?:to\\s+|could\\s+|would\\s+)?${reach}\\s+${us}\\b`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `(?<!\\b(?:if|when|whenever) )\\b(?:i|we|i'd|we'd|i'm|we're)\\b(?:\\s+[\\w']+){0,3}?\\s*\\b${wish}\\s+to\\s+(?:be\\s+(?:called|contacted|phoned|rung)(?! ["“'])|speak (?:to|with)\\s+${whom}|talk (?:to|with|this|it|about)|discuss this|have a (?:word|chat)|explain (?:it|this|more))`,
      'g',
    ),
  },
  {
    says: /\b(?:i|we)(?:'d| would) (?:like|love|prefer) (?:to )?(?:a word with|discuss (?:it|this|things|the \w+) (?:over|on|by) the phone)|\bdiscuss (?:it|this) (?:over|on) the phone\b/g,
  },
  {
    says: /\b(?:who|whom) (?:can|could|do|should|may) (?:i|we) (?:speak|talk) (?:to|with)\b|\b(?:some|any)(?:one|body) (?:i|we) (?:can|could) (?:speak|talk) (?:to|with)\b|\bhow (?:do|can) (?:i|we) (?:get to )?(?:speak|talk) to\b/g,
    ours: true,
  },
  {
    says: /\blet(?:'s| us) (?:talk|speak|discuss)\b|\b(?:could|can|shall) we (?:talk|speak|discuss|have a (?:chat|call))\b/g,
    ours: true,
  },
  {
    says: /\b(?:happy|glad|willing|ready|available|free) (?:to )?(?:talk|speak|explain (?:it |this )?(?:on|over) the phone|for a (?:call|chat))\b/g,
  },
  {
    says: /(?<!(?:order|account|room|reference|customer|case|ticket|invoice|policy|booking|file) )\b(?:my |our )?(?:phone|mobile|telephone|tel|cell|contact|number)\.?(?:\s+(?:number|no))?\.?\s*(?:is\s*|:\s*|-\s*)?\+?\d(?:[\s-]?\d){5,}/g,
    ours: true,
  },
  {
    says: /\b(?:reach|reached|call|ring|phone|contact|available)\s+(?:(?:me|us)\s+)?(?:on|at|is|any ?time|after|before|tomorrow|today|back|by|between|asap|please|under|:)?\s*(?:on|at)?\s*\+?\d(?:[\s-]?\d){5,}/g,
    ours: true,
  },
]

const callingGerman: readonly Pattern[] = [
  { says: /\b(?:ruf(?:en)?t?|kontaktier(?:en)?t?|sprechen) (?:sie )?(?:bitte )?(?:mich|uns|an(?=\W*$))/g, ours: true },
  {
    says: /\b(?:bitte|können|könnten|kann|könnte|soll|sollte|muss|möge)\b[^,.]{0,40}\b(?:anrufen|zurückrufen|rückrufen|kontaktieren)\b/g,
    ours: true,
  },
  {
    says: /(?<!\p{L})(?:bitte|erbitte|möchte|wünsche|hätte gerne?|erwarte|brauche|warte auf|freue|freuen|über)\b[^,.]{0,25}\b(?:rückruf|anruf|kontaktaufnahme)\b/gu,
    ours: true,
  },
  { says: /\b(?:rückruf|anruf|kontaktaufnahme) (?:bitte|erbeten|erwünscht|gewünscht)\b/g, ours: true },
  {
    says: /\bmelden sie sich\b|\bbitte melden\b|\b(?:könnten|können|würden) sie sich (?:bitte )?(?:bei (?:mir|uns) )?(?:\w+ )?melden\b|\b(?:jemand|wer)\b[^,.]{0,25}\b(?:bei (?:mir|uns)) (?:melden|meldet)\b/g,
    ours: true,
  },
  { says: /\b(?:in verbindung|kontakt (?:mit (?:mir|uns) )?auf)\b|\bnehmen sie (?:bitte )?kontakt\b/g, ours: true },
  {
    says: /\b(?:möchte|will|würde gerne?|muss|wollen|möchten)\b[^,.]{0,12}\bmit\b[^,.]{0,30}\b(?:sprechen|reden|telefonieren)\b|\bmit wem (?:kann|darf|soll) ich\b[^,.]{0,20}\b(?:sprechen|reden)\b/g,
  },
  { says: /\btelefonisch (?:klären|besprechen|erreichbar|melden)\b/g },
  {
    says: /\b(?:meine? (?:nummer|telefonnummer|handynummer|mobilnummer|handy) (?:ist|lautet)|tel(?:efon)?\.?:?|handy:?|mobil:?)\s*\+?\d[\d\s/-]{5,}/g,
    ours: true,
  },
  { says: /\b(?:unter|auf)\s+(?:der\s+)?(?:nummer\s+)?\+?\d[\d\s/-]{5,}(?:erreichbar|zu erreichen)?/g, ours: true },
]

const callingArabic: readonly Pattern[] = [
  {
    says: /(?:اتصلوا بي|اتصل بي|ارجو الاتصال|أرجو الاتصال|يرجي الاتصال|يرجى الاتصال|ارجو التواصل معي|أرجو التواصل معي|الرجاء الاتصال)/g,
    ours: true,
  },
]

export const callingWords: readonly Pattern[] = [...callingEnglish, ...callingGerman, ...callingArabic]

/** Nearly all comments hold none of these, and need no closer look. */
export const mayCall =
  /\b(?:call|ring|phone|telephone|contact|touch|get back|reach|speak|talk|buzz|discuss|number|word|mobile|tel\b|cell|conversation)|\d{4}|ruf|meld|kontakt|sprechen|reden|telefon|verbindung|اتصل|الاتصال|التواصل/

const naming =
  /^\s+(?:(?:a|an|the)\s+(?!call|ring)|old|crazy|cynical|naive|naïve|picky|stupid|silly|biased|spoil|lucky|impressed|mad|fussy|what|whatever|names?|by my|sir|madam|mrs?\b|ms\b|ishmael|maybe|surprised|converted|happy|demanding|sceptical|skeptical|paranoid|weird|simple|boring|lazy|ungrateful)/

/** "Call me old-fashioned" asks for no call. */
export const isNaming = (from: string, length: number): boolean =>
  /\bcall (?:me|us)$/.test(from.slice(0, length)) && naming.test(from.slice(length))
