import { plain } from './tokens.ts'
import { type Lexicon, sorted, split, weights } from './lexicon.ts'

const praise = weights(
  {
    3: `ممتاز رائع مذهل مثالي متميز استثنائي خرافي عظيم لا_يعلى_عليه فوق_الممتاز`,
    2: `جيد حسن جميل لطيف ودود مهذب محترم متعاون نظيف سريع مريح سعيد راض راضي شكر شكرا اشكر انصح محترف احترافي دقيق صبور طيب كويس حلو
      مفيد مخلص مشكور احسن افضل سهل ممتن جزاكم الله_يعطيكم يعطيكم_العافيه لا_شكوي لا_توجد_مشاكل كل_شيء_ممتاز`,
    1: `مقبول واضح هادئ مساعده ساعد ساعدني ساعدوني حل منظم مناسب لائق`,
  },
  1,
)

const complaint = weights(
  {
    3: `فظيع مريع كارثه كارثي مقرف مخجل مهزله فضيحه اسوا مرعب مهين نصب احتيال لن_اعود مضيعه_للوقت غير_مقبول`,
    2: `سيء سيئ سيئه رديء وقح غاضب محبط مخيب خيبه مزعج متاخر تاخير تاخر وسخ قذر غالي باهظ خطا اخطاء معطل شكوي اشتكي فشل فاشل كذب
      اهمال مهمل تجاهل تجاهلوني بطيء ضعيف مؤلم مستاء مؤسف للاسف فوضي غير_نظيف غير_محترم لا_احد لا_يردون لم_يرد لا_يوجد_رد لا_يعمل`,
    1: `انتظار انتظرت انتظرنا مشكله مشاكل صعب طويل بارد ضجيج ازدحام مزدحم نقص ينقص قلق الم معقد ممل`,
  },
  -1,
)

const normal = (entries: [string, number][]): [string, number][] => entries.map(([word, weight]) => [plain(word), weight])

/** Arabic: the article and the joined "and", "with", "for" are taken off before a word is looked up. */
export const arabic: Lexicon = {
  ...sorted(normal([...praise, ...complaint]), split('يجب ينبغي اتمني نتمني ارجو نرجو يحتاج تحتاج تحسين لو').map(plain)),
  negators: new Set(split('لا لم لن ليس ليست ما مش مو غير بدون بلا لست').map(plain)),
  degrees: new Map(weights({ 1.5: 'جدا للغايه حقا تماما كثيرا', 0.6: 'قليلا نوعا احيانا' }, 1)),
  contrasts: new Set(split('لكن ولكن الا للاسف غير_ان').map(plain)),
  stems,
}

function stems(word: string): string[] {
  const bare = word.replace(/^[وفبكل]?ال/, '').replace(/^لل/, '')
  const joined = word.replace(/^[وفب]/, '')
  const roots = [bare, joined].filter(w => w !== word && w.length > 1)
  return [...roots, ...[word, ...roots].map(w => w.replace(/(ات|ين|ون|ه|يه|ا)$/, '')).filter(w => w.length > 1)]
}
