/// The units that people count in, as one of them is called.
package enum UnitWords {
  /// `giorno` of `giorni`; the unit as it is where its singular is not known.
  package static func singular(of unit: String, _ language: String) -> String {
    let words = unit.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return unit }
    // An adjective would have to agree: `bambini iscritti`.
    if words.count > 1, let next = words[1].split(separator: " ").first,
      !prepositions.contains(String(next))
    {
      return unit
    }
    let one: String? =
      if language == "it" {
        singulars[String(first)]
      } else {
        first.count > 3 && first.hasSuffix("s") && !first.hasSuffix("ss")
          ? String(first.dropLast()) : nil
      }
    guard let one else { return unit }
    return one + unit.dropFirst(first.count)
  }

  private static let prepositions: Set<String> = [
    "di", "del", "della", "dei", "degli", "delle", "al", "alla", "all'anno", "ogni", "per", "su",
    "in", "a", "tra", "of", "per", "every", "letto",
  ]

  private static let singulars: [String: String] = [
    "giorni": "giorno", "ore": "ora", "minuti": "minuto", "secondi": "secondo", "mesi": "mese",
    "anni": "anno", "settimane": "settimana", "persone": "persona", "bambini": "bambino",
    "bambine": "bambina", "alunni": "alunno", "studenti": "studente", "utenti": "utente",
    "iscritti": "iscritto", "abitanti": "abitante", "residenti": "residente",
    "cittadini": "cittadino", "famiglie": "famiglia", "posti": "posto", "servizi": "servizio",
    "interventi": "intervento", "alloggi": "alloggio", "chilometri": "chilometro",
    "metri": "metro", "ettari": "ettaro", "litri": "litro", "chili": "chilo",
    "tonnellate": "tonnellata", "punti": "punto", "prestiti": "prestito", "libri": "libro",
    "visite": "visita", "visitatori": "visitatore", "eventi": "evento", "corsi": "corso",
    "scuole": "scuola", "classi": "classe", "imprese": "impresa", "domande": "domanda",
    "pratiche": "pratica", "richieste": "richiesta", "segnalazioni": "segnalazione",
    "volontari": "volontario", "feriti": "ferito", "incidenti": "incidente", "alberi": "albero",
    "atti": "atto", "sedute": "seduta", "pasti": "pasto", "contratti": "contratto",
    "progetti": "progetto", "dipendenti": "dipendente", "cantieri": "cantiere", "casi": "caso",
    "milioni": "milione", "miliardi": "miliardo", "migliaia": "migliaio",
  ]
}
