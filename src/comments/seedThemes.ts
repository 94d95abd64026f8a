import { plain, type Token } from './words/tokens.ts'

/** A theme that is known before anybody taught one: its words by language; `*` stands for any ending. */
export interface SeedTheme {
  /** Stays the same when the theme gets another name. */
  key: string
  name: string
  words: Partial<Record<'en' | 'de' | 'ar', string>>
}

// What services everywhere are praised and blamed for.
export const seedThemes: readonly SeedTheme[] = [
  {
    key: 'waiting',
    name: 'Waiting and punctuality',
    words: {
      en: `wait waits waiting waited queue* delay* late hour hours hrs minutes mins punctual* on_time slow quick* prompt* fast speed* swift* long_time ages
        overdue timely timing responsive`,
      de: `wart* gewartet wartezeit* schlange verspät* pünktlich* unpünktlich* stunde* minute* schnell* langsam* verzöger* flott*`,
      ar: `انتظار* انتظر* تاخير* تاخر* متاخر* طابور ساعه ساعات دقيقه دقائق سريع* بطيء* موعد`,
    },
  },
  {
    key: 'staff',
    name: 'Staff attitude',
    words: {
      en: `staff friendly kind* rude* polite* helpful* caring attitude* manner* professional* courteous respect* lovely pleasant unhelpful
        considerate patient abrupt arrogan* dismissive empath* compassion* welcoming team driver* nurse* receptionist* crew cheerful`,
      de: `personal mitarbeiter* freundlich* unfreundlich* nett* höflich* unhöflich* hilfsbereit* respektlos* arrogant* kompetent* betreuung`,
      ar: `موظف* الموظف* طاقم فريق تعامل معامله ودود* وقح* متعاون* محترم* لطيف*`,
    },
  },
  {
    key: 'communication',
    name: 'Communication',
    words: {
      en: `communicat* call calls called phone phoned telephone ring rang email* letter* contact* answer* reply repl* respond* response
        hear heard told tell message* voicemail text_message call_back listen* explain* update* informed`,
      de: `kommunikation anruf* angerufen telefon* rückruf* rückmeldung antwort* erreich* e-mail mail* brief* erklär* zugehört informiert`,
      ar: `تواصل التواصل اتصال اتصلت رد الرد هاتف ايميل رساله شرح* ابلغ* استماع`,
    },
  },
  {
    key: 'information',
    name: 'Information',
    words: {
      en: `information info leaflet* instruction* advice advise* guidance website web_site online page clear* unclear explanation* confus* detail* knowledg*`,
      de: `information* info* hinweis* anleitung* beratung auskunft webseite website verständlich* unklar* verwirrend`,
      ar: `معلومات المعلومات نصيحه تعليمات موقع واضح* شرح`,
    },
  },
  {
    key: 'appointment',
    name: 'Appointments and booking',
    words: {
      en: `appointment* book* booking* schedul* reschedul* cancel* reservation* slot* visit* rebook* diary available availability`,
      de: `termin* buch* gebucht buchung* reserv* absage abgesagt verschoben vergabe`,
      ar: `موعد مواعيد المواعيد الموعد حجز الحجز الغاء الغيت`,
    },
  },
  {
    key: 'price',
    name: 'Price and billing',
    words: {
      en: `price* pricing cost* bill bills billing billed invoice* charge* fee fees paid pay payment* refund* expensive cheap* money value overcharged tariff*
        afford* discount*`,
      de: `preis* kosten rechnung* gebühr* bezahl* zahlung* erstattung teuer* günstig* geld abbuchung überteuert* tarif*`,
      ar: `سعر اسعار الاسعار فاتوره الفاتوره رسوم تكلفه دفع مبلغ غالي* رخيص* استرداد مال`,
    },
  },
  {
    key: 'cleanliness',
    name: 'Cleanliness',
    words: {
      en: `clean* dirt* filth* hygien* smell* tidy untidy dust* stain* spotless toilet* bathroom* mess messy litter wash*`,
      de: `sauber* schmutz* dreck* hygien* gestank stinkt toilette* wc reinig* geputzt`,
      ar: `نظيف* نظافه النظافه وسخ* قذر* رائحه حمام الحمامات`,
    },
  },
  {
    key: 'food',
    name: 'Food and drink',
    words: {
      en: `food meal* lunch breakfast dinner supper tea coffee drink* menu* canteen cafe snack* vegetarian vegan eat eating tasty delicious portion* water`,
      de: `essen speise* mahlzeit* frühstück* mittag* abendessen kaffee tee getränk* kantine lecker* geschmeckt küche`,
      ar: `طعام الطعام اكل الاكل وجبه وجبات فطور غداء عشاء قهوه شاي لذيذ*`,
    },
  },
  {
    key: 'place',
    name: 'Rooms and surroundings',
    words: {
      en: `room* building* seat* chair* temperature heating cold hot noise noisy quiet environment facilit* comfortable uncomfortable ward
        furniture decor* light* lighting air garden space* atmosphere privacy bed beds television tv outdoor* gym`,
      de: `raum räume zimmer* gebäude sitz* stuhl stühle temperatur heizung kalt* heiß* lärm laut* ruhig* ausstattung bequem* atmosphäre`,
      ar: `غرفه غرف الغرفه مبني المبني مقعد مقاعد كرسي حراره بارد* حار ضجيج هادئ مكان المكان مرافق`,
    },
  },
  {
    key: 'access',
    name: 'Getting there and parking',
    words: {
      en: `park* car_park transport* bus travel* distance access* lift wheelchair location ambulance* taxi* journey* vehicle* drive* driving route* collect* station far`,
      de: `park* anfahrt bus zug fahrt* erreichbarkeit barrierefrei* aufzug rollstuhl standort fahrer* fahrzeug*`,
      ar: `موقف مواقف وصول الوصول حافله سياره مواصلات مصعد كرسي_متحرك`,
    },
  },
  {
    key: 'product',
    name: 'Product and quality',
    words: {
      en: `product* quality broken break* defect* faulty work works working item* device* equipment repair* fix* damage* replac* reliab* feature*`,
      de: `produkt* qualität defekt* kaputt* gerät* reparatur* repariert mangel mängel funktion* beschädigt* ersatz*`,
      ar: `منتج المنتج جوده الجوده معطل* جهاز اصلاح تلف عيب`,
    },
  },
  {
    key: 'delivery',
    name: 'Delivery',
    words: {
      en: `deliver* parcel* package* shipping shipped courier* dispatch* arrive* order ordered orders`,
      de: `liefer* paket* versand* bestell* zustell* kurier* angekommen`,
      ar: `توصيل التوصيل شحن الشحن طلب طلبيه طرد مندوب`,
    },
  },
  {
    key: 'digital',
    name: 'App and website',
    words: {
      en: `app apps website site login log_in password* portal online crash* software screen* click* button* download* internet wifi wi-fi technical`,
      de: `app apps webseite website login anmeld* passwort portal online absturz abgestürzt software bildschirm wlan technisch*`,
      ar: `تطبيق التطبيق موقع الموقع كلمه_المرور تسجيل_الدخول شاشه انترنت`,
    },
  },
  {
    key: 'outcome',
    name: 'Help and outcome',
    words: {
      en: `solv* resolv* resolution result* outcome* sorted treat* treatment* recover* improv* help helped solution* therap* medic* pain support* progress*
        diagnos* better`,
      de: `gelöst lösung* ergebnis* behandl* hilfe geholfen verbesser* heilung schmerz* medikament* unterstütz*`,
      ar: `حل الحل نتيجه علاج العلاج مساعده ساعد* تحسن دواء الم`,
    },
  },
  {
    key: 'safety',
    name: 'Safety and trust',
    words: {
      en: `safe* unsafe secure security trust* confiden* privacy private data danger* risk* protect* honest* lie* lied`,
      de: `sicher* unsicher* vertrau* datenschutz gefähr* risiko ehrlich* gelogen schutz`,
      ar: `امان الامان امن ثقه الثقه خصوصيه خطر خطير* صادق*`,
    },
  },
  {
    key: 'involvement',
    name: 'Being heard and involved',
    words: {
      en: `listen* heard understand* understood involve* choice* decision* opinion* ignored question* personal* individual* dignity respected concerns`,
      de: `zugehört verstanden verständnis* einbezogen entscheid* mitsprache ignoriert frage* ernst_genommen`,
      ar: `استماع يستمع* تجاهل* راي فهم قرار سؤال اسئله`,
    },
  },
]

interface Entry {
  theme: number
  prefix: boolean
}

const exact = new Map<string, Entry[]>()
const prefixes = new Map<string, Entry[]>()
let longest = 1
let shortestPrefix = 99
for (const [theme, { words }] of seedThemes.entries())
  for (const list of Object.values(words))
    for (const entry of list.trim().split(/\s+/)) {
      const prefix = entry.endsWith('*')
      const key = plain(entry.replace('*', '').replaceAll('_', ' '))
      const into = prefix ? prefixes : exact
      into.set(key, [...(into.get(key) ?? []), { theme, prefix }])
      if (prefix) shortestPrefix = Math.min(shortestPrefix, key.length)
      longest = Math.max(longest, key.split(' ').length)
    }

const begins = new Set([...exact.keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!))

// People use the same few thousand words; what was found for one is kept, up to a bound.
const known = new Map<string, readonly number[]>()
const KEPT = 20_000

function themesOfWord(word: string): readonly number[] {
  const kept = known.get(word)
  if (kept) return kept
  const found = (exact.get(word) ?? []).map(({ theme }) => theme)
  for (let end = word.length; end >= shortestPrefix; end--)
    for (const { theme } of prefixes.get(word.slice(0, end)) ?? []) found.push(theme)
  if (known.size < KEPT) known.set(word, found)
  return found
}

/** Where a text speaks of a seed theme: index of the theme, first and last token. */
export interface SeedHit {
  theme: number
  from: number
  to: number
}

/** Words of the seed themes in a text. Linear in its length. */
export function seedHits(tokens: readonly Token[]): SeedHit[] {
  const hits: SeedHit[] = []
  for (const [at, { word, stop }] of tokens.entries()) {
    if (stop) continue
    for (const theme of themesOfWord(word)) hits.push({ theme, from: at, to: at })
    if (!begins.has(word)) continue
    for (let to = at + 1, phrase = word; to < Math.min(at + longest, tokens.length); to++) {
      phrase += ` ${tokens[to]!.word}`
      for (const { theme } of exact.get(phrase) ?? []) hits.push({ theme, from: at, to })
    }
  }
  return hits
}
