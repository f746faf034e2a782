import ArgumentParser
import Desk
import Diagnostics

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
          bilancio imposta osservazioni.2024.valore 57,9 --dove differenziata
          bilancio imposta --dove pasti --si -- osservazioni.2.valore -5

        Una voce di un elenco si dice con il numero, con il suo `id` o con il suo periodo; se i valori \
        stanno in una tabella CSV, cambia la cella di quella. Ciò che comincia con `-` va in fondo, dietro `--`. I campi di ogni record: `bilancio manuale campi`.
        """,
        """
        Comments, empty lines, quotes and order stay as they are; a field that is missing goes to its place; \
        an empty value takes an optional field away. It shows what changes and asks. Examples:

          bilancio set status completed --in canteen
          bilancio set actions.2.title "New kitchens" --in 2024/1-schools/1-canteen.md
          bilancio set subject "Waste plan" --in dgc-2024-12 --yes
          bilancio set observations.2024.value 57,9 --in recycling
          bilancio set --in meals --yes -- observations.2.value -5

        An entry of a list is named by its number, its `id` or its period; where the values stand in a CSV \
        table, its cell changes. What begins with `-` comes last, behind `--`. The fields of each record: `bilancio manual campi`.
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

  func edit(_ record: DeskRecord, in revision: Revision) throws(DeskError) -> RecordEdit {
    .set(field, to: value == "-" ? try Terminal.input() : value)
  }
}
