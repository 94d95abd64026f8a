import type { Pattern } from './assertion.ts'

const soft = `(?:\\s+(?:now|then|seriously|definitely|certainly|simply|just|also|really|probably|likely|therefore|already|currently|actively|soon|sadly|all|most likely|strongly))*`
const am = `(?:i'?m|i am|we're|we are|i'll be|we'll be|(?:i|we) (?:will|shall) be|(?:i've|we've|i have|we have) been)${soft}`
const will = `(?:(?:i|we)(?:'ll| will| shall| might| may| must)|(?:i'?m|i am|we're|we are) (?:going to|gonna|about to|ready to|tempted to|inclined to|forced to|happy to)|(?:i|we) (?:want|wish|intend|plan|have decided|have|need) to|(?:i|we)(?:'d| would) (?:like|rather|sooner)(?: to)?)${soft}(?: have to)?`
const have = `(?:i've|we've|i have|we have)${soft}`
const our = `(?:my|our|all my|all our|all of my|both(?: my| our)?)`

const others = `(?:other|others|another|a different|different|alternative|alternatives|a new|new|rival|competing|some ?one else(?:'s)?|some ?where else|any ?one else|some ?body else|the other|one of your)`
const trades = `(?:compan|provider|supplier|firm|bank|store|shop|hotel|clinic|practice|doctor|dentist|hospital|surger|gym|carrier|operator|insurer|agenc|competitor|competition|rival|place|vendor|brand|school|restaurant|garage|airline|broker|utilit|network|chain|hairdresser|optician|pharmac|service|contractor|partner|app|alternative)\\w*`
const none = `(?:an?\\s+)?${others}\\s+(?:\\w+\\s+)?${trades}|alternatives|others|some ?(?:one|body|where) else|something better|(?:an?\\s+)?(?:replacement|alternative)`
const bond = `(?:contract|account|subscription|membership|polic(?:y|ie)|service|plan|order|agreement|business|custom|direct debit|card|insurance|booking|cover|partnership|relationship|cooperation|licen[cs]e)s?`
const away = `(?:elsewhere|somewhere else|some place else|away)`
const ends = `(?:cancel|terminat|clos|quit|discontinu|end|delet|stop|pull)`
/** What may stand behind "I will cancel": "I will cancel the meeting" is no threat. */
const stops = `(?=\\W*$|[,;:]|\\s+(?:as|at|immediately|tomorrow|today|now|and|because|if|unless|effective|next|by|in|on|from|everything|asap|soon|when|before|after|with you)\\b)`
const buying = `(?:us(?:e|ing)|buy(?:ing)?|book(?:ing)?|order(?:ing)?|shop(?:ping)?|stay(?:ing)?|deal(?:ing)?|fly(?:ing)?|eat(?:ing)?|visit(?:ing)?|com(?:e|ing)|com(?:e|ing) back|return(?:ing)?|be(?:ing)? back|go(?:ing)?|renew(?:ing)?|extend(?:ing)?|travel(?:ling)?|rent(?:ing)?|bank(?:ing)?|choos(?:e|ing)|sign(?:ing)? up|set(?:ting)? foot|walk(?:ing)? in)`
const wont = `(?:won't|wont|shan't|(?:will|shall|would|'ll|'d|am|'m|are|'re)\\s+(?:definitely\\s+|certainly\\s+|most certainly\\s+)?(?:not|never)(?:\\s+(?:going|planning|willing|prepared) to)?|never|don't (?:plan|intend|want|wish) to|do not (?:plan|intend|want|wish) to|no longer)`

const leavingEnglish: readonly Pattern[] = [
  // Ending what binds: "cancel my contract", "I have closed my account", "I'm cancelling".
  { says: new RegExp(`\\b${ends}(?:e|ing|ling|ting|l)?\\s+${our}\\s+(?:\\w+\\s+)?${bond}\\b`, 'g') },
  {
    says: new RegExp(
      `\\b(?:please|kindly|${will}|${am})\\s+${ends}(?:e|ing|ling|ting|l)?\\s+(?:the|this)\\s+(?:\\w+\\s+)?${bond}\\b`,
      'g',
    ),
  },
  { says: new RegExp(`\\b${have}\\s+(?:cancel|terminat|clos|end)(?:led|ed)\\s+(?:${our}|the)\\s+(?:\\w+\\s+)?${bond}\\b`, 'g') },
  { says: new RegExp(`\\b(?:${am}|${will})\\s+(?:cancel(?:l?ing)?|terminat(?:e|ing))\\b${stops}`, 'g') },
  { says: /\b(?:if|unless|or|otherwise)\b.{0,120}?\b(?:i|we) (?:cancel|quit|leave|switch|walk)\b/g, own: true },
  { says: /\bconsider (?:this |it )?(?:my|our) (?:\w+ )?(?:cancel\w*|terminated|closed|notice|resignation)\b/g },
  {
    says: new RegExp(
      `\\b(?:(?:hand(?:ed|ing)?|giv(?:e|en|ing)|send(?:ing)?|sent|expect)\\s+(?:in\\s+)?(?:you\\s+)?(?:my|our)\\s+(?:notice|cancellation|letter of cancellation)|(?:given|giving) (?:you )?notice(?! to))\\b`,
      'g',
    ),
  },
  {
    says: /\b(?:want|get|getting|wanting)(?: to get)? out(?: of (?:this|my|our|the|your))?(?: \w+)? (?:contract|agreement|deal|plan|as soon)\b/g,
  },
  { says: new RegExp(`\\blet (?:my|our|the|this) (?:\\w+ )?${bond} (?:lapse|run out|expire)\\b`, 'g') },
  { says: /\bpull(?:ing)? (?:my|our|all my|all our) (?:money|advertising|business|funds|savings|orders|team|children|child)\b/g },
  // Going to others: "switch to another bank", "use a different garage next time", "take our business elsewhere".
  {
    says: new RegExp(
      `\\b(?:switch|mov|chang|transfer|defect|go|going|fly|flying|drive|travel)(?:e|ing|ring)?\\s+(?:over\\s+|back\\s+|on\\s+|my \\w+\\s+|our \\w+\\s+|everything\\s+)?(?:to|with)\\s+(?:an?\\s+)?${others}(?:\\s+\\w+)?(?:\\s+${trades})?\\b`,
      'g',
    ),
  },
  { says: new RegExp(`\\b(?:switch|chang)(?:e|ing)?\\s+(?:(?:my|our|the)\\s+)?(?:\\w+\\s+)?${trades}\\b`, 'g') },
  {
    says: new RegExp(
      `\\b(?:tak|mov|transferr?|switch)(?:e|ing)?\\s+(?:${our})\\s+(?:business|custom|money|accounts?|trade|family|savings|policies|contracts?|patronage|cash)\\s+(?:${away}|out|to)\\b`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `\\b(?:go|going|shop|shopping|look|looking|buy|buying|book|booking|order|ordering|eat|bank|try)\\s+${away}\\b`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `\\b(?:will|'ll|shall|going to)\\s+(?:be\\s+)?(?:with|us(?:e|ing)|try(?:ing)?|visit(?:ing)?|book(?:ing)?|buy(?:ing)?|choos(?:e|ing)|pick(?:ing)?)\\s+(?:with\\s+|from\\s+|at\\s+)?(?:an?\\s+)?${others}\\s+(?:\\w+\\s+)?${trades}\\b`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `\\b(?:from (?:now|here) on|in future|next (?:time|year|month))\\b.{0,120}?\\b(?:${others}\\s+(?:\\w+\\s+)?${trades}|elsewhere)\\b`,
      'g',
    ),
    ours: true,
  },
  {
    says: new RegExp(`\\b${others}\\s+(?:\\w+\\s+)?${trades}\\s+(?:from (?:now|here) on|in future|next time)\\b`, 'g'),
    ours: true,
  },
  { says: /\b(?:from (?:now|here) on|in future|next time)\b.{0,120}?\binstead\b/g },
  {
    says: /\b(?:'d|would) (?:sooner|rather)\b.{0,120}?\bthan (?:ever )?(?:come|return|go back|use you|deal|stay|fly|shop|book|order)\b/g,
  },
  { says: new RegExp(`\\b(?:sent|transferred|forwarded|moved) to (?:an?\\s+)?${others}\\s+(?:\\w+\\s+)?${trades}\\b`, 'g') },
  { says: /\bcount (?:me|us) out\b/g, ours: true },
  { says: /\btime to (?:change|switch|leave|move on|cancel|say goodbye|look elsewhere)\b/g, ours: true },
  { says: /\bmoving on to an?\b/g },
  // Looking round: "looking for another gym", "getting quotes from other firms".
  {
    says: new RegExp(
      `\\b(?:find(?:ing)?|look(?:ing)?|search(?:ing)?|shop(?:ping)?|consider(?:ing)?|evaluat(?:e|ing)|explor(?:e|ing)|compar(?:e|ing)|try(?:ing)?)\\s+(?:for\\s+|at\\s+|into\\s+|around for\\s+|around at\\s+|out\\s+)?(?:${none})\\b`,
      'g',
    ),
  },
  { says: /\b(?:shopping|looking|shop|look) around(?: for)?\b/g },
  { says: new RegExp(`\\b(?:talking|speaking|negotiating)\\s+(?:to|with)\\s+(?:${none})\\b`, 'g') },
  // Gone already: "I have already signed with someone else".
  {
    says: new RegExp(
      `\\b${have}\\s+(?:signed|gone|moved|switched|changed)\\s+(?:up\\s+|over\\s+)?(?:with|to)\\s+(?:${none})\\b`,
      'g',
    ),
  },
  { says: new RegExp(`\\b(?:quotes?|offers?)\\s+from\\s+(?:${others}|your)\\b`, 'g') },
  { says: /\b(?:tender|contract|business) (?:for your replacement|out to (?:tender|bid))|\breplacement for you\b/g, ours: true },
  // Never again.
  {
    says: new RegExp(
      `\\b${wont},?\\s+(?:ever,?\\s+|be\\s+)*${buying}(?:\\s+[\\w']+){0,6}?\\s+(?:again|any ?more|ever|in future|(?:in|with|from|at|of)?\\s*(?:you|this|your|here)\\b)`,
      'g',
    ),
    own: true,
  },
  {
    says: new RegExp(
      `\\b${wont}\\s+(?:ever\\s+)?(?:be\\s+)?(?:com(?:e|ing) back|return(?:ing)?(?! the| my| it| them)|renew(?:ing)?|extend(?:ing)?|stay(?:ing)?)\\b`,
      'g',
    ),
    own: true,
  },
  {
    says: new RegExp(
      `^\\W*(?:(?:never(?:,? ever)?|not|no more)\\s+${buying}\\b.{0,120}?\\b(?:again|here|any ?more|you)\\b|not (?:renewing|returning|extending)\\b|no more (?:orders?|business) from (?:me|us)|no renewal)`,
      'g',
    ),
    ours: true,
    own: true,
  },
  { says: /^\W*never(?:,? ever)? again\W*$|\bnever again\W*$/g, ours: true, own: true },
  {
    says: /\b(?:no longer (?:a|your|be) (?:customer|client|member|patient|guest|a customer|a member)|no longer (?:want|wish)(?: to)? (?:be|deal|stay|use|have anything)|don't want to be an? (?:member|customer|client|patient)(?: of yours)?(?: any ?more)?)\b/g,
    own: true,
  },
  {
    says: /\b(?:can't|cannot|can not|don't) (?:see|imagine) (?:myself|us|ourselves) (?:staying|renewing|coming back|returning|using)\b/g,
    own: true,
  },
  { says: /\brenewal (?:will not|won't|is not going to|isn't going to) happen\b/g, ours: true, own: true },
  { says: /\bno intention (?:of|to) (?:stay|renew|remain|return|com|extend|us|keep)\w*\b/g, own: true },
  { says: /\b(?:not|won't|never) see (?:me|us) (?:\w+ ){0,4}?again\b/g, own: true, ours: true },
  // The last time.
  {
    says: /\b(?:this|that|it|which|today) (?:is|was|has been|will be) (?:probably |definitely |certainly )?(?:the |my |our )?(?:very )?(?:last|final) (?:time (?:i|we|you)\b|straw\b|(?:order|visit|purchase|booking|stay|flight|meal|trip)(?=\W*$|[,;]| (?:with|here|from|to|at|you|ever)\b))/g,
    ours: true,
  },
  {
    says: new RegExp(
      `^\\W*(?:(?:the|my|our) )?(?:very )?last time (?:i|we)(?:'ll| will| ever)? (?:us|buy|book|order|shop|stay|deal|fly|eat|visit|com|go|rent|travel|set)(?:e)?\\b`,
      'g',
    ),
    ours: true,
  },
  { says: /\b(?:seen|heard|see|hear) the last of (?:me|us)\b/g, ours: true },
  { says: /\bfirst and (?:the |my |our )?last\b/g, ours: true },
  // Leaving, in short.
  {
    says: new RegExp(
      `\\b${am}\\s+(?:leaving(?! (?:happy|full|satisfied|with|feeling|a |an |five|four|for|on|at|the|\\d))|off\\b(?! (?:work|to work|sick|on|for|today|this|next))|out(?: of here)?(?=\\W*$|,)|gone|quitting|switching|through with|done (?:with (?:you|this(?! survey))|here))`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `\\b${will}\\s+(?:leave(?! (?:a|an|the|it|you|my|her|him|my|early|happy))|quit|cancel${stops}|switch(?! (?:on|off))|go elsewhere|walk(?: away)?(?=\\W*$)|part ways|move on)(?! (?:my|the) (?:appointment|meeting))`,
      'g',
    ),
  },
  {
    says: /\b(?:thinking (?:of|about)|consider(?:ing)?|close to|contemplating|on the verge of|tempted (?:to|by)|planning (?:on|to)) (?:of )?(?:leaving|switching|cancelling|canceling|quitting|going to|moving to|changing|cancel|leave|switch|quit|go to)\b/g,
  },
  {
    says: /\b(?:reconsider|rethink|review|end) (?:our|my|this) (?:partnership|relationship|contract|membership|cooperation|collaboration)\b/g,
  },
  { says: /\b(?:we|i|or we) (?:part ways|part company|walk away)\b/g, ours: true },
  { says: /\bdone with (?:you|this (?:company|bank|gym|place|shop|store|airline|hotel|practice|provider))\b/g },
  { says: /\b(?:say|saying) goodbye(?= (?:to|after|for)\b)/g },
  // Losing a customer.
  {
    says: /\b(?:you(?:'ve| have|'ll| will| are about to|'re about to| just)?|just|going to|about to)\s+(?:just\s+|soon\s+)?(?:lost|lose|losing)\s+(?:me|us|an?(?: \w+){0,2} (?:customer|client|member|patient|guest)|(?:my|our) (?:business|custom|trade|loyalty))\b/g,
    ours: true,
  },
  { says: /\b(?:how you lose customers|or lose (?:me|us|a customer))\b/g, ours: true },
]

const leavingGerman: readonly Pattern[] = [
  { says: /\bkündig(?:e(?: ich)?|en(?: wir)?|t)\b(?! sie nicht)/g },
  {
    says: /(?<!\p{L})(?:überleg|erwäg|plan|beabsichtig|denk)\p{L}*(?: (?!nicht )\p{L}+){0,3},? (?:\p{L}+ ){0,3}?(?:(?:anbieter|bank|arzt|werkstatt|lieferanten|versicherung|praxis) zu wechseln|zu kündigen)(?!\p{L})/gu,
  },
  { says: /\b(?:ich|wir)\b[^,.]{0,40}\bgekündigt\b/g },
  { says: /\b(?:meine|unsere|die) kündigung (?:ist|liegt|geht|folgt|kommt|habe|schicke|erhalten)\b/g },
  {
    says: /\b(?:vertrag|konto|abo|mitgliedschaft|zusammenarbeit|police|versicherung)\s+(?:\w+\s+){0,3}(?:auflösen|beenden|schließen|löschen|auslaufen)\b/g,
  },
  {
    says: /\b(?:löschen|schließen|beenden|stornieren) sie (?:bitte )?(?:mein|unser)\w*|\bbeenden (?:wir )?(?:die|unsere) (?:zusammenarbeit|geschäftsbeziehung)/g,
  },
  {
    says: /\bwechs(?:le|eln|el)\b[^,.]{0,30}?\b(?:konkurrenz|anbieter|bank|arzt|werkstatt|lieferanten|versicherung|praxis|ander\w+|mitbewerber)\b|\b(?:anbieter|bank|arzt|werkstatt|lieferanten|versicherung|praxis)\s+(?:zu\s+)?wechseln\b/g,
  },
  {
    says: /\b(?:geh|bestell|kauf|buch|flieg)(?:e|en)\b[^,.]{0,30}?\b(?:woanders|konkurrenz|(?:zu|bei|mit) eine[mr] ander\w+|mitbewerber)/g,
  },
  { says: /\b(?:woanders|konkurrenz|mitbewerber)\b[^,.]{0,20}\b(?:gehen|bestellen|kaufen|buchen)\b/g },
  { says: /\b(?:nie|niemals|nicht)\s+(?:wieder|mehr)\s+(?:bei|zu)\s+(?:euch|ihnen)/g, ours: true, own: true },
  { says: /^\W*(?:einmal und )?(?:nie|niemals) wieder\W*$|\beinmal und nie wieder\b/g, ours: true, own: true },
  {
    says: /\b(?:ich|wir|hier|mich|uns)\b[^,.]{0,30}\b(?:nie|niemals|nicht) (?:wieder|mehr)\b(?! missen| verzichten| hergeben)(?:[^,.]{0,20}\b(?:kommen|kaufen|bestellen|buchen|sehen|her|ein|hin)\b)?/g,
    own: true,
  },
  { says: /\b(?:ich|wir)\b[^,.]{0,25}\bnicht verlängern\b|\bverlänger\w* (?:wir |ich )?(?:den vertrag )?nicht\b/g, own: true },
  {
    says: /\bdas war (?:definitiv |sicher )?(?:das letzte mal|mein(?:e)? letzte[rs]? \w+|unser(?:e)? letzte[rs]? \w+)/g,
    ours: true,
  },
  {
    says: /\bverlier\w* (?:sie )?(?:\w+ ){0,3}(?:kunde\w*|uns|mich)\b|\beinen (?:\w+ )?kunden (?:verloren|weniger)\b/g,
    ours: true,
  },
  { says: /\b(?:(?:bin|sind) (?:ich|wir)|(?:ich|wir) (?:bin|sind)) (?:dann |bald |jetzt )?(?:weg|raus)(?=\W*$)/g },
  {
    says: /\bsuch\w* (?:ich |wir )?(?:mir |uns )?(?:jetzt |nun |dann )?(?:ein\w*) (?:ander|neu)\w*|\beine? (?:ander|neu)\w* (?:\w+ )such(?:en|e)\b/g,
  },
  { says: /\bnach (?:alternativen|ein\w* (?:ander|neu)\w+ \w+) um\b/g },
  { says: /\b(?:wechsel|kündigung) in (?:betracht|erwägung)\b/g },
  { says: /\b(?:raus aus|ausstieg aus) (?:dem|diesem|meinem) vertrag\b/g },
]

const leavingArabic: readonly Pattern[] = [
  {
    says: /(?:سالغي|سألغي|سوف الغي|سوف ألغي|سانتقل الي|سأنتقل إلى|لن اعود|لن أعود|لن اتعامل معكم|لن أتعامل معكم)/g,
    ours: true,
    own: true,
  },
]

export const leavingWords: readonly Pattern[] = [...leavingEnglish, ...leavingGerman, ...leavingArabic]

/** Nearly all comments hold none of these, and need no closer look. */
export const mayLeave =
  /cancel|terminat|\bend(?:ing|ed)? |\bclos(?:e|ing|ed) |\bquit|discontinu|switch|\bmov(?:e|ing) |\bchang(?:e|ing)|transfer|defect|\bpull|delet|elsewhere|\belse\b|somewhere|some place|\banother|\bother|different|alternative|\binstead|\b(?:sooner|rather)\b|competit|rival|count (?:me|us)|tak(?:e|ing) (?:my|our|all)|\bagain|any ?more|com(?:e|ing) back|\breturn|renew|extend|\bstay|\blast\b|final|no (?:longer|more|intention)|leav(?:e|ing)|\boff\b|\bout\b|\bgone\b|done |\blos(?:t|e|ing)\b|lapse|notice|\bwalk|part |goodbye|around|tender|replacement|quotes|partnership|relationship|through with|new |kündig|wechs|konkurrenz|mitbewerber|woanders|ander|neue|wieder|mehr|verläng|letzte|verlier|verlor|\bweg\b|raus|such|alternativ|löschen|schließen|beenden|auflösen|لن|الغي|ألغي|انتقل/
