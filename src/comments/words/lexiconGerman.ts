import { type Lexicon, sorted, split, weights } from './lexicon.ts'

const praise = weights(
  {
    3: `ausgezeichnet hervorragend fantastisch wunderbar perfekt großartig exzellent super toll spitze klasse genial grandios vorbildlich
      einwandfrei tadellos bestens rundum_zufrieden sehr_zu_empfehlen nichts_zu_beanstanden keine_beanstandungen besser_geht_es_nicht
      nur_zu_empfehlen keine_beschwerden top erstklassig`,
    2: `gut freundlich nett hilfsbereit kompetent höflich zuvorkommend liebevoll fürsorglich zufrieden dankbar danke dank empfehlen empfehlenswert
      professionell pünktlich sauber angenehm schnell zuverlässig verständnisvoll aufmerksam geduldig herzlich lecker schön prima lob
      engagiert begeistert gerne gern unkompliziert reibungslos einfach bequem respektvoll einfühlsam weiter_so kein_problem
      keine_probleme alles_gut alles_bestens gut_aufgehoben flott sympathisch sorgfältig gründlich glücklich froh`,
    1: `ok okay ordentlich verständlich geholfen hilfe klar ruhig fair erklärt gelöst besser geklappt funktioniert wohl interessant nützlich modern
      nichts`,
  },
  1,
)

const complaint = weights(
  {
    3: `katastrophe katastrophal schrecklich furchtbar unverschämt unverschämtheit frechheit betrug betrogen unmöglich skandal skandalös entsetzlich grauenhaft
      miserabel unterirdisch inakzeptabel horror ekelhaft nie_wieder unzumutbar zumutung menschenunwürdig abzocke wucher
      unter_aller_sau das_letzte`,
    2: `schlecht frech sauer peinlich unfreundlich unhöflich enttäuscht enttäuschend enttäuschung unzufrieden ärgerlich verärgert wütend frustrierend arrogant
      inkompetent respektlos ignoriert dreckig schmutzig teuer überteuert falsch fehler kaputt defekt beschwerde beschweren leider
      chaotisch chaos unpünktlich verspätet verspätung abgesagt ausgefallen unzuverlässig unfähig abgewimmelt genervt nervig versagt
      mangelhaft ungenügend unprofessionell unklar verwirrend langsam niemand keiner keine_antwort keine_rückmeldung nicht_erreichbar
      zu_lange zu_spät zu_teuer zu_langsam zu_wenig zu_laut zu_kalt immer_noch_nicht vergeblich vergessen verloren mies traurig schade
      unangenehm überfüllt überlastet hingehalten warteschleife gelogen lüge unhaltbar unverständlich erfolglos`,
    1: `warten gewartet wartezeit wartezeiten problem probleme schwierig lange laut kalt umständlich mühsam stress kompliziert mangel fehlt fehlte
      fehlen schwach alt eng unruhig sorge sorgen angst schmerzen verzögerung warum nie`,
  },
  -1,
)

export const german: Lexicon = {
  ...sorted(
    [...praise, ...complaint],
    split(`sollte sollten müsste müssten könnte könnten wünsche wünschte wäre_schön wäre_besser hätte_gerne verbessern verbesserung
      verbesserungswürdig bitte_mehr mehr_personal ausbaufähig warum_ist warum_wird`),
  ),
  negators: new Set(split('nicht kein keine keinen keinem keiner keines nie niemals ohne weder noch kaum nichts niemand')),
  degrees: new Map(
    weights({ 1.5: 'sehr äußerst extrem total absolut völlig wirklich so besonders überaus höchst' }, 1).concat(
      weights({ 0.6: 'etwas ziemlich eher bisschen wenig teilweise manchmal' }, 1),
    ),
  ),
  contrasts: new Set(split('aber jedoch allerdings leider trotzdem dennoch sondern nur')),
  stems: word =>
    word.length < 4
      ? []
      : [/e[rnms]?$/, /n$/, /s$/, /st?e[rnms]?$/, /ere?[rnms]?$/].filter(e => e.test(word)).map(e => word.replace(e, '')),
}
