import ArgumentParser
import Desk
import Diagnostics
import Writing

/// `bilancio add`: one more entry of a list.
struct AddCommand: EditCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "add", "aggiungi",
      abstract: Speech.say(
        "Aggiunge una voce a un elenco di un record.", "Adds an entry to a list of a record."),
      discussion: Speech.say(
        """
        La voce ha la forma delle sue vicine. Esempio:

          bilancio aggiungi beneficiari famiglie --dove mensa
        """,
        """
        The entry looks as its neighbours do. Example:

          bilancio add beneficiaries families --in canteen
        """))
  }

  @Argument(help: .words("L'elenco.", "The list.", value: ("campo", "field")))
  var field: String

  @Argument(help: .words("La voce.", "The entry.", value: ("valore", "value")))
  var value: String

  @Option(
    name: .named("at", "posto"),
    help: .words(
      "Il posto, da 1; se non lo dici, in fondo.",
      "The place, from 1; at the end where it is not said.",
      value: ("n", "n")))
  var place: Int?

  @OptionGroup var editing: EditOptions

  @OptionGroup var source: SourceOptions

  func edited(_ place: EditPlace) throws(DeskError) -> [UInt8] {
    let (name, field) = (field, try place.field(field))
    let file = place.file
    let number = self.place.map { $0 - 1 }
    try DeskText.check(value)
    guard !value.allSatisfy(\.isWhitespace) else { throw .needed(name) }
    guard !field.hasRecords else { throw .hasRecords(name) }
    guard !file.texts(field.path).contains(value) else { throw .hasEntry(name, value) }
    let value = DeskText.value(value, insteadOf: nil, isText: false)
    return try place.told { () throws(WritingRefusal) in
      guard field.isThere else {
        guard case .field(let key)? = field.path.steps.last else { throw .notList(field.path.text) }
        return try file.inserting(key, list: [value], into: field.path.parent, order: field.order)
      }
      if file.text(field.path)?.isEmpty == false {
        return try file.listing(field.path, with: value)
      }
      return try file.inserting(
        .text(value), into: field.path, at: number ?? file.count(field.path))
    }
  }
}

/// `bilancio remove`: a field, or an entry of a list, away.
struct RemoveCommand: EditCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "remove", "togli",
      abstract: Speech.say(
        "Toglie un campo, o una voce di un elenco, con i suoi commenti.",
        "Takes away a field, or an entry of a list, with its comments."),
      discussion: Speech.say(
        """
        Esempi:

          bilancio togli azioni.2 --dove mensa
          bilancio togli prossimi_passi --dove mensa
        """,
        """
        Examples:

          bilancio remove actions.2 --in canteen
          bilancio remove next_steps --in canteen
        """))
  }

  @Argument(
    help: .words(
      "Il campo, o la voce: `azioni.2`.", "The field, or the entry: `actions.2`.",
      value: ("campo", "field")))
  var field: String

  @OptionGroup var editing: EditOptions

  @OptionGroup var source: SourceOptions

  func edited(_ place: EditPlace) throws(DeskError) -> [UInt8] {
    let (name, field) = (field, try place.field(field))
    guard !field.isRequired || field.isEntry else { throw .needed(name) }
    return try place.told { () throws(WritingRefusal) in
      field.isBody
        ? try place.file.settingBody(to: "") : try place.file.removing(field.path)
    }
  }
}

/// `bilancio move`: an entry of a list to another place.
struct MoveCommand: EditCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "move", "sposta",
      abstract: Speech.say(
        "Sposta una voce di un elenco, con i suoi commenti.",
        "Moves an entry of a list, with its comments."),
      discussion: Speech.say(
        """
        Esempio, la terza azione al primo posto:

          bilancio sposta azioni 3 1 --dove mensa
        """,
        """
        Example, the third action to the first place:

          bilancio move actions 3 1 --in canteen
        """))
  }

  @Argument(help: .words("L'elenco.", "The list.", value: ("campo", "field")))
  var field: String

  @Argument(help: .words("Da quale posto.", "From which place.", value: ("da", "from")))
  var old: Int

  @Argument(help: .words("A quale posto.", "To which place.", value: ("a", "to")))
  var new: Int

  @OptionGroup var editing: EditOptions

  @OptionGroup var source: SourceOptions

  func edited(_ place: EditPlace) throws(DeskError) -> [UInt8] {
    let field = try place.field(field)
    return try place.told { () throws(WritingRefusal) in
      try place.file.moving(field.path, from: old - 1, to: new - 1)
    }
  }
}
