import { lines } from './lines.ts'

/** The same in German: counted, never corrected on. */
export const heldOutThreatsGerman = lines(`
  Noch so eine Lieferung und ich bin weg.
  Wir werden den Vertrag zum Jahresende kündigen.
  Hiermit kündige ich meine Mitgliedschaft.
  Wenn sich nichts ändert, wechsle ich zur Konkurrenz.
  Ich suche mir jetzt einen anderen Arzt.
  Das war das letzte Mal, dass ich hier bestellt habe.
  Mich sehen Sie hier nie wieder.
  Wir verlängern nicht.
  Bitte löschen Sie mein Konto.
  Ich überlege ernsthaft, den Anbieter zu wechseln.
  Nach zwölf Jahren haben Sie einen Kunden verloren.
  Sollte das nochmal vorkommen, gehen wir woanders hin.
  Nie wieder!
  Unser Einkauf sieht sich bereits nach Alternativen um.
  Ich werde nicht mehr bei Ihnen kaufen.
  Die Kündigung ist schon unterwegs.
  Ab nächstem Monat sind wir bei einem Mitbewerber.
  Ich will raus aus dem Vertrag.
  Einmal und nie wieder, wir buchen künftig bei einer anderen Kette.
  Wenn Sie so weitermachen, verlieren Sie uns.
`)

export const heldOutNoThreatsGerman = lines(`
  Ich würde niemals kündigen.
  Mein Nachbar hat gekündigt, ich verstehe nicht warum.
  Wir haben gerade um drei Jahre verlängert.
  Ich bin von einem anderen Anbieter zu Ihnen gewechselt und sehr zufrieden.
  Der Termin wurde ohne Grund abgesagt.
  Ihre Mitarbeiterin fragte, ob ich kündigen möchte, natürlich nicht.
  Beinahe hätte ich gewechselt, aber Sie haben mich überzeugt.
  Die Kündigungsfrist ist fair.
  Ich komme gerne wieder.
  Warum sollte ich zu jemand anderem gehen?
  Der Arzt ging weg, ohne etwas zu sagen.
  Bitte schließen Sie die Filiale im Dorf nicht.
  Selbst wenn es woanders billiger wäre, bliebe ich bei Ihnen.
  Das Personal wechselt ständig.
  Wie kann ich eine einzelne Bestellung stornieren?
  Wir sind in den Premiumtarif gewechselt und glücklich damit.
  Man drohte mir, den Strom abzustellen.
  „Ich kündige", habe ich vor zwei Jahren gesagt, heute bin ich froh, geblieben zu sein.
  Ich habe noch nie daran gedacht, den Anbieter zu wechseln.
  Die Pflegekraft hat leider gekündigt, sie war die Beste.
`)

export const heldOutCallsGerman = lines(`
  Bitte rufen Sie mich zurück.
  Ich bitte um einen Rückruf.
  Kann mich bitte jemand anrufen?
  Ich möchte mit einem Vorgesetzten sprechen.
  Melden Sie sich bitte bei mir.
  Rufen Sie mich an: 0171 5550199.
  Ich erwarte einen Anruf der Abteilungsleitung.
  Sie erreichen mich vormittags unter 030 555012.
  Bitte kontaktieren Sie mich wegen der Erstattung.
  Ich würde das gerne telefonisch klären.
  Jemand muss mich dringend anrufen, die Maschine steht.
  ruft mich an
  Wäre schön, wenn sich jemand bei uns melden würde.
  Bis heute hat niemand angerufen, bitte holen Sie das nach.
  Bitte nehmen Sie Kontakt mit mir auf.
  Ich brauche einen Menschen am Telefon.
  Bitte um Rückruf unter der bekannten Nummer.
  Schreiben Sie keinen Brief mehr, rufen Sie an.
  Könnte unser Betreuer uns am Montag anrufen?
  Ich will mit einem echten Menschen reden.
`)

export const heldOutNoCallsGerman = lines(`
  Bitte rufen Sie mich nicht mehr an.
  Ich wurde sofort zurückgerufen, super.
  Der versprochene Rückruf kam nie.
  Ein Anruf ist nicht nötig.
  Ich habe viermal angerufen, bis jemand abnahm.
  Mein Kollege bat um einen Rückruf und bekam ihn am selben Tag.
  Die Hotline ist nicht zu gebrauchen.
  Ich möchte nicht mit einem Vorgesetzten sprechen, ich möchte eine Lösung.
  Bitte schicken Sie mir die Rechnung per Mail.
  Ja, rufen Sie ruhig wieder beim Abendessen an, das liebe ich.
  Am Telefon waren alle freundlich.
  Das nennen Sie Service?
  Man sagte „wir rufen Sie zurück" und legte auf.
  Hören Sie auf, mich anzurufen.
  Es wäre schön, wenn die Ärzte die Patienten mit Namen ansprechen würden.
  Das Kontaktformular funktioniert nicht.
  Ich habe mit der Leiterin gesprochen, sie hat es gelöst.
  Letztes Jahr bat ich um einen Anruf, der kam auch gleich.
  Rufen Sie den nächsten Patienten doch schneller auf.
  Mein Ansprechpartner wechselte dreimal.
`)
