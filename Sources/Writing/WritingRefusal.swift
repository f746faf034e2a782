package import Diagnostics

/// Why a file is not written into; it is as it was.
package enum WritingRefusal: ExplainedError, Equatable {
  case notUTF8
  /// The file has a mistake of form, or something that a record of ours cannot have: an anchor, a key twice.
  case unreadable
  /// There is nothing at the place that was named.
  case notFound(String)
  /// A list or a record stands where a text was meant.
  case notText(String)
  case notList(String)
  case notFields(String)
  case thereAlready(String)
  /// A record without a field is none.
  case lastField
  /// The list is written in a form that cannot be changed entry by entry: a list in a list, records in brackets.
  case form
  /// What was written would not read as it was meant, or something else would read otherwise.
  case touchesMore
  /// A table of observations that cannot be understood.
  case table(Phrase)
  /// A letter that the file's encoding has no sign for.
  case encoding

  package var message: Phrase {
    switch self {
    case .notUTF8: Phrase(it: "il file non è in UTF-8", en: "the file is not in UTF-8")
    case .unreadable:
      Phrase(
        it: "il file ha un errore di forma, o due volte lo stesso campo",
        en: "the file has a mistake of form, or a field twice")
    case .notFound(let place):
      Phrase(it: "qui non c'è `\(place)`", en: "there is no `\(place)` here")
    case .notText(let place):
      Phrase(it: "`\(place)` non è un testo solo", en: "`\(place)` is not a single text")
    case .notList(let place): Phrase(it: "`\(place)` non è un elenco", en: "`\(place)` is no list")
    case .notFields(let place):
      Phrase(it: "`\(place)` non ha campi", en: "`\(place)` has no fields")
    case .thereAlready(let key):
      Phrase(it: "il campo `\(key)` c'è già", en: "the field `\(key)` is there")
    case .lastField:
      Phrase(
        it: "è l'ultimo campo, e senza il file sarebbe vuoto",
        en: "it is the last field, and without it the file would be empty")
    case .form:
      Phrase(
        it: "l'elenco è scritto in una forma che non so cambiare una voce alla volta",
        en: "the list is written in a form that cannot be changed entry by entry")
    case .touchesMore:
      Phrase(
        it: "non riesco a scriverlo senza toccare il resto",
        en: "it cannot be written without touching something else")
    case .table(let reason): reason
    case .encoding:
      Phrase(
        it: "il file non è in UTF-8, e nella sua codifica questo testo non si può scrivere",
        en: "the file is not in UTF-8, and this text cannot be written in its encoding")
    }
  }

  package var help: Phrase? {
    switch self {
    case .notUTF8, .unreadable:
      Phrase(
        it: "il file è rimasto com'era; correggilo (`bilancio controlla` dice dove)",
        en: "the file is as it was; mend it (`bilancio check` says where)")
    case .encoding:
      Phrase(
        it: "salvalo in UTF-8 («CSV UTF-8» in Excel), poi rifai il comando",
        en: "save it in UTF-8 (“CSV UTF-8” in Excel), then run the command again")
    case .table, .lastField, .form, .touchesMore:
      Phrase(
        it: "il file è rimasto com'era; cambialo a mano",
        en: "the file is as it was; change it by hand")
    case .notFound, .notText, .notList, .notFields, .thereAlready: nil
    }
  }
}
