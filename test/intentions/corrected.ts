import { lines } from './lines.ts'

/**
 * Sentences of our own making that threaten to leave, or ask to be called, and as many that only look so: negated, quoted, said of
 * others, sarcastic. They were written to try the reading, not to make it.
 */
export const threats = lines(`
  If this happens once more I will cancel my contract.
  We are moving to another provider next month.
  I'm done with you.
  You have lost a customer.
  That was the last time I order here.
  I will never come back to this branch.
  We won't be renewing.
  I'm seriously thinking about it: I'll switch to a competitor.
  Please close my account.
  I want to cancel my subscription as of today.
  I am now looking for a different supplier.
  I shall take my business elsewhere.
  Unless the price comes down we will go elsewhere.
  After ten years I am leaving.
  My next step is to find another gym.
  You just lost me as a customer.
  I'm going to switch to another bank because of the fees.
  Sort it out or we will leave.
  I have had enough and will be moving my account to a rival.
  We are terminating our agreement at the end of the quarter.
  I won't be using your garage again.
  I would never book with you again.
  This is the last straw, I'm off to your competitors.
  Cancelling my policy after this call.
  We will not be returning to your hotel.
  I'll quit the service if nobody answers by Friday.
  Next year we shop elsewhere.
  Honestly, I am ready to change provider.
  Wenn das so weitergeht, kündige ich.
  Wir wechseln zur Konkurrenz.
  Nie wieder bei euch!
  سألغي اشتراكي إذا استمر هذا
`)

export const noThreats = lines(`
  I would never cancel my contract, the service is superb.
  I am not moving to another provider, don't worry.
  There is no reason to switch to another bank.
  My neighbour said “I will cancel my contract” and I told him he was wrong.
  Sure, I'll cancel my subscription to happiness, lol.
  I don't want to cancel my subscription, I only asked about the date.
  We have no plans to change provider.
  I nearly cancelled my account, but then you fixed everything within a day.
  People keep telling me to switch to another supplier and I laugh.
  She said she was going to close her account.
  Oh yeah, I am leaving you for a company that answers even slower, haha.
  I can't imagine ever going elsewhere.
  Why would I go elsewhere when you are this good?
  The agent explained that she would never cancel our order without asking.
  I was going to cancel my contract but you convinced me to stay.
  “You have lost a customer” is a line I have never had to write.
  I will not be leaving any time soon.
  We are leaving happy and full.
  I'm leaving five stars.
  The driver switched to another route because of the traffic.
  Just kidding, I'm not cancelling my membership.
  I had to cancel my appointment because I was ill.
  You cancelled my order twice without a word.
  Please don't close my account!
  No intention of looking for another dentist.
  As if I would take my business elsewhere.
  Years ago I wanted to change provider, today I would not dream of it.
  He used to look for a different supplier each spring.
  I moved to another room because of the noise.
  I'll be back, and not for the last time.
  I cancel my contract with Mondays, said no one ever 😂
  Ich würde niemals kündigen.
  Mein Nachbar hat gekündigt, ich bleibe.
`)

export const callRequests = lines(`
  Please call me back as soon as possible.
  Could someone ring me about this?
  Call me tomorrow after five.
  I would like a call back from the manager.
  Can you contact me on my mobile?
  Please get in touch with me to discuss the bill.
  I want to speak to a manager.
  Give me a ring when you have a minute.
  My number is 0170 555 0199.
  Someone please phone me.
  I'd like to be contacted about my complaint.
  I need somebody to call me before Friday.
  Would someone get back to me, please?
  Contact me at 555-0134.
  I am requesting a callback.
  We would welcome a call from your team.
  Could a manager please reach out to me?
  I'd like to discuss this with someone in charge.
  Please telephone us in the morning.
  You can reach me on 020 7946 0018.
  I expect someone to call me today.
  Kindly contact us regarding the invoice.
  I hope to be called soon.
  Ring me back please, I waited long enough.
  Still no solution, so please phone me.
  I want a phone call, not another form letter.
  Can somebody talk to me about this?
  Bitte rufen Sie mich zurück.
  Ich bitte um Rückruf. Bitte um Rückruf!
  Melden Sie sich bei mir.
  أرجو الاتصال بي
  I need to speak with someone about the damage.
`)

export const noCallRequests = lines(`
  Please do not call me.
  There is no need to ring me back.
  Call me old-fashioned, but I like paper.
  You called me twice, thank you.
  They promised to call me back.
  Stop calling me about offers.
  I asked you to call me and you did within the hour, lovely.
  She said “please call me back” and was told no.
  The nurse called me by my name.
  I don't want a call, an e-mail is enough.
  I never asked anybody to contact me.
  Nobody needs to phone me about this.
  Call me a fool, but I enjoyed it.
  Yeah right, please call me, I love your queue music.
  My son said he would ring me after the visit.
  You don't have to get back to me.
  Please never contact me again.
  The text read 'give us a call' and nobody answered.
  It was easy to contact you.
  I had to call three times.
  The manager called us stupid.
  Sure, call me at midnight again, just kidding.
  “Please ring me” was all the note said.
  They kept asking whether someone could call them.
  Without being asked to call me, you did. Great.
  I hate to talk to machines.
  The call centre was friendly.
  Your colleague offered to call me, which was kind.
  Getting through to you by phone is impossible.
  Call me crazy, but I will come again.
  I can't say “contact me” any louder, haha.
  Bitte rufen Sie mich nicht mehr an, kein Rückruf nötig.
  Der Rückruf kam pünktlich.
`)
