import Diagnostics
import Files
import YAMLTree

/// Reads a theme's folder; everything that is wrong with it becomes a diagnostic.
struct ThemeReader {
  let folder: Folder
  let firstID: Int
  let language: String
  /// The address of each asset by its name.
  let assets: [String: String]
  let views: ViewCatalogue
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var strings = Strings(language: "it", values: [:])
  private(set) var pages: [String: TemplateProgram] = [:]
  private(set) var components: [String: TemplateProgram] = [:]
  /// The files of the pages' templates.
  private(set) var files: [String: SourceFile.ID] = [:]
  private(set) var ids: Set<String> = []

  init(
    folder: Folder, firstID: Int, language: String, assets: [String: String],
    views: ViewCatalogue
  ) {
    self.views = views
    self.folder = folder
    self.firstID = firstID
    self.language = language
    self.assets = assets
  }

  mutating func read() async throws {
    // Without its words no template of the theme could be checked.
    guard readStrings() else { return }
    for (index, text) in folder.texts.enumerated() {
      if text.isTooLong {
        diagnostics.append(
          Diagnostic(
            .fileTooLarge,
            Phrase(
              it: "il file supera \(Theme.maximumBytes >> 20) MiB",
              en: "the file is over \(Theme.maximumBytes >> 20) MiB"),
            help: Phrase(it: "dividilo, o toglilo dal tema", en: "split it, or remove it"),
            at: .wholeFile(SourceFile.ID(firstID + index))))
      }
      guard let invalid = text.invalidAt else { continue }
      diagnostics.append(
        Diagnostic(
          .notUTF8, Phrase(it: "il file non è in UTF-8", en: "the file is not UTF-8"),
          at: SourceRange(file: SourceFile.ID(firstID + index), bytes: invalid..<invalid + 1)))
    }
    let sources = folder.texts.enumerated().compactMap { index, text in
      source(of: text, SourceFile.ID(firstID + index))
    }.sorted { $0.path < $1.path }
    files = Dictionary(
      sources.filter { $0.dialect == .markdown }.map { ($0.name, $0.id) },
      uniquingKeysWith: { first, _ in first })
    requireFiles(Set(sources.map(\.path)))
    let trees = try await Parallel.map(count: sources.count) { TemplateTree(sources[$0]) }
    try await compile(trees)
  }

  /// Makes programs of the templates, each of which can reach all components.
  private mutating func compile(_ trees: [TemplateTree]) async throws {
    let components = Dictionary(
      trees.filter { $0.source.dialect == .html }.map { ($0.source.name, $0) },
      uniquingKeysWith: { a, _ in a })
    let inclusions = Inclusions(components)
    diagnostics += inclusions.refused.sorted { $0.key < $1.key }.map(\.value)
    let around = TemplateCompiler.Surroundings(
      strings: strings, assets: assets, components: components,
      putsInComponents: inclusions.refused.isEmpty)
    let made = try await Parallel.map(count: trees.count) { index in
      TemplateCompiler.compile(trees[index], around)
    }
    diagnostics += made.flatMap(\.diagnostics)
    guard inclusions.refused.isEmpty else { return }
    ids = ThemeReader.ids(of: components)
    for (tree, made) in zip(trees, made) where tree.isWhole {
      switch tree.source.dialect {
      case .markdown: pages[tree.source.name] = made.program
      case .html: self.components[tree.source.name] = made.program
      }
    }
  }

  /// The ids of the layout and of what stands in it on every page.
  private static func ids(of components: [String: TemplateTree]) -> Set<String> {
    var ids: Set<String> = []
    var queue = ["layout"]
    var seen: Set<String> = []
    while let next = queue.popLast() {
      guard seen.insert(next).inserted, let source = components[next]?.source else { continue }
      // A part of the layout stands in it by its name.
      queue += ((try? Tag.scan(source.text)) ?? []).map(\.name)
      var rest = source.text[...]
      while let mark = rest.firstRange(of: " id=\"") {
        let id = rest[mark.upperBound...].prefix { $0 != "\"" }
        if !id.contains("{") { ids.insert(String(id)) }
        rest = rest[id.endIndex...]
      }
    }
    return ids
  }

  // Files

  /// Which templates there are and what they see is the program's; a theme has each of them.
  private func source(of text: Folder.Text, _ id: SourceFile.ID) -> TemplateSource? {
    TemplateSource.dialect(of: text.path).map { dialect in
      let name = Path.withoutEnding(Path.name(of: text.path))
      return TemplateSource(
        path: text.path, name: name, dialect: dialect, id: id, text: text.text,
        shape: dialect == .markdown ? views.pages[name] : views.components[name])
    }
  }

  private mutating func requireFiles(_ paths: Set<String>) {
    let wanted =
      ["layout.html"] + views.pages.keys.sorted().map { "templates/\($0).md" }
      + views.components.keys.sorted().filter { $0 != "layout" }.map { "components/\($0).html" }
    for path in wanted where !paths.contains(path) {
      diagnostics.append(
        Diagnostic(
          .themeFile,
          Phrase(
            it: "al tema `\(folder.root)` manca il file `\(path)`",
            en: "the theme `\(folder.root)` lacks the file `\(path)`"),
          help: Phrase(
            it: "copialo dal tema `comune`", en: "copy it from the theme `comune`"), at: nil))
    }
    let indexes = Dictionary(
      folder.texts.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for path in paths.sorted() where !wanted.contains(path) && path.hasPrefix("templates/") {
      guard let index = indexes[path] else { continue }
      diagnostics.append(
        Diagnostic(
          .themeFile,
          Phrase(it: "nessuna pagina usa questo modello", en: "no page uses this template"),
          help: NearMiss.help(
            for: Path.withoutEnding(Path.name(of: path)), among: views.pages.keys),
          at: .wholeFile(SourceFile.ID(firstID + index)), severity: .warning))
    }
  }

  // Strings

  /// False where the theme has no words in the language.
  private mutating func readStrings() -> Bool {
    let path = "strings/\(language).yml"
    guard let index = folder.texts.firstIndex(where: { $0.path == path }) else {
      let there = folder.texts.map(\.path).filter { $0.hasPrefix("strings/") }
      diagnostics.append(
        Diagnostic(
          .themeFile,
          Phrase(
            it: "al tema `\(folder.root)` mancano le parole in questa lingua: `\(path)`",
            en: "the theme `\(folder.root)` lacks the words of this language: `\(path)`"),
          help: there.isEmpty
            ? nil
            : Phrase(
              it: "ci sono: \(there.joined(separator: ", "))",
              en: "there are: \(there.joined(separator: ", "))"),
          at: nil))
      return false
    }
    let id = SourceFile.ID(firstID + index)
    var words: [String: Sourced<String>] = [:]
    if let root = YAMLReader.read(folder.texts[index].text[...], of: id, at: 0, into: &diagnostics)
    {
      flatten(root, "", &words)
    }
    diagnostics += FeedbackStrings.check(words, language: language)
    let values = words.mapValues(\.value)
    strings = Strings(language: language, values: values)
    let missing = Strings.required.filter { values[$0] == nil }
    let known = KnownNames(missing.isEmpty ? [] : Array(values.keys))
    for name in missing {
      diagnostics.append(
        Diagnostic(
          .templateString,
          Phrase(
            it: "manca la parola `\(name)`, che il programma usa",
            en: "the string `\(name)`, which the program uses, is missing"),
          help: NearMiss.help(for: name, among: known), at: .wholeFile(id)))
    }
    return true
  }

  private func flatten(
    _ node: YAMLNode, _ prefix: String, _ values: inout [String: Sourced<String>]
  ) {
    switch node {
    case .scalar(let scalar): values[prefix] = Sourced(scalar.text, at: scalar.place)
    case .sequence(let nodes, _):
      for (index, node) in nodes.enumerated() { flatten(node, "\(prefix).\(index + 1)", &values) }
    case .mapping(let pairs, _):
      for pair in pairs {
        flatten(pair.value, prefix.isEmpty ? pair.key.text : prefix + "." + pair.key.text, &values)
      }
    }
  }
}
