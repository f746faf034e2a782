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
        """,
        """
        Comments, empty lines, quotes and order stay as they are; a field that is missing goes to its place; \
        an empty value takes an optional field away. It shows what changes and asks. Examples:

          bilancio set status completed --in canteen
          bilancio set actions.2.title "New kitchens" --in 2024/1-schools/1-canteen.md
          bilancio set subject "Waste plan" --in dgc-2024-12 --yes
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
    let field = try place.field(field)
    let value = value == "-" ? Terminal.input() : value
    let isEmpty = value.allSatisfy(\.isWhitespace)
    let file = place.file
    return try place.told { () throws(WritingRefusal) in
      if field.isBody { return try file.settingBody(to: value) }
      if !field.isThere {
        guard !isEmpty, case .field(let key)? = field.path.steps.last else { return file.bytes }
        return try file.inserting(
          key, value, into: field.path.parent, order: field.order, isText: field.isText)
      }
      if isEmpty, !field.isRequired { return try file.removing(field.path) }
      return try file.setting(field.path, to: isEmpty ? "" : value, isText: field.isText)
    }
  }
}
