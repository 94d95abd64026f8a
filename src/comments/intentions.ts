/** A place where somebody says what they will do, or want us to do. Offsets into the original text. */
export interface Intention {
  start: number
  end: number
}

interface Pattern {
  says: RegExp
  /** Said of ourselves without "I" or "we": "contact me". */
  ours?: true
}

const other = `(?:another|an other|a different|some ?one else|some ?where else|any ?one else|a new|other|an alternative|alternative|a rival|one of your|your)`
const provider = `(?:compan(?:y|ies)|provider|supplier|firm|bank|store|shop|hotel|clinic|practice|doctor|dentist|surgery|gym|carrier|operator|insurer|agency|competitors?|competition|rivals?|place|vendor|brand|school|restaurant|garage|airline|broker|utility|network)`
const bond = `(?:contract|account|subscription|membership|policy|service|plan|order|agreement|business|custom)`

const leaving: readonly Pattern[] = [
  {
    says: new RegExp(
      `\\b(?:cancel|terminat|end|clos|quit|discontinu)(?:e|ing|ling|ting|l)?\\s+(?:my|our|the|this|all my|all our)\\s+(?:\\w+\\s+)?${bond}s?\\b`,
      'g',
    ),
  },
  {
    says: new RegExp(
      `\\b(?:switch|mov|chang|transfer|defect)(?:e|ing|ring)?\\s+(?:over\\s+|my account\\s+|our account\\s+|everything\\s+)?to\\s+${other}(?:\\s+\\w+)?(?:\\s+${provider})?\\b`,
      'g',
    ),
  },
  { says: new RegExp(`\\b(?:switch|chang)(?:e|ing)?\\s+(?:my\\s+|our\\s+)?(?:${provider}s?)\\b`, 'g') },
  {
    says: /\b(?:tak(?:e|ing)|mov(?:e|ing))\s+(?:my|our|all my|all our)\s+(?:business|custom|money|account|trade|family)\s+(?:elsewhere|away|somewhere else|to)\b/g,
  },
  { says: /\b(?:go|going|shop|shopping|look|looking|buy|buying)\s+(?:somewhere else|elsewhere)\b/g },
  {
    says: /\b(?:will|'ll|shall|am|'m|are|'re|would|'d)\s+(?:definitely\s+|certainly\s+)?(?:never|not)\s+(?:ever\s+)?(?:be\s+)?(?:com(?:e|ing) back|return(?:ing)?|renew(?:ing)?|us(?:e|ing) (?:you|this|your)|buy(?:ing)?|book(?:ing)?|order(?:ing)?|shop(?:ping)?|stay(?:ing)?|deal(?:ing)?)\b/g,
  },
  {
    says: /\b(?:won't|wont|shan't)\s+(?:ever\s+)?(?:be\s+)?(?:com(?:e|ing) back|return(?:ing)?|renew(?:ing)?|us(?:e|ing) (?:you|this|your)|buy(?:ing)?|book(?:ing)?|order(?:ing)?|shop(?:ping)?|stay(?:ing)?|deal(?:ing)?)\b/g,
  },
  {
    says: new RegExp(
      `\\b(?:find|look(?:ing)?|search(?:ing)?|shop(?:ping)?)\\s+(?:for\\s+|at\\s+|around for\\s+)?${other}\\s+(?:\\w+\\s+)?${provider}\\b`,
      'g',
    ),
  },
  {
    says: /\b(?:i'm|i am|we're|we are|i'll be|we'll be|i will be|we will be)\s+(?:now\s+|seriously\s+)?(?:leaving(?! (?:happy|full|satisfied|with|feeling|a |an |five|four|\d))|off|out of here|quitting|done with (?:you|this))\b/g,
  },
  {
    says: /\b(?:i'll|we'll|i will|we will|i shall|we shall|i'm going to|we're going to)\s+(?:leave|quit|cancel|switch|go elsewhere)\b/g,
  },
  {
    says: /\b(?:you(?:'ve| have)?|just)\s+(?:just\s+)?lost\s+(?:me|us|a customer|a client|my business|our business|my custom)\b/g,
    ours: true,
  },
  {
    says: /\b(?:this (?:is|was)|that was)\s+(?:the|my|our)\s+(?:last|final)\s+(?:time i|time we|order|visit|purchase|straw|booking|stay)\b/g,
    ours: true,
  },
  { says: /\bnot\s+(?:be\s+)?renew(?:ing)?\s+(?:my|our|the)\s+\w+/g },
  { says: /\b(?:kündig(?:e|en)|gekündigt)\b/g },
  {
    says: /\b(?:wechsle|wechseln|gehe|gehen)\s+(?:jetzt\s+|nun\s+|bald\s+)?(?:(?:ich|wir)\s+)?(?:zu\s+(?:einem|einer|der|ihrer)\s+(?:anderen|andern|konkurrenz)|zur\s+konkurrenz|den anbieter|woanders)/g,
  },
  { says: /\b(?:nie|niemals)\s+wieder\s+(?:bei|zu)\s+(?:euch|ihnen)/g, ours: true },
  { says: /(?:سالغي|سألغي|سوف الغي|سوف ألغي|سانتقل الي|سأنتقل إلى|لن اعود|لن أعود|لن اتعامل معكم|لن أتعامل معكم)/g, ours: true },
]

const asked = `(?:please|pls|could (?:you|someone|somebody|anyone|a manager)|can (?:you|someone|somebody|anyone|a manager)|would (?:you|someone)|will (?:you|someone)|someone|somebody|a manager|kindly|you can|you may|do|just|so|and|then|must|need to|want you to|like you to|asap)`
const reach = `(?:call|ring|phone|telephone|contact|get in touch with|get back to|reach out to|reach|speak (?:to|with)|talk (?:to|with))`

const calling: readonly Pattern[] = [
  {
    says: new RegExp(
      `\\b${asked}\\s+(?:(?:please|urgently|kindly|just|someone|somebody|also)\\s+)?${reach}\\s+(?:me|us)(?:\\s+back)?\\b`,
      'g',
    ),
    ours: true,
  },
  { says: new RegExp(`^\\W*${reach}\\s+(?:me|us)(?:\\s+back)?\\b`, 'g'), ours: true },
  { says: /\bgive\s+(?:me|us)\s+(?:a|another)\s+(?:call|ring|buzz|bell)\b/g, ours: true },
  {
    says: /\b(?:want|like|need|request(?:ing)?|expect(?:ing)?|demand(?:ing)?|appreciate|welcome|await(?:ing)?)\s+(?:a|an|your|the|to receive a|to get a|some)\s+(?:\w+\s+)?(?:phone call|call back|callback|call-back|call|ring back|telephone call|conversation)\b/g,
  },
  {
    says: new RegExp(
      `\\b(?:want|like|need|expect|prefer|appreciate it if)\\s+(?:someone|somebody|you|a manager|the manager|anyone|a person)(?:\\s+\\w+)?\\s+(?:to\\s+|could\\s+|would\\s+)?${reach}\\s+(?:me|us)\\b`,
      'g',
    ),
  },
  {
    says: /\b(?:want|like|love|need|wish|hope)\s+to\s+(?:be\s+(?:called|contacted|phoned|rung)|speak (?:to|with)\s+(?:someone|somebody|a |the |your )|talk (?:to|with|this over)|discuss this)/g,
  },
  {
    says: /\b(?:my (?:phone |mobile |telephone )?number is|you can reach me|reach me|call me|ring me|phone me)\s+(?:on|at|is|any ?time|after|before|tomorrow|today|back|by|between|asap|please|:)?\s*\+?\d[\d\s-]{3,}/g,
    ours: true,
  },
  {
    says: /\b(?:rufen sie (?:mich|uns)|ruft (?:mich|uns)|bitte um (?:einen )?(?:rückruf|anruf)|bitte um kontaktaufnahme|(?:möchte|wünsche|hätte gern|hätte gerne|erwarte)\s+(?:\w+\s+)?(?:einen\s+|um\s+)?(?:rückruf|anruf)|melden sie sich|bitte melden|kontaktieren sie (?:mich|uns))/g,
    ours: true,
  },
  {
    says: /(?:اتصلوا بي|اتصل بي|ارجو الاتصال|أرجو الاتصال|يرجي الاتصال|يرجى الاتصال|ارجو التواصل معي|أرجو التواصل معي|الرجاء الاتصال)/g,
    ours: true,
  },
]

/** Takes back what follows, in the same clause. */
const takenBack =
  /(?:\b(?:not|never|don't|dont|doesn't|didn't|won't|wouldn't|wouldnt|can't|cannot|couldn't|no (?:need|plans?|intention|reason|wish|desire|question|thought|way|point)|nothing|nobody|no one|far from|rather than|instead of|without|stop|hardly|unlikely|refuse to|talked? out of|why would|hate to|kein\w*|nicht|niemals|nie)\b|\b(?:no|not) $|لا |لن |لم )/
const takenBackAfter =
  /^\s*nicht\b|^[^.!?\n]{0,40}?\b(?:is not necessary|isn't necessary|not needed|unnecessary|would be pointless|is the last thing|anymore, thank|nicht nötig|but (?:then )?(?:you|i|we|they|the|it|your) (?:\w+ )?(?:fixed|stay\w*|chang\w*|resolved|solved|sorted|won|decided|convinced))/
/** Somebody else, long ago, nearly, or a wish that came true. */
const notNow =
  /\b(?:he|she|they|people|friends?|neighbou?rs?|colleagues?|mother|father|mum|dad|wife|husband|sister|brother|son|daughter|others|everyone|some|many|reviewers?|customers?|(?:you|they|he|she) (?:did|kept|promised|said|offered|asked|told|called|rang|phoned)|was|were|had (?!enough)|almost|nearly|used to|once upon|years ago|last year|before you|thought about|thought of|thinking of the day|considered|asked (?:you|them|him|her|someone|for)|begged|promised (?:to|me|us)|offered to|agreed to|supposed to|told (?:me|us) (?:to|they|that)|said|says|telling me|advert|told|nachbar\w*|freund\w*|wollte|hatte|fast|beinahe)\b[^.!?\n]{0,45}$/
const ironic =
  /\b(?:lol|lmao|haha+|hehe+|rofl|just kidding|kidding|joking|only joking|as if|yeah,? right|sure,? sure|oh sure|oh yes,|oh yeah|sure, (?:because|and|i'll)|because that|in my dreams|when pigs fly|when hell freezes|over my dead body|ha ha|scherz|witz|ironie|not really|to the moon|to mars|said no one|not!)\b|\/s\b|😂|🤣|😉|😜|🙄|;-?\)|\bnot!/
/** "Call me old-fashioned" asks for no call. */
const naming =
  /^\s+(?:(?:a|an|the)\s+(?!call|ring)|old|crazy|cynical|naive|naïve|picky|stupid|silly|biased|spoil|lucky|impressed|mad|fussy|what|whatever|names?|by my|sir|madam|mrs?\b|ms\b|ishmael|maybe|surprised|converted|happy|demanding|sceptical|skeptical|paranoid|weird|simple|boring|lazy|ungrateful)/
const firstPerson = /\b(?:i|i'm|i'll|i've|i'd|we|we're|we'll|we've|we'd|my|our|me|us|ich|wir|mein\w*|unser\w*)\b/

// Nearly all comments hold none of these, and need no closer look.
const mayLeave =
  /cancel|terminat|\bend(?:ing)? |clos(?:e|ing) |\bquit|discontinu|switch|mov(?:e|ing) |chang(?:e|ing)|transfer|defect|tak(?:e|ing) (?:my|our|all)|elsewhere|somewhere else|com(?:e|ing) back|return|renew|\bus(?:e|ing) (?:you|this)|\bbuy|\bbook|\border|\bshop|\bstay|\bdeal|find |look|search|leav(?:e|ing)|\boff\b|out of here|done with|lost|last|final|kündig|wechsel|konkurrenz|woanders|wieder|لن|الغي|ألغي|انتقل/
const mayCall =
  /\b(?:call|ring|phone|telephone|contact|touch|get back|reach|speak|talk|buzz|discuss|number)|ruf|melden|kontakt|اتصل|الاتصال|التواصل/

/** Where a text threatens to leave: said by its author, now, and meant. */
export const leavingIn = (text: string): Intention[] => (mayLeave.test(lower(text)) ? intentionsIn(text, leaving) : [])

/** Where a text asks to be called or contacted. */
export const callsIn = (text: string): Intention[] =>
  mayCall.test(lower(text)) ? intentionsIn(text, calling).filter(({ end }) => !naming.test(lower(text).slice(end))) : []

function intentionsIn(text: string, patterns: readonly Pattern[]): Intention[] {
  const all = lower(text)
  const found: Intention[] = []
  for (const { start: from, end: to } of sentencesIn(all)) {
    const sentence = all.slice(from, to)
    for (const { says, ours } of patterns)
      for (const match of sentence.matchAll(says)) {
        const place = { start: from + match.index, end: from + match.index + match[0].length }
        if (found.some(known => place.start < known.end && place.end > known.start)) continue
        if (isMeant(sentence, match, Boolean(ours)) && !isIronic(all, from, to) && !isQuoted(all, place)) found.push(place)
      }
  }
  return found.sort((a, b) => a.start - b.start)
}

function isMeant(sentence: string, match: RegExpExecArray, ours: boolean): boolean {
  const before = clauseBefore(sentence.slice(0, match.index))
  if (takenBack.test(before) || notNow.test(before)) return false
  if (takenBackAfter.test(sentence.slice(match.index + match[0].length))) return false
  return ours || before.trim() === '' || firstPerson.test(before + match[0])
}

// A wink or "as if" right behind the sentence belongs to it.
const isIronic = (all: string, from: number, to: number): boolean => ironic.test(all.slice(from, Math.min(all.length, to + 25)))

const isQuoted = (all: string, { start, end }: Intention): boolean =>
  quotesIn(all).some(quote => start >= quote.start && end <= quote.end)

// A comma or "but" ends what "not" reaches; "if" and "unless" do not take a threat back.
const clauseBefore = (before: string): string =>
  before
    .split(/[,;:–—]|\bbut\b|\bso\b|\baber\b|\bthen\b/)
    .at(-1)!
    .slice(-80)

/** Text between quotation marks is somebody's, not the author's, unless it is all there is. */
function quotesIn(text: string): Intention[] {
  const quotes = [...text.matchAll(/[“„«"][^”“»"\n]{2,300}[”“»"]|(?<=^|[\s(])['‘][^'’\n]{4,300}['’](?=$|[\s.,!?)])/g)].map(
    match => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  return quotes.filter(({ start, end }) => text.trim().length > end - start)
}

function sentencesIn(text: string): Intention[] {
  return [...text.matchAll(/[^.!?…\n؟]+[.!?…؟]*/g)].map(match => ({ start: match.index, end: match.index + match[0].length }))
}

// Lower case of the same length, so that places stay places; apostrophes of one kind.
function lower(text: string): string {
  const small = text.toLowerCase().replace(/[’ʼ]/g, "'")
  return small.length === text.length ? small : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}
