import type { Sayings } from './sayings.ts'

export const german: Sayings = {
  fill: {
    hours: ['zwei Stunden', 'drei Stunden', 'den ganzen Vormittag', 'fast fünf Stunden'],
    days: ['zwei Tagen', 'einer Woche', 'neun Tagen', 'drei Wochen'],
    day: ['Montag', 'Dienstag', 'Donnerstag', 'Freitag'],
    room: ['in der Küche', 'im Keller', 'im Bad', 'im Flur'],
  },
  themes: {
    waiting: {
      bad: [
        'Ich habe {hours} gewartet, und niemand kam.',
        'Der Termin wurde dreimal verschoben.',
        'Für {day} extra freigenommen, dann kam die Absage per SMS.',
        'In der Warteschleife hing ich {hours}.',
        '„Irgendwann am {day}“ ist kein Termin.',
      ],
      good: [
        'Pünktlich auf die Minute.',
        'Am {day} gemeldet, am nächsten Morgen war es erledigt.',
        'Der Anruf zehn Minuten vorher war Gold wert.',
        'Schneller, als ich dachte.',
      ],
    },
    staff: {
      bad: [
        'Der Monteur war kurz angebunden und hat nichts erklärt.',
        'Mit schmutzigen Schuhen durch die Wohnung, ohne ein Wort.',
        'Am Telefon wurde ich nicht ernst genommen.',
      ],
      good: [
        'Der Monteur war freundlich und hat alles verständlich erklärt.',
        'Sehr sauber gearbeitet und danach noch durchgefegt.',
        'Die Dame am Telefon blieb dran, bis das Wasser wieder lief.',
      ],
    },
    information: {
      bad: [
        'Niemand hat uns gesagt, dass am {day} das Wasser abgestellt wird.',
        'Drei Leute, drei verschiedene Auskünfte.',
        'Auf den versprochenen Rückruf warte ich seit {days}.',
      ],
      good: [
        'Ich wusste immer, was als Nächstes passiert.',
        'Der Rückruf kam genau wie versprochen.',
        'Klare Auskunft, keine Ausreden.',
      ],
    },
    result: {
      bad: [
        'Nach {days} tropft es wieder {room}.',
        'Der Druck ist schlechter als vor der Reparatur.',
        'Das Loch vor dem Haus ist nach {days} noch offen.',
      ],
      good: ['{room} ist alles wieder trocken.', 'Beim ersten Besuch repariert.', 'Der Druck war noch nie so gut.'],
    },
    billing: {
      bad: [
        'Die Rechnung ist schon wieder geschätzt.',
        'Für einen kostenlosen Besuch wurden mir 85 berechnet.',
        'Die Gutschrift ist nach {days} noch nicht da.',
      ],
      good: ['Die falsche Rechnung war mit einem Anruf berichtigt.', 'Ein fairer Preis, wie im Angebot.'],
    },
  },
  opening: {
    bad: ['Leider enttäuschend.', 'So geht es nicht.', 'Ich hatte mehr erwartet.'],
    good: ['Vielen Dank.', 'Großes Lob.', 'Rundum zufrieden.'],
  },
  ending: {
    bad: [
      'Bitte rufen Sie mich an.',
      'Wenn ich wechseln könnte, täte ich es.',
      'Noch einmal, und wir wechseln den Anbieter.',
      'Bitte kümmern Sie sich darum.',
    ],
    good: ['Weiter so.', 'Bitte dem Team ausrichten.', 'So soll es sein.'],
  },
  soso: [
    'Am Ende gut, aber ich musste zweimal anrufen.',
    'In Ordnung, nur das Zeitfenster ist zu groß.',
    'Es läuft wieder, mehr kann ich nicht sagen.',
    'Nette Leute, umständlicher Papierkram.',
  ],
}
