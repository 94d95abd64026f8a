import { lines } from './lines.ts'

/**
 * The second set that the rules were corrected on, made after the first number on `heldOutEnglish.ts` had shown how few threats
 * were heard: other trades, other words, and sentences that only look so beside them.
 */
export const threatsToo = lines(`
  Flying with another airline from here on.
  I'm cancelling tomorrow.
  I've cancelled my direct debit, goodbye.
  We have given notice on our maintenance contract.
  You can expect my notice in the post.
  Consider my membership cancelled.
  You've seen the last of me.
  That's me done with this gym.
  Last time I fly with you.
  Wont be coming here ever again.
  I will not set foot in this store again.
  I shall not return.
  We've started looking at alternatives.
  I am shopping around for a new insurer.
  I'm getting quotes from other firms as we speak.
  Fix it or I'm gone.
  If this isn't solved by Monday, I cancel.
  If I have to ring one more time I will be taking my money out.
  I'm this close to leaving.
  I'm tempted to go to the other dentist in town.
  We might have to reconsider our partnership.
  We will let the contract lapse.
  Not renewing.
  No more orders from me.
  My next phone will be with a different network.
  Next time I'll use another garage.
  In future I will go to the hospital in the next town instead.
  I'd sooner drive thirty miles than come here again.
  Deleted the app, off to something that works.
  Moving on to a provider that answers its phone.
  Time to change banks.
  Time to say goodbye after eight years.
  I want out of this contract.
  Please terminate my policy as of the first of May.
  How can I close my account? I have had it with you.
  I wish to end our agreement.
  We are pulling our advertising from your paper.
  We'll be taking our trade to the competition.
  I'm out.
  Count me out next season.
  You're about to lose a loyal customer.
  You will lose my business over this.
  And that is how you lose customers: I've switched.
  Never flying with them again.
  I will never, ever order here again!
  First and last stay with you.
  I regret signing and will get out as soon as I can.
  As of today I am no longer your customer.
  I don't want to be a member any more.
  I no longer wish to deal with you.
  I do not plan to renew.
  I have no intention of staying with a bank like this.
  When the year is up I will be leaving.
  We're evaluating other vendors.
  The tender for your replacement goes out in March.
  I have asked for my records to be sent to a new practice.
  Either the price comes down or we part ways.
  I'll have to find a new hairdresser.
  Seriously considering switching my energy supplier.
  Do better or we'll be looking elsewhere.
  We have started talking to other suppliers.
  My contract ends in March and I am not going to renew it.
  I have already signed with someone else.
  I can't see myself staying with you much longer.
  Next renewal will not happen.
  We are negotiating with another provider.
`)

export const noThreatsToo = lines(`
  I left a review last year as well.
  We left with a smile.
  I'd never leave you.
  I would not go anywhere else.
  I've no intention of leaving.
  You are the last company I would ever leave.
  My sister cancelled her policy and regrets it.
  Half the team has cancelled already, but I stay.
  The airline cancelled our seats.
  You cancelled my account by mistake and restored it the same day.
  I cancelled the meeting because of the snow.
  Cancelling a booking takes one click, very good.
  Your colleague helped me to cancel a duplicate order.
  I was afraid I would have to change banks, but no.
  I changed banks three years ago and came to you, best decision ever.
  I moved from another provider and the transfer went smoothly.
  The clerk was about to close my account without asking.
  Who would ever want to leave?
  If the branch closed I would be lost.
  If you ever stopped the home service I'd have to look elsewhere, but I hope you never do.
  Had the manager not apologised, I would have left.
  Without Anna at the desk I would have left long ago.
  I was ready to leave, then Tom sorted everything.
  They said I could end the contract at any time, which I find fair.
  He threatened to cancel and got a discount; I did not and got nothing.
  My friends keep asking me why I don't switch.
  The bus leaves too early.
  I had to leave before the doctor came.
  We are leaving for Spain in May, please hold our post.
  I'm off work this week and enjoyed the pool.
  The light switch is in a strange place.
  I am done with my treatment and thankful.
  I'm done, very quick survey!
  Last visit was better than the first.
  This was my last appointment, thanks for two wonderful years.
  My last order came a day early.
  I will never forget how kind you were.
  I will never understand the pricing.
  I won't complain.
  I won't say a bad word about you.
  I am not returning the shoes after all, they fit.
  Not going to use the app for payments, but the rest is great.
  I was looking for another size and your staff found it.
  Looking for a new coat, I was helped at once.
  We looked at other vendors and chose you again.
  We compared you with the competition, and you won.
  You lost my parcel.
  You lost my luggage and found it within a day.
  We lost the match, but the catering was fine.
  Please do not cancel my subscription.
  Please stop cancelling the 8:15 train.
  "You'll never see me again" is what I said to the dentist, and here I am.
  Yeah, as if I'd walk away from the best rates in town!
  Oh sure I'll leave, right after I win the lottery.
  My contract ends in June and I have already renewed it.
  The end of my contract was handled well.
  I have ended my contract with my old provider and come to you.
  Notice of the closure was given in good time.
  He was given notice the week he treated me, a great loss for the ward.
  Goodbye is always said with a smile here.
  I want the account to stay open.
  The alternative dish was delicious.
  The engineer was talking to another company on the phone.
  I am not going to complain, it was fine.
  I can see myself staying with you for years.
  They moved me to another ward.
  The talking to other patients helped me.
  I have moved to another flat and you transferred everything within a day.
`)

export const callRequestsToo = lines(`
  Please ring.
  Please give my wife a call about it.
  Can I get a call back?
  Could I have a call from the branch manager?
  I want someone to phone me tomorrow.
  I'd like somebody to ring me about the claim.
  A call would be appreciated.
  A quick call would help.
  I'm waiting for your call.
  I await your call.
  Waiting for a call back since Monday, please hurry.
  Call back please.
  Callback requested.
  Contact me please!
  Please contact my husband on his mobile.
  Get in touch.
  Do get in touch if you want to know more.
  Someone from billing should contact me.
  Somebody has to ring me back today.
  The manager should give me a call.
  Is there anybody I can speak to?
  Who can I speak to about my claim?
  How do I get to speak to a real person?
  I demand to speak to someone in charge.
  I need to talk to a doctor.
  We want to talk to your director.
  I would like a word with the manager.
  Let's talk about it on the phone.
  I'd prefer to discuss it over the phone.
  Happy to talk, call any time.
  Feel free to ring me.
  I am available for a call on Tuesday.
  I can be reached on 0161 496 0000.
  My mobile: 07700 900123.
  Tel. 020 7946 0321, mornings only.
  Phone number 0131 496 0777, after six please.
  Phone me, don't mail me.
  Ask him to call me.
  Have the engineer ring us when he is near.
  Get someone to call me.
  Please let the nurse phone me.
  Please make sure that someone contacts me this week.
  If you need more details, call me.
  If anything is unclear please do not hesitate to contact me.
  I will gladly explain, just phone.
  I was told I'd be called. Nobody did. So please call me now!
  I have left three messages, will someone please ring me?
  Still no call. Please phone today.
  Could we speak by phone this week?
  Would love a call to go through the figures.
  If a human being could ring me, that would be lovely.
  One of you needs to phone me today.
`)

export const noCallRequestsToo = lines(`
  They never called me back.
  Nobody contacted me.
  I was called back within minutes.
  I asked to be called and nobody did, now it no longer matters.
  I was told someone would ring me.
  She promised to get in touch.
  You always get back to me quickly.
  Whenever I call, somebody answers.
  I can always call if I need something.
  It is nice to be able to speak to a real person.
  I was able to talk to a doctor at once.
  I got to speak to someone in charge.
  I spoke to the manager, who apologised.
  I need not call twice.
  Please do not contact me about this.
  Please remove my number from your list.
  Never phone me at work.
  I do not wish to be contacted.
  I'd rather not be called.
  I prefer e-mail to phone.
  Answer by e-mail please, no calls.
  Please write to me instead of calling.
  Quit calling.
  Your sales people call me every week.
  Too many calls.
  One call was enough to solve it.
  A call from you on my birthday, how sweet.
  Thanks for your call.
  Thank you for calling me back.
  The call was short and friendly.
  A reminder call the day before would be useful for patients.
  You should call patients the day before.
  You ought to contact customers before the price changes.
  Please contact customers earlier about delays.
  Please ring the bell louder.
  Please call the lift company, it is broken again.
  Please call my name louder in the waiting room.
  My number was wrong in your file and you corrected it.
  My order number is 0170 555 0199.
  Room number 204 was noisy.
  My account number is 4711 0815 2233.
  He told me to contact the council.
  The leaflet says to contact us for help, and nobody answers.
  If I want to speak to a doctor I have to wait three weeks.
  I had to speak to four people before it was settled.
  I would love to be called "madam" less often.
  Let's call it a draw.
  Call it luck.
  I wanted to speak to the manager but he was out; it is settled now.
  Sure, do call me in the middle of the night again.
  Speak to your staff about their manners.
  Talk to your suppliers, the boxes arrive broken.
  A human being could not have been kinder.
  One of you called me yesterday, thanks.
`)

export const threatsGermanToo = lines(`
  Ich kündige zum nächstmöglichen Termin.
  Meine Kündigung liegt bei.
  Wir beenden die Zusammenarbeit.
  Ich bin raus.
  Dann gehe ich eben zu einem anderen Anbieter.
  Ich werde die Bank wechseln.
  Wir schauen uns nach einem neuen Lieferanten um.
  Hier kaufe ich nie wieder ein.
  Das war mein letzter Besuch.
  Ich komme nicht wieder.
  Wir werden nicht verlängern.
  Bei der nächsten Panne sind wir weg.
  Sie verlieren gerade einen treuen Kunden.
  Ich möchte meinen Vertrag auflösen.
  Künftig bestellen wir bei der Konkurrenz.
  Ich ziehe einen Wechsel in Betracht.
  Ich denke darüber nach zu kündigen.
  Ich werde mir eine andere Werkstatt suchen.
  Hiermit kündige ich meinen Vertrag fristgerecht.
  Ich überlege, den Anbieter zu wechseln.
  Zum Ende des Jahres kündigen wir.
  Wir planen zu kündigen.
`)

export const noThreatsGermanToo = lines(`
  Ich bleibe auf jeden Fall Kunde.
  Eine Kündigung kommt für mich nicht in Frage.
  Ich habe bei meiner alten Bank gekündigt und bin jetzt bei Ihnen.
  Meine Kollegin wollte kündigen, ich nicht.
  Der Flug wurde gestrichen.
  Der Wechsel zu Ihnen war ganz einfach.
  Der Reifenwechsel ging schnell.
  Ich musste mein Zimmer wechseln, weil es laut war.
  Wenn Sie nicht so schnell reagiert hätten, wäre ich gegangen.
  Das war nicht mein letzter Besuch.
  Ich bin nicht weg vom Fenster, keine Sorge.
  Sie haben mein Paket verloren.
  Ich gehe nirgendwo anders hin.
  Kündigen? Niemals!
  Wir sind wieder weg, es war schön.
  Er drohte zu kündigen und bekam einen Rabatt.
  Nie wieder möchte ich auf diesen Service verzichten.
  Ich war schon kurz davor zu kündigen, dann kam Ihr Anruf.
  Ich denke nicht daran zu kündigen.
  Meine Nachbarin überlegt, den Anbieter zu wechseln.
  Ich plane, den Reifen zu wechseln.
  Der Techniker kündigte sich eine Stunde vorher an.
`)

export const callRequestsGermanToo = lines(`
  Bitte anrufen.
  Bitte rufen Sie uns morgen an.
  Rückruf erbeten.
  Rückruf bitte!
  Ich hätte gern einen Rückruf.
  Können Sie mich bitte zurückrufen?
  Könnten Sie sich bitte bei mir melden?
  Bitte melden Sie sich telefonisch.
  Bitte setzen Sie sich mit mir in Verbindung.
  Ich möchte mit der Leitung sprechen.
  Wer kann mich dazu anrufen?
  Meine Nummer ist 0151 5550123.
  Tel. 040 5550199, ab 17 Uhr.
  Ich warte auf Ihren Anruf.
  Ich bin unter 0221 555018 erreichbar.
  Mit wem kann ich darüber sprechen?
  Jemand von Ihnen soll mich bitte anrufen.
  Über einen Anruf würde ich mich freuen.
`)

export const noCallRequestsGermanToo = lines(`
  Bitte nicht anrufen.
  Keine Anrufe mehr, bitte.
  Niemand hat zurückgerufen.
  Sie haben mich gleich zurückgerufen, danke.
  Ich rufe gerne wieder an.
  Wenn man anruft, wartet man ewig.
  Ich konnte mit der Leitung sprechen, sie war sehr freundlich.
  Der Anruf dauerte lange.
  Vielen Dank für den Anruf.
  Sie sollten Ihre Kunden vorher anrufen.
  Bitte schreiben Sie mir statt anzurufen.
  Ich musste mit vier Leuten sprechen.
  Man sagte mir, jemand würde sich melden.
  Meine Kundennummer ist 0170 5550199.
  Ich möchte nicht kontaktiert werden.
  Bitte rufen Sie den Aufzugsdienst, er steckt schon wieder fest.
  Ein Rückruf ist unnötig.
  Der Arzt nahm sich Zeit und hat mit mir gesprochen.
`)
