import { type Lexicon, sorted, split, weights } from './lexicon.ts'

// General knowledge of English service feedback; nobody's comments were counted to make it.
const praise = weights(
  {
    3: `excellent amazing outstanding wonderful fantastic brilliant superb exceptional perfect incredible fabulous awesome
      marvellous marvelous phenomenal flawless impeccable terrific magnificent faultless delightful stellar first-class
      first_class second_to_none above_and_beyond over_the_moon life_saver lifesaver could_not_be_better couldn't_be_better
      could_not_fault couldn't_fault cannot_fault can't_fault no_complaints no_complaint ten_out_of_ten 10_out_of_10 five_stars 5_stars
      could_not_ask_for_more couldn't_ask_for_more cannot_praise can't_praise cannot_thank can't_thank couldn't_have_been_better
      could_not_have_been_better couldn't_have_done_more could_not_have_done_more no_problems_at_all top_notch spot_on highly_recommend
      well_done made_my_day`,
    2: `great good lovely helpful kind friendly caring professional polite courteous pleasant love happy pleased impressed grateful
      thankful thank thanks appreciate appreciated recommend supportive attentive thorough knowledgeable efficient prompt reassuring
      compassionate considerate patient understanding respectful welcoming satisfied delighted excited enjoy enjoyed enjoyable
      thoughtful clean comfortable reliable trustworthy competent skilled skilful dedicated hardworking hard-working cheerful gentle sensitive
      empathetic empathic sympathetic informative smooth quick quickly fast speedy swift best super nice beautiful warm generous
      accommodating approachable dignity respected valued praise praised blessing helped well-organised well_organised organised
      organized punctual on_time in_good_time no_problem no_problems no_issues no_issue no_concerns no_worries at_ease felt_safe looked_after
      taken_care well_looked_after nothing_was_too_much nothing_is_too_much too_much_trouble hats_off keep_up_the_good_work keep_it_up
      easy effortless seamless hassle-free hassle_free credit_to asset_to nothing_to_improve nothing_to_add all_good everything_was_fine
      very_well really_well explained_everything listened_to put_me_at_ease can't_complain cannot_complain`,
    1: `fine ok okay well calm helping help interesting useful safe fair simple clear clearly explained listened listening relaxed relaxing
      cared smile smiling smiled improved better informed convenient encouraging encouraged positive positively benefit beneficial
      confident confidence support supported success successful resolved sorted solved fixed repaired honest worth glad comfort comforting polite adequate acceptable
      satisfactory decent tidy fresh tasty delicious modern spacious bright affordable humour fun enough always nothing none n/a`,
  },
  1,
)

const complaint = weights(
  {
    3: `terrible awful horrible appalling disgusting disgraceful horrendous atrocious dreadful abysmal shocking pathetic worst useless
      incompetent unacceptable disgrace shambles nightmare hate hated furious outrageous outraged scandalous deplorable vile ridiculous
      disaster disastrous fiasco scam fraud insulted insulting neglect neglected abuse abused abusive bullied bullying dangerous negligent negligence humiliated humiliating inexcusable filthy
      waste_of_time waste_of_money joke fobbed_off fob_off fed_up sick_and_tired ripped_off rip-off rip_off never_again not_fit_for_purpose
      beggars_belief an_insult could_not_care_less couldn't_care_less did_not_care didn't_care don't_care do_not_care does_not_care
      left_in_pain not_good_enough sick_of treated_like no_help_at_all total_lack avoid_at_all_costs zero_stars ashamed`,
    2: `bad poor poorly rude disappointed disappointing disappointment unhappy upset upsetting angry annoyed annoying frustrated frustrating
      frustration unhelpful unprofessional unfriendly uncaring dismissive arrogant abrupt disrespectful impolite patronising patronizing
      condescending ignored ignoring ignorant lost broken dirty smelly cold painful distressing distressed distress scared frightened
      unsafe unreliable unfair inadequate insufficient inefficient disorganised disorganized chaotic chaos confusing confused confusion misled
      misleading mistake mistakes error errors wrong wrongly fail failed failing failure fails failures refuse refused refusing complaint
      complain complained complaining complaints worse worsened lacking lack lacked delay delayed delays delaying late overdue cancelled canceled
      cancellation unanswered unable uncomfortable unpleasant unsatisfactory dissatisfied unsatisfied overpriced expensive extortionate
      noisy overcrowded understaffed short-staffed short_staffed rushed careless clueless blame blamed lied lies lying untrue broke faulty
      defective unusable unclear inconsistent let_down no_one nobody no_answer no_reply no_response no_communication no_explanation no_information
      not_enough too_long too_slow too_late too_many too_few too_cold too_hot too_loud too_noisy too_small too_short too_far
      too_expensive too_much still_waiting still_no still_not had_to_wait have_to_wait kept_waiting left_waiting made_to_wait long_wait
      long_waits long_waiting waiting_list hours_late waste wasted wasting passed_around passed_from no_idea
      did_not_listen didn't_listen not_listened not_bothered wouldn't_recommend would_not_recommend no_apology never_received
      never_heard never_called not_told wasn't_told was_not_told given_up gave_up run_around runaround lack_of lacks
      ruined ruining ruins overcharged overcharging damaged stolen incorrect incorrectly shouted shouting yelled yelling crashed crashes
      buggy glitch glitches hung_up left_alone left_without no_follow no_food no_water no_help no_support no_staff no_care no_sign
      made_me_feel_worse out_of_order out_of_date fell_through not_working doesn't_work does_not_work didn't_work did_not_work`,
    1: `slow slowly wait waited waiting wait_times waiting_time waiting_times long problem problems issue issues trouble difficult difficulty hard worried
      worry worrying concern concerned concerning anxious anxiety stress stressed stressful tired boring bored pain hurt suffered suffer
      suffering missed missing miss forgot forgotten forget unfortunately sadly sorry repeat repeated repeatedly repetitive
      endless chase chasing chased excuse excuses shortage limited old outdated basic cramped crowded hot noise loud smell shame pity poor
      unnecessary pointless never nowhere stuck ignored doubt struggle struggled struggling queue queues queuing queued deaf blunt
      short impersonal hassle inconvenient inconvenience inconvenienced avoid impossible unaware blamed vague mess messy lonely isolated
      disturbing disturbed pressure pressured complicated regret isn't`,
  },
  -1,
)

/** English: praise, complaint, and how they are turned. */
export const english: Lexicon = {
  ...sorted(
    [...praise, ...complaint],
    split(`should could_be could_have could_do could_improve could_use needs_to need_to needs_more need_more need_a needs_a needs_improving
      would_be_better would_be_nice would_be_good would_be_helpful would_have_been would_help would_prefer would_like would_have_liked i_wish
      if_only more_staff better_communication more_information instead_of must_be must_do ought_to improve improvement improvements needed
      please_make please_fix please_improve be_more be_better work_on why_is why_are why_do why_does why_did why_can't why_was more_often do_better`),
  ),
  negators: new Set(
    split(`not no never none nobody nothing neither nor without hardly barely scarcely cannot can't cant don't dont doesn't doesnt
      didn't didnt isn't isnt wasn't wasnt weren't werent aren't arent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt
      haven't havent hasn't hasnt hadn't hadnt ain't lack lacking lacked far_from`),
  ),
  degrees: new Map(
    weights(
      { 1.5: 'very extremely really so absolutely totally completely incredibly utterly truly highly especially most such' },
      1,
    ).concat(
      weights({ 0.6: 'slightly somewhat bit little fairly quite rather reasonably mostly almost sometimes occasionally' }, 1),
    ),
  ),
  contrasts: new Set(split('but however yet unfortunately sadly except though although still')),
  stems,
}

const endings: readonly [RegExp, string][] = [
  [/ies$/, 'y'],
  [/ied$/, 'y'],
  [/(es|ed|er|ly)$/, ''],
  [/(s|d|r)$/, ''],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ness$/, ''],
  [/iness$/, 'y'],
  [/ily$/, 'y'],
  [/est$/, ''],
]

function stems(word: string): string[] {
  if (word.length < 5) return []
  return endings.filter(([ending]) => ending.test(word)).map(([ending, by]) => word.replace(ending, by))
}
