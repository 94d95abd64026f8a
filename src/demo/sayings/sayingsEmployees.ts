/** What colleagues would change first. */
export const changes = [
  'Fewer systems to type the same thing into.',
  'Vans that have the parts we need in the morning.',
  'Let us see what customers said about our own jobs.',
  'A rota that is known two weeks ahead.',
  'Somebody who answers when we call the office from a trench.',
  'Less overtime in winter, or more people.',
  'Explain decisions before we read about them in the local paper.',
  'The tablet maps are two years old.',
  'One team meeting a week that is not about numbers.',
  'Training on the new meters before they arrive, not after.',
  'Listen to the night shift for once.',
  'Depot heating.',
  'Pay for the on-call weekends.',
  'A day a month to fix what keeps coming back.',
  'Stop moving people between depots every quarter.',
  'Say thank you now and then.',
  'Better gloves, honestly.',
  'More say in how we plan our own routes.',
  'Billing should tell us when they send letters to a street we work in.',
  'Let new colleagues shadow somebody for longer than three days.',
]

/** What colleagues write down after they spoke with a customer. */
export const callNotes = [
  'Apologised. New appointment agreed, with a call half an hour before.',
  'She told the whole story once more; promised that she will not have to again. Engineer booked.',
  'He is calmer now. Explained what went wrong at our end and what we do next.',
  'Went through the bill line by line. The estimate was ours to correct; credit follows.',
  'Agreed on Thursday at nine with the same engineer who knows the house.',
  'Visited together with the engineer. The joint is replaced, pressure measured: 3.4 bar.',
  'She accepts the explanation, but wants to hear from us before the next works in the street.',
  'He had already spoken with two of us. Took it over myself and gave him my number.',
]

export const triedNotes = [
  'No answer, left a message.',
  'Engaged three times. Trying again tomorrow morning.',
  'Number not in service; wrote an e-mail instead.',
]

export const mailNotes = [
  'Wrote to apologise and proposed two dates.',
  'Sent photos of the repair and the date for the paving.',
  'Confirmed the credit in writing.',
]

/** The bill that was gone through line by line. */
export const bill = `item,units,price,amount
Standing charge,3,4.10,12.30
"Water, as read on the meter",41,1.87,76.67
"Water, as estimated before",-96,1.87,-179.52
Credit,,,-90.55
`

export const handOvers = [
  'A business customer who asks for somebody senior.',
  'Third case in this street; it needs more than the depot can do.',
  'They speak of leaving, and the credit is above what I may grant.',
  'The letter from billing was ours to stop; I cannot do that from here.',
  'The customer wants an answer in writing from head office.',
]
