import ArgumentParser
import Desk
import Diagnostics
import Files

/// `bilancio rename`: another id for a record, or another name for a file, with all that names it.
struct RenameCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "rename", "rinomina",
      abstract: Speech.say(
        "Dà un altro nome a un record o a un file, e lo cambia dovunque è nominato.",
        "Gives a record or a file another name, and changes it wherever it is named."),
      discussion: Speech.say(
        """
        Cambiano insieme campi e collegamenti (`atto:`, `dato:`, `pagina:` e gli altri), oppure niente. Un nome \
        con il punto è quello di un file, altrimenti è l'`id`. Esempi:

          bilancio rinomina dgc-2024-21 dgc-2024-12
          bilancio rinomina nuova-mensa mensa-di-via-po
          bilancio rinomina 2024/1-scuole/IMG_0231.jpg cortile.jpg

        L'indirizzo di una pagina già pubblicata cambia con il suo nome.
        """,
        """
        Fields and links (`act:`, `figure:`, `page:` and the others) change together, or nothing does. A name \
        with a full stop is that of a file, otherwise it is the `id`. Examples:

          bilancio rename dgc-2024-21 dgc-2024-12
          bilancio rename new-canteen canteen-in-via-po
          bilancio rename 2024/1-schools/IMG_0231.jpg yard.jpg

        The address of a page that is published changes with its name.
        """))
  }

  @Argument(
    help: .words(
      "Il record (`id`, file, o file con `#id`) o il file.",
      "The record (`id`, file, or file with `#id`) or the file.", value: ("vecchio", "old")))
  var old: String

  @Argument(
    help: .words("Il nome nuovo.", "The new name.", value: ("nuovo", "new")))
  var new: String

  @Flag(
    name: .named("yes", "si", short: "y"),
    help: .words("Non chiede conferma.", "Does not ask for a yes."))
  var yes = false

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let language = Speech.language
    let texts = try await EditedTexts(source, language)
    let changes: [FileChange]
    let rename = Rename(texts.folder)
    do throws(DeskError) {
      let name = RecordName.within(texts.folder.root, old)
      var revision = Revision(texts.desk)
      if texts.holds(name), new.contains(".") {
        try rename.give(name: new, toFile: name, in: &revision)
      } else {
        try rename.give(new, to: try texts.record(name), in: &revision)
      }
      changes = revision.changes
    } catch { throw Failure(error, language) }
    guard !changes.isEmpty else {
      Terminal.output(Phrase(it: "Si chiama già così.", en: "It is called so.").text(in: language))
      return
    }
    try await texts.write(
      changes, as: ChangeNote(.name, field: new), consent: Consent(saysYes: yes))
  }
}
