import ArgumentParser
import Desk
import Diagnostics
import Writing

/// `bilancio set`: another value for a field.
struct SetCommand: EditCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "set", "imposta",
      abstract: Speech.say(
        "Dà un altro valore a un campo, e non tocca nient'altro del file.",
        "Gives a field another value, and touches nothing else of the file."),
      discussion: Speech.say(
        """
        Commenti, righe vuote, virgolette e ordine restano come sono; un campo che manca va al suo posto; \
        un valore vuoto toglie un campo facoltativo. Mostra che cosa cambia e chiede. Esempi:

          bilancio imposta stato completata --dove mensa
          bilancio imposta azioni.2.titolo "Nuove cucine" --dove 2024/1-scuole/1-mensa.md
          bilancio imposta oggetto "Piano dei rifiuti" --dove dgc-2024-12 --si
          bilancio imposta --dove pasti --si -- osservazioni.2.valore -5

        Ciò che comincia con `-` va in fondo, dietro `--`. I campi di ogni record: `bilancio manuale campi`.
        """,
        """
        Comments, empty lines, quotes and order stay as they are; a field that is missing goes to its place; \
        an empty value takes an optional field away. It shows what changes and asks. Examples:

          bilancio set status completed --in canteen
          bilancio set actions.2.title "New kitchens" --in 2024/1-schools/1-canteen.md
          bilancio set subject "Waste plan" --in dgc-2024-12 --yes
          bilancio set --in meals --yes -- observations.2.value -5

        What begins with `-` comes last, behind `--`. The fields of each record: `bilancio manual campi`.
        """))
  }

  @Argument(
    help: .words(
      "Il campo, con punti in mezzo: `titolo`, `azioni.2.titolo`.",
      "The field, with full stops between: `title`, `actions.2.title`.",
      value: ("campo", "field")))
  var field: String

  @Argument(
    help: .words(
      "Il valore; `-` lo legge dallo standard input.",
      "The value; `-` reads it from standard input.",
      value: ("valore", "value")))
  var value: String

  @OptionGroup var editing: EditOptions

  @OptionGroup var source: SourceOptions

  func edited(_ place: EditPlace) throws(DeskError) -> [UInt8] {
    let (name, field) = (field, try place.field(field))
    let given = value == "-" ? try Terminal.input() : value
    try DeskText.check(given)
    let isEmpty = given.allSatisfy(\.isWhitespace)
    guard !isEmpty || !field.isRequired else { throw .needed(name) }
    if field.isList { throw .isList(name) }
    let file = place.file
    let old = field.isThere ? file.text(field.path) : nil
    let value = DeskText.value(given, insteadOf: old, isText: field.isText)
    // A text of one line goes on as one.
    let isText = field.isText && (old ?? "").isEmpty
    return try place.told { () throws(WritingRefusal) in
      if field.isBody { return try file.settingBody(to: value) }
      if !field.isThere {
        guard !isEmpty, case .field(let key)? = field.path.steps.last else { return file.bytes }
        return try file.inserting(
          key, value, into: field.path.parent, order: field.order, isText: isText)
      }
      if isEmpty { return try file.removing(field.path) }
      return try file.setting(field.path, to: value, isText: field.isText)
    }
  }
}
