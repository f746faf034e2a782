import Content
package import Diagnostics
import Files
package import SocialReport
import Writing
import YAMLTree

/// The edition of the next year, from the last: what goes on is there, and is to be told anew.
package struct NextEdition {
  /// New files, below the folder of the texts.
  package private(set) var files: [ProjectFile] = []
  /// Registers of the last edition that all editions read from now on; they go away where they were.
  package private(set) var moved: [(from: String, to: String)] = []
  /// What is at its end, by its title.
  package private(set) var concluded: [String] = []
  package let last: Edition

  private let outline: ProjectOutline
  private let year: Int
  private let today: CalendarDate
  private let language: Language
  private let home: String
  private let lastHome: String

  /// - Throws: `Refusal` where there is no edition to begin from, or one of the year is there.
  package init(
    of year: Int, from outline: ProjectOutline, today: CalendarDate, _ language: Language
  ) throws(ProjectOutline.Refusal) {
    (self.outline, self.year, self.today, self.language) = (outline, year, today, language)
    last = try NextEdition.last(before: year, in: outline)
    home = String(year)
    lastHome = outline.folder(of: last)
    guard !lastHome.isEmpty else {
      throw .init(
        Phrase(
          it: "l'edizione \(last.id.value) non sta in una cartella sua",
          en: "the edition \(last.id.value) is not in a folder of its own"),
        help: Phrase(
          it: "sposta i suoi file in `\(last.id.value)/`, accanto a `sito.yml`, poi ripeti",
          en: "move its files into `\(last.id.value)/`, beside the site's file, then repeat"))
    }
    addEdition()
    addObjectives()
    addContexts()
    addSeries()
    addRegisters()
  }

  private static func last(
    before year: Int, in outline: ProjectOutline
  ) throws(ProjectOutline.Refusal) -> Edition {
    let editions = outline.report.editions
    if editions.contains(where: { $0.year.value == year }) || outline.isTaken(String(year)) {
      throw .init(
        Phrase(it: "un'edizione del \(year) c'è già", en: "there is an edition of \(year)"))
    }
    let before = editions.filter { $0.year.value < year }
    guard let last = before.max(by: { $0.year.value < $1.year.value }) else {
      throw .init(
        Phrase(
          it: "non c'è un'edizione di un anno prima del \(year)",
          en: "there is no edition of a year before \(year)"),
        help: Phrase(
          it: "per una vuota: `bilancio nuovo edizione \(year)`",
          en: "for an empty one: `bilancio new edition \(year)`"))
    }
    guard !outline.hasErrors else {
      throw .init(
        Phrase(
          it: "nei testi ci sono errori: quello che non si legge non passerebbe all'anno nuovo",
          en: "there are mistakes in the texts: what cannot be read would not go on"),
        help: Phrase(
          it: "`bilancio controlla --bozze` dice quali; poi ripeti",
          en: "`bilancio check --drafts` tells which; then repeat"))
    }
    return last
  }

  private func record(_ kind: EntityKind) -> ReopenedRecord {
    ReopenedRecord(
      kind: kind, language: language, last: last.id.value, year: year, today: today)
  }

  /// The same place in the new edition.
  private func path(_ old: String) -> String {
    old.hasPrefix(lastHome + "/") ? home + old.dropFirst(lastHome.count) : Path.join(home, old)
  }

  /// Writes what a file says anew.
  private mutating func reopen(_ place: SourceRange, _ kind: EntityKind, added: [String] = []) {
    guard let old = outline.path(of: place), let parts = outline.parts(of: old) else { return }
    let lines = record(kind).lines(parts.pairs, body: parts.body, added: added)
    let isMarkdown = parts.body != nil
    files.append(
      ProjectFile(path: path(old), lines: isMarkdown ? ["---"] + lines + ["---", ""] : lines))
  }

  private mutating func addEdition() {
    var lines = RecordLines(Edition.declaration.table, language)
    if last.id.value != String(last.year.value) { lines.write("previous", last.id.value) }
    lines.write("draft", true)
    reopen(last.place, .edition, added: lines.lines)
  }

  private mutating func addObjectives() {
    var areas: Set<String> = []
    for objective in last.objectives {
      let open = objective.achievements.filter { !$0.isAtEnd }
      concluded += objective.achievements.filter(\.isAtEnd).map(\.title.value)
      if objective.isConcluded || objective.assessment?.value == .reached && open.isEmpty {
        concluded.append(objective.title.value)
        continue
      }
      if let area = objective.area { areas.insert(area) }
      var lines = RecordLines(Objective.declaration.table, language)
      if let inner = lines.inner("continues") {
        var continuation = RecordLines(inner, language, indent: "  ")
        continuation.write("edition", last.id.value)
        continuation.write("id", objective.id.value)
        lines.write("continues", below: continuation.lines)
      }
      reopen(objective.number.place, .objective, added: lines.lines)
      for achievement in open { reopen(achievement.number.place, .achievement) }
    }
    for area in last.areas where areas.contains(area.id.value) {
      guard let old = outline.path(of: area.number.place), let text = outline.text(old) else {
        continue
      }
      files.append(ProjectFile(path: path(old), text: text.text))
    }
  }

  private mutating func addContexts() {
    for context in last.contexts { reopen(context.title.place, .context) }
  }

  /// Series of the edition's own; those that editions share go on where they are.
  private mutating func addSeries() {
    let grouped = Dictionary(grouping: last.indicators) { $0.name.place.file }
    for (_, indicators) in grouped.sorted(by: { $0.key < $1.key }) {
      guard let place = indicators.first?.name.place, let old = outline.path(of: place),
        old.hasPrefix(lastHome + "/"), let text = outline.text(old),
        let parts = outline.parts(of: old)
      else { continue }
      let ordered = indicators.sorted { $0.name.place < $1.name.place }
      let isMarkdown = Path.ending(of: old) == "md"
      let file = try? YAMLFile(Array(text.text.utf8), isMarkdown: isMarkdown)
      let series = file.map { ReopenedSeries($0, ordered, year: year, language).text }
      files.append(ProjectFile(path: path(old), text: series ?? text.text))
      for table in parts.tables where outline.text(table) != nil && table.hasPrefix(lastHome + "/")
      {
        if files.contains(where: { $0.path == path(table) }) { continue }
        files.append(ProjectFile(path: path(table), text: outline.text(table)?.text ?? ""))
      }
    }
  }

  // Registers

  private mutating func addRegisters() {
    let empty = RecordFiles(language, today: today)
    files.append(empty.register(.acts, [], in: home))
    for kind in [EntityKind.offices, .sources, .glossary] {
      let own = outline.files(of: kind, in: last).filter { $0.hasPrefix(lastHome + "/") }
      let isShared = !outline.sharedFiles(of: kind).isEmpty
      for old in own {
        guard let text = outline.text(old) else { continue }
        // What other open editions would read too, they might show.
        let folder = isShared || hasOtherOpenEditions ? home : sharedFolder
        let new = Path.join(folder, Path.name(of: old))
        files.append(ProjectFile(path: new, text: relinked(text.text, from: old, to: new)))
        if folder != home, !last.isClosed { moved.append((old, new)) }
      }
    }
    for old in outline.files(of: .plans, in: last) where old.hasPrefix(lastHome + "/") {
      guard let parts = outline.parts(of: old) else { continue }
      files.append(ProjectFile(path: path(old), lines: plans(parts.pairs)))
    }
  }

  private var hasOtherOpenEditions: Bool {
    outline.report.editions.contains { !$0.isClosed && $0.id.value != last.id.value }
  }

  private var sharedFolder: String {
    outline.report.sharedFolders.first ?? Phrase(it: "comuni", en: "shared").text(in: language)
  }

  /// The plans without the acts that adopt them, which are of the last edition.
  private func plans(_ pairs: [YAMLPair]) -> [String] {
    pairs.flatMap { pair -> [String] in
      guard case .sequence(let entries, _) = pair.value else {
        return NodeLines.field(NodeLines.key(pair), pair.value)
      }
      let kept = entries.flatMap { entry -> [String] in
        guard case .mapping(let fields, let range) = entry else { return [] }
        let others = fields.filter { !["adozione", "adoption"].contains($0.key.text) }
        return NodeLines.entry(.mapping(others, range: range), indent: "  ")
      }
      return ["\(NodeLines.key(pair)):"] + kept
    }
  }

  /// A register whose files are named from another folder.
  private func relinked(_ text: String, from old: String, to new: String) -> String {
    let named = last.sources.flatMap(\.files).filter { outline.path(of: $0.place) == old }
    var bytes = Array(text.utf8)
    for file in named.sorted(by: { $0.place > $1.place }) {
      let range = file.place.bytes
      guard range.upperBound <= bytes.count else { continue }
      let path = Path.join(Path.folder(of: old), file.value)
      let up = String(repeating: "../", count: new.count { $0 == "/" })
      bytes.replaceSubrange(range, with: YAMLText.scalar(up + path).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Achievement {
  /// Whether nothing of it goes on.
  fileprivate var isAtEnd: Bool { status.value == .completed || status.value == .cancelled }
}
