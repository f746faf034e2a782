import ArgumentParser
import Content
import Diagnostics
import Files
import Glibc
import Pipeline
import Scaffolding
import SocialReport

/// `bilancio new-edition`: the edition of the next year, from the last.
struct NewEditionCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "new-edition", "nuova-edizione",
      abstract: Speech.say(
        "Comincia l'edizione dell'anno nuovo da quella dell'anno prima, come bozza.",
        "Begins the edition of the new year from that of the year before, as a draft."),
      discussion: Speech.say(
        """
        Porta avanti gli obiettivi e le realizzazioni che non sono finiti, con i testi da scrivere di nuovo \
        (quelli di prima restano accanto, come commenti) e gli stati da confermare; apre il posto del \
        nuovo anno in ogni serie; mette in comune uffici, fonti e glossario; ricomincia gli atti. \
        L'edizione di prima resta com'è. Esempio:

          bilancio nuova-edizione 2025
          bilancio controlla --elenco      che cosa resta da fare, per ufficio
        """,
        """
        It carries on the objectives and achievements that are not at their end, with texts to be written \
        anew (those of before stay beside them, as comments) and states to be confirmed; opens a place \
        for the new year in each series; shares offices, sources and glossary; begins acts anew. The \
        edition before stays as it is. Example:

          bilancio new-edition 2025
          bilancio check --todo            what is left to do, by office
        """))
  }

  @Argument(
    help: .words("L'anno nuovo.", "The new year.", value: ("anno", "year")))
  var year: Int

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let language = Speech.language
    guard Answers.years.contains(year) else {
      throw Failure(
        Phrase(it: "`\(year)` non è un anno possibile", en: "`\(year)` is no possible year"),
        language)
    }
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    let outline = try await ProjectOutline(folder)
    let next = try NextEdition(
      of: year, from: outline, today: Today.date(for: year), source.language ?? outline.language)
    do throws(FileError) {
      try FileSystem.create(
        next.files.map { (path: Path.join(root, $0.path), bytes: Array($0.text.utf8)) })
    } catch {
      throw Failure(
        Phrase(
          it: error.message.italian + "; non ho scritto niente",
          en: error.message.english + "; nothing was written"), help: error.help, language)
    }
    // Only now that all editions can read them where they are.
    for register in next.moved { try remove(register.from, root, outline, language) }
    Terminal.output(summary(of: next, root).text(in: language))
    guard next.last.isDraft else { return }
    let name = next.last.id.value
    Terminal.error(
      Failure.remark(
        Phrase(
          it: "l'edizione \(name), da cui comincia questa, è ancora una bozza",
          en: "the edition \(name), from which this one begins, is still a draft"),
        help: Phrase(
          it:
            "quello che cambi ancora nel \(name) non arriva qui da solo: finisci prima quella, e togli "
            + "`bozza: sì` dal suo file",
          en:
            "what you still change in \(name) does not come here by itself: finish that first, and "
            + "take `draft: yes` out of its file"), language))
  }

  /// Takes a register away that stands elsewhere now, if nobody changed it meanwhile.
  private func remove(
    _ path: String, _ root: String, _ outline: ProjectOutline, _ language: Language
  ) throws {
    let file = Path.join(root, path)
    do throws(FileError) {
      let now = try ReadableFile(file).bytes(atMost: Content.maximumBytes)
      guard Folder.Text(path: path, bytes: now) == outline.text(path) else {
        throw FileError(.remove, file, code: EBUSY)
      }
      try FileSystem.removeFile(file)
    } catch {
      throw Failure(
        error.message,
        help: Phrase(
          it: "l'edizione nuova c'è; questo file ora è anche tra quelli comuni: cancellalo tu",
          en: "the new edition is there; this file is among the shared ones too: remove it yourself"
        ),
        language)
    }
  }

  private func summary(of next: NextEdition, _ root: String) -> Phrase {
    Wording.phrase { say in
      var lines = [
        say(
          "Ho cominciato l'edizione \(year) in `\(Path.join(root, String(year)))`, come bozza: \(next.files.count) file.",
          "The edition \(year) is begun in `\(Path.join(root, String(year)))`, as a draft: \(next.files.count) files."
        )
      ]
      for register in next.moved {
        lines.append(
          say(
            "Ora è di tutte le edizioni: \(register.to) (era \(register.from))",
            "Now all editions read: \(register.to) (it was \(register.from))"))
      }
      if !next.concluded.isEmpty {
        lines.append(
          say(
            "Finiti, e rimasti nel \(next.last.id.value):",
            "At their end, and left in \(next.last.id.value):"))
        lines += next.concluded.map { "  - \($0)".printable() }
      }
      lines.append("")
      lines.append(
        say(
          "Adesso: bilancio controlla --elenco     che cosa resta da fare, per ufficio, con file e riga",
          "Now: bilancio check --todo     what is left to do, by office, with file and line"))
      lines.append(
        say(
          "Quando è pronta, togli `bozza: sì` da `\(year)/edizione.yml`.",
          "When it is ready, remove `draft: yes` from the edition's file in `\(year)/`."))
      return lines.joined(separator: "\n")
    }
  }
}
