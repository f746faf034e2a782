import ArgumentParser
import Desk
import Diagnostics

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
          bilancio aggiungi tappe evento=aperta data=01/09/2024 --dove mensa
          bilancio aggiungi osservazioni periodo=2024 valore=57,9 --dove differenziata
        """,
        """
        The entry looks as its neighbours do. Example:

          bilancio add beneficiaries families --in canteen
          bilancio add milestones event=opened date=2024-09-01 --in canteen
          bilancio add observations period=2024 value=57.9 --in recycling
        """))
  }

  @Argument(help: .words("L'elenco.", "The list.", value: ("campo", "field")))
  var field: String

  @Argument(
    help: .words(
      "La voce; se ha dei campi, ognuno con il suo nome: `titolo=Mensa`.",
      "The entry; where it has fields, each with its name: `title=Canteen`.",
      value: ("valore", "value")))
  var entry: [String]

  @Option(
    name: .named("at", "posto"),
    help: .words(
      "Il posto, da 1; se non lo dici, in fondo.",
      "The place, from 1; at the end where it is not said.",
      value: ("n", "n")))
  var place: Int?

  @OptionGroup var editing: EditOptions

  @OptionGroup var source: SourceOptions

  func edit(_ record: DeskRecord, in revision: Revision) throws(DeskError) -> RecordEdit {
    let place = place.map { $0 - 1 }
    guard try revision.field(field, of: record).entryTable != nil else {
      guard entry.count == 1 else { throw .noFieldsWanted(field) }
      return .add(field, .text(entry[0]), at: place)
    }
    var fields: [(name: String, value: String)] = []
    for word in entry {
      guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
        throw .fieldsWanted(field)
      }
      fields.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    return .add(field, .fields(fields), at: place)
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

  func edit(_ record: DeskRecord, in revision: Revision) -> RecordEdit { .remove(field) }
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

  func validate() throws {
    guard old > 0, new > 0 else {
      throw ValidationError(Speech.say("i posti si contano da 1", "places are counted from 1"))
    }
  }

  func edit(_ record: DeskRecord, in revision: Revision) -> RecordEdit {
    .move(field, from: old - 1, to: new - 1)
  }
}
