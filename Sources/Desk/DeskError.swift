package import Diagnostics
package import Files
package import Writing

/// Why nothing was written; the files are as they were.
package enum DeskError: ExplainedError {
  /// No record has the name.
  case noRecord(String, near: String?)
  /// Several have it, by where they are.
  case manyRecords(String, [String])
  /// The record's kind has no such field.
  case noField(String, Phrase)
  case refused(WritingRefusal, file: String)
  /// Somebody else wrote into the file since it was read.
  case changedMeanwhile(String)
  /// A field that its record must have.
  case needed(String)
  /// A list where a text was meant.
  case isList(String)
  /// An entry that the list has.
  case hasEntry(String, String)
  /// A text that no file may have: letters that are none, signs that command a terminal, or too much of it.
  case unfitText(Phrase)
  /// A field that is there by both of its names.
  case twice(String, String, String)
  /// An entry with fields that was given without their names.
  case fieldsWanted(String)
  /// A list of texts that was given fields.
  case noFieldsWanted(String)
  /// A file of an edition that is closed.
  case closed(String)
  /// A change that nobody said yes to.
  case nobodyToAsk
  case file(FileError)
  /// The texts are written, and the journal could not tell of it.
  case notNoted(FileError)
  /// An id or a file's name that is there, and by where it is.
  case nameTaken(String, String)
  /// What is no name of a record or a file.
  case wrongName(String)
  /// What cannot go because others are in it, by where they are.
  case holdsOthers(String, [String])

  package var message: Phrase {
    switch self {
    case .noRecord(let name, _):
      Phrase(it: "non trovo «\(name)» tra i testi", en: "there is no «\(name)» among the texts")
    case .manyRecords(let name, _):
      Phrase(it: "«\(name)» c'è in più posti", en: "«\(name)» is in several places")
    case .noField(let name, _):
      Phrase(it: "il campo `\(name)` qui non esiste", en: "there is no field `\(name)` here")
    case .refused(let refusal, let file):
      Phrase(
        it: "`\(file)`: \(refusal.message.italian)", en: "`\(file)`: \(refusal.message.english)")
    case .changedMeanwhile(let file):
      Phrase(
        it: "`\(file)` è cambiato intanto: non l'ho toccato",
        en: "`\(file)` changed meanwhile: it was not touched")
    case .needed(let name):
      Phrase(
        it: "`\(name)` non può restare vuoto", en: "`\(name)` cannot be left empty")
    case .isList(let name): Phrase(it: "`\(name)` è un elenco", en: "`\(name)` is a list")
    case .hasEntry(let name, let value):
      Phrase(
        it: "in `\(name)` «\(value)» c'è già", en: "`\(name)` has «\(value)» already")
    case .twice(let italian, let english, let file):
      Phrase(
        it: "`\(file)` ha lo stesso campo due volte: `\(italian)` e `\(english)`",
        en: "`\(file)` has the same field twice: `\(italian)` and `\(english)`")
    case .fieldsWanted(let name):
      Phrase(
        it: "le voci di `\(name)` hanno dei campi", en: "the entries of `\(name)` have fields")
    case .noFieldsWanted(let name):
      Phrase(
        it: "le voci di `\(name)` sono testi, una alla volta",
        en: "the entries of `\(name)` are texts, one at a time")
    case .closed(let file):
      Phrase(
        it: "`\(file)` è di un'edizione chiusa, che resta com'è stata pubblicata",
        en: "`\(file)` is of an edition that is closed, which stays as it was published")
    case .unfitText(let reason): reason
    case .nobodyToAsk:
      Phrase(it: "non c'è nessuno a cui chiedere conferma", en: "there is nobody to ask for a yes")
    case .file(let error): error.message
    case .notNoted(let error):
      Phrase(
        it: "il testo è scritto, ma il registro no: \(error.message.italian)",
        en: "the text is written, but the journal is not: \(error.message.english)")
    case .nameTaken(let name, let place):
      Phrase(it: "`\(name)` c'è già: `\(place)`", en: "`\(name)` is there: `\(place)`")
    case .wrongName(let name):
      Phrase(it: "«\(name)» non può essere un nome", en: "«\(name)» cannot be a name")
    case .holdsOthers(let name, let others):
      Phrase(
        it: "`\(name)` contiene ancora: \(others.map { "`\($0)`" }.joined(separator: ", "))",
        en: "`\(name)` still holds: \(others.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }

  package var help: Phrase? {
    switch self {
    case .noRecord(_, let near):
      near.map { Phrase(it: "forse `\($0)`?", en: "perhaps `\($0)`?") }
        ?? Phrase(
          it: "scrivi il nome del file, o l'`id` di una voce",
          en: "write a file's name, or an entry's `id`"
        )
    case .manyRecords(_, let places):
      Phrase(
        it: "di' quale con il file: \(places.joined(separator: ", "))",
        en: "say which by its file: \(places.joined(separator: ", "))")
    case .noField(_, let help): help
    case .refused(let refusal, _): refusal.help
    case .changedMeanwhile: Phrase(it: "rifai il comando", en: "run the command again")
    case .needed:
      Phrase(it: "scrivi il valore nuovo", en: "write the new value")
    case .isList:
      Phrase(
        it: "aggiungi una voce con `bilancio aggiungi`, o di' quale: `beneficiari.1`",
        en: "add an entry with `bilancio add`, or say which: `beneficiaries.1`")
    case .fieldsWanted(let name):
      Phrase(
        it: "scrivili con il loro nome: `bilancio aggiungi \(name) titolo=\"Nuove cucine\" …`",
        en: "write them with their names: `bilancio add \(name) title=\"New kitchens\" …`")
    case .twice: Phrase(it: "tieni uno dei due", en: "keep one of them")
    case .noFieldsWanted: nil
    case .closed:
      Phrase(
        it: "una correzione si scrive in `rettifiche.yml`",
        en: "a correction is written in `rettifiche.yml`")
    case .hasEntry, .unfitText: nil
    case .nobodyToAsk:
      Phrase(it: "senza un terminale serve `--si`", en: "without a terminal add `--yes`")
    case .file(let error), .notNoted(let error): error.help
    case .nameTaken: Phrase(it: "scegli un altro nome", en: "choose another name")
    case .holdsOthers:
      Phrase(it: "elimina prima quelle", en: "delete those first")
    case .wrongName:
      Phrase(
        it: "usa lettere minuscole senza accenti, cifre e trattini: `nuova-mensa`",
        en: "use small letters without accents, digits and hyphens: `new-canteen`")
    }
  }
}
