import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport

/// Words that belong to no page yet: kept in the folder of what was imported, to be copied from.
struct IntakeNote {
  let name: String
  let markdown: String

  func imported(
    _ summary: Phrase, _ account: Phrase, _ remarks: [Phrase], with desk: Desk
  ) throws -> Imported {
    var revision = Revision(desk)
    let bytes = Array((markdown + "\n").utf8)
    if let known = SameFile.path(of: bytes, in: IntakeFolder.name, below: desk.root) {
      return Imported(
        kind: .context, paths: [known], changes: [],
        summary: Phrase(
          it: "niente: le sue parole sono già in `\(known)`",
          en: "nothing: its words are in `\(known)` already"), account: account, remarks: remarks)
    }
    let path = IntakeFolder.freePath(forDocument: name, ending: ".md", in: revision)
    revision.begin(path, bytes)
    return Imported(
      kind: .context, paths: [path], changes: revision.changes, summary: summary, account: account,
      remarks: remarks)
  }

  /// What a letter says, with who sent it and when.
  static func of(_ letter: IncomingFile.Letter, named name: String, with desk: Desk) throws
    -> Imported
  {
    var blocks = letter.head.map {
      "**\($0.name.italian)**: " + MarkdownLine.escaped($0.value, isTable: false)
    }
    if let text = letter.text {
      blocks.append(verbatim(text))
    } else if let page = letter.page {
      let document = try TextDocument(OfficePackage(page: Array(page.utf8)))
      var writer = MarkdownText(topLevel: 2, notes: document.text.notes) { _ in nil }
      blocks.append(writer.text(document.text.blocks))
    }
    let remarks = letter.left.map { file in
      Phrase(
        it: "allegato che non so leggere, e non ho preso: «\(file)»",
        en: "an attachment that cannot be read, and was not taken: «\(file)»")
    }
    return try IntakeNote(name: name, markdown: blocks.joined(separator: "\n\n")).imported(
      Phrase(
        it: "il testo della lettera, in un appunto che nessuna pagina mostra",
        en: "the letter's text, in a note that no page shows"),
      Phrase(
        it: "\(count(letter.count, "allegato da portare dentro", "allegati da portare dentro")), "
          + "\(letter.left.count) \(letter.left.count == 1 ? "lasciato" : "lasciati")",
        en: "\(count(letter.count, "attachment to bring in", "attachments to bring in")), "
          + "\(letter.left.count) left"),
      remarks, with: desk)
  }

  /// The words of a plain text, which has no structure; Markdown is one already.
  static func of(text: String, named name: String, with desk: Desk) throws -> Imported {
    let isMarkdown = ["md", "markdown"].contains(Path.ending(of: name).lowercased())
    let count = text.split(whereSeparator: \.isWhitespace).count
    return try IntakeNote(name: name, markdown: isMarkdown ? text : verbatim(text)).imported(
      Phrase(
        it: "le parole del file, in un appunto che nessuna pagina mostra: da lì si copiano",
        en: "the words of the file, in a note that no page shows: they are copied from there"),
      Phrase(
        it: "\(count) \(count == 1 ? "parola" : "parole")",
        en: "\(count) \(count == 1 ? "word" : "words")"), [], with: desk)
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  /// A text as it stands, line by line.
  static func verbatim(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let longest = lines.map { $0.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    var body = lines.map(String.init)[...]
    while body.last?.allSatisfy(\.isWhitespace) == true { body.removeLast() }
    while body.first?.allSatisfy(\.isWhitespace) == true { body.removeFirst() }
    return fence + "text\n" + body.joined(separator: "\n") + "\n" + fence
  }
}
