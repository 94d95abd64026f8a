/** Words that say an intention, where they are meant. */
export interface Pattern {
  says: RegExp
  /** Said of ourselves without "I" or "we": "contact me". */
  ours?: true
  /** Holds its own "not": "won't be back". */
  own?: true
}

/** A place in a text: offsets into the original, the end exclusive. */
export interface PhraseMatch {
  start: number
  end: number
}

/** Takes back what follows, in the same clause. */
const takenBack =
  /(?:\b(?:not|never|don't|dont|doesn't|didn't|won't|wouldn't|wouldnt|can't|cannot|couldn't|needn't|shouldn't|no (?:need|plans?|intention|reason|wish|desire|question|thought|way|point)|nothing|nobody|no one|far from|rather than|instead of|without|stop|quit|hardly|unlikely|refuse to|talked? out of|why would|who would|hate to|rather not|kein\w*|nicht|niemals|nie|niemand|nirgendwo|statt)\b|\b(?:no|not) $|لا |لن |لم )/
const takenBackAfter =
  /^\s*nicht\b|^[^.!?,\n]{0,30}?\b(?:nicht (?:mehr )?(?:an|nötig|in frage)|ist unnötig|nicht nötig)\b|^[^.!?\n]{0,40}?\b(?:is not necessary|isn't necessary|not needed|unnecessary|would be pointless|is the last thing|anymore, thank|but (?:then )?(?:you|i|we|they|the|it|your) (?:\w+ )?(?:fixed|stay\w*|chang\w*|resolved|solved|sorted|won|decided|convinced|hope|stay))|^[^.!?\n]{0,30}?\b(?:and (?:come|came) to you|with my old|and (?:chose|choose) you|and you won|again and again)\b/
/** Somebody else, long ago, nearly, or a wish that came true. */
const notNow =
  /\b(?:he|she|they|people|friends?|neighbou?rs?|colleagues?|mother|father|mum|dad|wife|husband|sister|brother|son|daughter|others|everyone|some|many|reviewers?|customers?|(?:i|we) (?:called|texted|wrote|emailed|messaged|phoned|rang)|(?:you|they|he|she) (?:did|kept|promised|said|offered|asked|told|called|rang|phoned)|was|were|had (?!enough)|almost|nearly|used to|once upon|years ago|last year|before you|thought about|thought of|thinking of the day|considered|asked (?:you|them|him|her|someone|for|to)|begged|promised (?:to|me|us)|offered to|agreed to|supposed to|told (?:me|us) (?:to|they|that)|said|says|telling me|advert|told|wanted|able to|got|always|whenever|every time|every week|every day|when (?:you|i|we)|if i (?:want|need|try)|nice to|good to|great to|easy to|possible to|have to (?:wait|ring|call)|without|nachbar\w*|freund\w*|kolleg\w*|wollte\w*|hatte(?! gern)|hätte(?! gern)|fast|beinahe|wenn man|konnte\w*|musste\w*|sollten|sagte\w*|drohte\w*|alte[nrm]?|wurde\w*|war(?:en)?|habe(?:n)? mich)\b[^.!?\n]{0,45}$/
/** What would have been, had things gone another way. */
const contrary =
  /\b(?:if|had|without|unless)\b.{0,80}\b(?:had|hadn't|were|weren't|ever|stopped|closed|without|not apologised)\b.{0,80}\b(?:would|'d|might|could)\b[^,]{0,30}$/
const ironic =
  /\b(?:lol|lmao|haha+|hehe+|rofl|just kidding|kidding|joking|only joking|as if|yeah,? right|sure,? sure|oh sure|oh yes,|oh yeah|sure, (?:because|and|i'll|do)|because that|in my dreams|when pigs fly|when hell freezes|over my dead body|win the lottery|ha ha|scherz|witz|ironie|not really|to the moon|to mars|said no one|not!)\b|\/s\b|😂|🤣|😉|😜|🙄|;-?\)|\bnot!/
/** So far back a sentence is looked at: nobody's condition is longer, and hostile text must not cost more. */
const LOOKED_BACK = 240
const firstPerson = /\b(?:i|i'm|im|i'll|i've|i'd|we|we're|we'll|we've|we'd|my|our|me|us|ich|wir|mein\w*|unser\w*)\b/
/** "Do not hesitate to call" asks for a call. */
const inviting =
  /\b(?:do not|don't) hesitate\b|\bwhy (?:not|don't you)\b|\b(?:still )?(?:no|not a|nobody|no one) (?:call|reply|answer)\b/g
/** "If nothing changes I will leave": what the condition denies is not the threat. */
const condition =
  /\b(?:if|unless|as|because|since|once|when|until|should)\b.{0,80}\b(?=(?:i|we)(?:'ll|'m|'re| will| shall| am| are| cancel| quit| leave| switch| want| need)\b)/g

/** A "not" among the words themselves, or a bond with somebody else: "I do not wish to be called", "my old bank". */
const takenBackWithin = /\b(?:not|never|nicht|kein\w*|old|previous|former|alten|vorigen|früheren|bisherigen)\b|n't\b/

/** Whether a matched phrase is asserted: not negated, hypothetical, past, ironic or somebody else's. */
export function isAsserted(sentence: string, match: RegExpExecArray, { ours, own }: Pattern): boolean {
  const whole = sentence.slice(0, match.index)
  const before = clauseBefore(whole.slice(-LOOKED_BACK).replace(inviting, '').replace(condition, ''))
  if (!own && (takenBack.test(before) || takenBackWithin.test(match[0]))) return false
  if (notNow.test(before) || contrary.test((whole + match[0]).slice(-LOOKED_BACK))) return false
  if (takenBackAfter.test(sentence.slice(match.index + match[0].length))) return false
  return ours || before.trim() === '' || firstPerson.test(before + match[0])
}

// A wink or "as if" right behind the sentence belongs to it.
export const isIronic = (all: string, { start, end }: PhraseMatch): boolean =>
  ironic.test(all.slice(start, Math.min(all.length, end + 25)))

export const isQuoted = (all: string, { start, end }: PhraseMatch): boolean =>
  quotesIn(all).some(quote => start >= quote.start && end <= quote.end)

// A comma or "but" ends what "not" reaches.
const clauseBefore = (before: string): string =>
  before
    .split(/[,;:–—]|\bbut\b|\bso\b|\baber\b|\bthen\b|\bdann\b/)
    .at(-1)!
    .slice(-80)

/** Text between quotation marks is somebody's, not the author's, unless it is all there is. */
function quotesIn(text: string): PhraseMatch[] {
  const quotes = [...text.matchAll(/[“„«"][^”“»"\n]{2,300}[”“»"]|(?<=^|[\s(])['‘][^'’\n]{4,300}['’](?=$|[\s.,!?)])/g)].map(
    match => ({ start: match.index, end: match.index + match[0].length }),
  )
  return quotes.filter(({ start, end }) => text.trim().length > end - start)
}
