import { lines } from './lines.ts'

/**
 * Sentences of our own making, written before the rules were looked at and never corrected on: what a reading does on words it
 * was not made for. When a rule is mended, mend it on `corrected.ts` and `correctedToo.ts`; this set is only counted, its misses are not read.
 */
export const heldOutThreats = lines(`
  One more delivery like this one and you can cross me off your list.
  We have decided to take our business elsewhere as of January.
  I have already asked two of your competitors for a quote and I expect to sign with one of them.
  Consider this my notice.
  Honestly, if the fee goes up again I'm off.
  I am going to close both accounts at the end of the month.
  My wife and I will be changing surgeries after this.
  Unless somebody fixes the billing by Friday we're terminating the agreement.
  please cancel my membership effective immediately
  I won't be using you guys again.
  Never again. Twelve years a customer and that's it for me.
  This is the last order you'll ever get from us.
  The nurse was kind, but after four hours of waiting I shall be going to a different hospital next time.
  I want to end my subscription, how do I do that?
  It's a shame, because I liked the app, but I'm uninstalling it and going back to my old bank.
  Next year we will put the contract out to tender again.
  I'd rather pay more somewhere else than go through this once more.
  Sort this out or lose us.
  Our procurement is now looking for a replacement for you.
  I have had enough and am moving all my policies to Aviva.
  We're not going to extend when the term ends in June.
  thinking of leaving tbh, the last three months were awful
  You will not see me in your shop again.
  If you can't even answer a letter, then I'll find somebody who can.
  I'm switching. Simple as that.
  As soon as my contract runs out I'm gone.
  Let this be a warning: the next outage and we walk.
  I have handed in my cancellation today because nobody helped me.
  I do not intend to stay a customer.
  The room was dirty and the staff rude, so we'll book with another chain from now on.
  We are considering other suppliers at the moment.
  Sadly I no longer want to be with a company that treats people like that.
  Goodbye, I am taking my custom to the shop across the road.
  There will be no renewal from our side, I can promise you that.
  i will leave if nothing changes
  It was my first and my last visit.
  Would you please delete my account and all my data, I am done here.
  We'll be gone by Christmas if support keeps ignoring our tickets.
  I used to recommend you to everyone; now I am looking around for something better.
  My company will stop ordering from you.
`)

export const heldOutNoThreats = lines(`
  I never once thought about cancelling, the service is that good.
  My neighbour left you last year, I can't understand why.
  The agent asked me whether I wanted to cancel, and I said of course not.
  If you had not called back so quickly I would have gone to a competitor.
  I came to you after leaving my old provider and I am glad I did.
  You would have to triple the price before I'd switch.
  We have just renewed for three years.
  The flight was cancelled and nobody told us.
  I had to cancel my appointment because I was ill, and rebooking was easy.
  "I'm leaving" was what I said two years ago, but you won me back.
  Please don't close the branch in our village.
  The doctor left the room without a word.
  Staff keep leaving, every time there is a new face at the desk.
  I'd be mad to go anywhere else.
  Oh sure, because I'd love to go back to the queues at my old bank. Not.
  We were about to terminate, but your manager turned it round.
  How does one cancel a single item of an order? I could not find the button.
  I wouldn't dream of changing to another practice.
  She told me she would never come back if they raised the prices.
  Leaving the car park takes forever.
  The switch on the kettle broke after a week.
  I can't leave the house, so your home visits mean everything to me.
  Some people threaten to leave over every little thing; I don't.
  When I moved to a new flat you transferred the contract without any trouble.
  My old supplier lost my business; you gained it.
  It takes ages until the page closes.
  Have you ever thought about moving the reception to the ground floor?
  No reason to look elsewhere.
  I closed my savings account last spring because it was empty, all fine.
  The cancellation policy is clear and fair.
  Would I leave? Not in a million years.
  The previous tenant cancelled the contract, so we had no electricity for a day.
  I left my umbrella in the waiting room and they kept it for me.
  Even if another shop were cheaper I would stay with you.
  He said: cancel it then. Very rude for a salesman.
  We switched to your premium plan and are happy with it.
  I will definitely be coming back.
  They threatened to cut me off if I didn't pay within a week.
  If I were a new customer, I might have given up at the form, but I know my way.
  I nearly walked away in 2019, that's long forgotten.
`)

export const heldOutCalls = lines(`
  Can someone ring me about this, please?
  Please call me back on my mobile after five.
  I would like to speak to a manager.
  I'd appreciate a phone call to sort this out.
  Kindly contact me, I have more to say than fits in here.
  Could your team get in touch with me regarding the refund?
  Give me a call: 0171 555 0199.
  I am still waiting for someone to phone me, please do it today.
  call me
  I want to talk to a real person about my bill.
  Would somebody be so kind as to telephone my daughter about the appointment? Her number is on file.
  I expect a call from the head of the department.
  You can reach me on 07700 900461 any weekday morning.
  Please get back to me about the missing parcel.
  It would be great if an engineer could give us a ring before Friday.
  Someone needs to call me urgently, the machine has stopped.
  I'm happy to explain it on the phone, my number is 555 0134.
  Nobody has called me so far. Please do!
  pls ring me asap
  I'd be grateful if you would contact me to discuss the complaint.
  Have someone call me before I lose my patience.
  Who can I talk to about this? Please phone me.
  We need to speak with our account manager, can he call us on Monday?
  If possible I would like a callback.
  Let me know when I can have a word with the person in charge.
  Do call, evenings are best.
  Not happy at all with the repair; please contact me.
  I request that a supervisor contacts me.
  Can we have a chat about the new prices? Ring any time.
  I'd love to discuss this with you in person, just give me a bell.
  Please have the consultant phone me with the results.
  Call me on the number you have, not the one on the form.
  I ask for a return call within two days.
  Don't write me another letter, call me.
  May I ask to be called about my mortgage?
  The chat did not help, I need a human being on the line.
  Feel free to call me if you want details.
  Kindly arrange for someone to reach out to me.
  If you don't understand what I wrote, phone me and I'll explain.
  Looking forward to hearing from you by phone.
`)

export const heldOutNoCalls = lines(`
  Please don't call me again, I get three calls a week from you.
  They called me back within the hour, brilliant.
  No need to contact me.
  I was promised a call and it never came.
  The receptionist said "I'll call you back" and put the phone down.
  Your call centre is hopeless.
  I called four times before anyone picked up.
  My mother does not want to be phoned at work.
  When you call them, you wait for twenty minutes.
  I don't want to speak to a manager, I want it fixed.
  My colleague asked for a callback and got one the same day.
  You call this service?
  Please email me the invoice.
  The nurse told me to ring the ward if I had any pain.
  Oh yes, please call me during dinner again, I love that.
  If I had wanted a phone call I would have asked for one.
  Everyone I spoke to was lovely.
  It would be nice if the doctors called patients by their names.
  The contact form does not work on my phone.
  I got in touch by chat and all was settled.
  They always ring to remind you of the appointment.
  Stop ringing me.
  Easy to contact, friendly on the phone.
  He wanted to be called but nobody had his number.
  Please call the next patient faster, the wait is too long.
  The bell rings whenever somebody comes in.
  I would have liked a call at the time, but it is too late now.
  Somebody should call it what it is: a mess.
  You may publish this, but do not reach out to me.
  My contact person changed three times.
  I spoke with a manager and she solved it.
  The sign says "Please ring for attention" and nobody comes.
  You don't have to phone me about every little delivery.
  Last year I asked to be called and you did so at once.
  It's a good call to open on Saturdays.
  Getting hold of someone by phone is impossible.
  Calls are answered quickly.
  Would anyone ever call a patient at two in the morning? You did.
  They kept asking me for my phone number, which I refused to give.
  Without being asked they gave my husband a call to see how he was.
`)
