import ArgumentParser
import Content
import Desk
import Diagnostics
import Files
import Intake
import Pipeline

/// `bilancio pictures`: what pages show of photographs, light and without what a camera wrote.
struct PicturesCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "pictures", "immagini",
      abstract: Speech.say(
        "Fa delle foto le versioni da pubblicare: girate, leggere, senza il luogo dello scatto.",
        "Makes of photographs what is published: turned, light, without the place they were taken at."
      ),
      discussion: Speech.say(
        """
        Accanto a ogni foto grande, o che dice dove è stata scattata, nasce la cartella `ridotte/` con quello che si \
        pubblica al suo posto: larga al più 1600 punti e pesante al più 300 kB, e due versioni più strette per i \
        telefoni. La foto resta com'è, e il testo continua a chiamarla con il suo nome. Legge anche le foto HEIC dei \
        telefoni. Rifà solo quello che manca; se una foto è cambiata, toglie le versioni di prima.
        """,
        """
        Beside each photograph that is large, or that says where it was taken, a folder `ridotte/` holds what is \
        published in its place: at most 1600 points wide and of 300 kB, and two narrower ones for phones. The \
        photograph stays as it is, and texts go on naming it. It reads the HEIC of phones as well. Only what is missing \
        is made; where a photograph was changed, what was made of it before goes.
        """))
  }

  @Flag(
    name: .named("try", "prova"),
    help: .words(
      "Dice che cosa farebbe, e non scrive niente.", "Tells what it would do, and writes nothing."))
  var isTrial = false

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    let round = PictureRound(folder, leaving: ClosedFolders(of: folder))
    let desk = Desk(root: root, author: Author.name)
    let progress = Progress.shown(false, language, Phrase(it: "immagini", en: "pictures"))
    var told = Told()
    for (number, item) in round.items.enumerated() {
      progress(number, round.items.count)
      do {
        let made = try await round.made(of: item)
        if !isTrial, !made.isEmpty {
          try desk.create(made.map { (path: $0.path, bytes: $0.new) }, as: ChangeNote(.creation))
        }
        told.made += made.map { (Path.join(root, $0.path), $0.new.count) }
        told.gone += item.stale.map { Path.join(root, $0) }
        if !isTrial {
          for path in item.stale { try FileSystem.removeFile(Path.join(root, path)) }
        }
      } catch PictureRefusal.unreadable(let path) {
        // The others are made all the same.
        told.refused.append(.unreadable(path))
      }
    }
    progress(round.items.count, round.items.count)
    told.tell(round.items.count, isTrial: isTrial, language)
    if !told.refused.isEmpty { throw ExitCode(1) }
  }

  /// What became of the pictures.
  private struct Told {
    var made: [(path: String, byteCount: Int)] = []
    var gone: [String] = []
    var refused: [PictureRefusal] = []

    func tell(_ count: Int, isTrial: Bool, _ language: Language) {
      for (path, byteCount) in made {
        Terminal.output("\(path) (\((byteCount + 500) / 1000) kB)")
      }
      for path in gone {
        Terminal.error(
          Phrase(it: "tolta: \(path)", en: "removed: \(path)").text(in: language).printable())
      }
      for one in refused { Terminal.error(Failure(one, language).text) }
      let words =
        made.isEmpty && gone.isEmpty
        ? Phrase(
          it: "Guardate \(count) immagini: niente da fare.",
          en: "Looked at \(count) pictures: nothing to do.")
        : isTrial
          ? Phrase(
            it: "Guardate \(count) immagini: si farebbero \(made.count) versioni.",
            en: "Looked at \(count) pictures: \(made.count) versions would be made.")
          : Phrase(
            it: "Guardate \(count) immagini: fatte \(made.count) versioni.",
            en: "Looked at \(count) pictures: \(made.count) versions made.")
      Terminal.error(words.text(in: language))
    }
  }
}
