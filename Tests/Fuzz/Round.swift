import Diagnostics
import Files
import Output
import Pipeline
import Publish
import Site
import SocialReport

/// One round: something is mutated, and the whole way is gone.
struct Round {
  enum Kind: String {
    case content, numbers, pictures, tables, valid, theme, lists, answers, records, documents
  }

  struct Result {
    var diagnostics = 0
    /// The name of what was mutated.
    var seed = ""
    var faults: [String] = []
    /// Whether nothing keeps the site from being built.
    var isSound = false
  }

  let kind: Kind
  private let number: Int
  private let chance: Chance

  init(_ number: Int) {
    self.number = number
    var chance = Chance(seed: UInt64(truncatingIfNeeded: number))
    let kinds: [Kind] = [
      .content, .content, .content, .numbers, .pictures, .tables, .valid, .valid, .theme, .lists,
      .answers, .records, .documents, .documents,
    ]
    kind = kinds[chance.below(kinds.count)]
    self.chance = chance
  }

  /// - Parameter scratch: a folder for a site that is looked at as it lies on a disk.
  func run(_ seeds: Seeds, scratch: String) async throws -> Result {
    var chance = chance
    var result = Result()
    switch kind {
    case .lists: result.faults = ListMutation.faults(of: ListMutation.mutated(&chance))
    case .answers: result.faults = AnswerMutation.faults(&chance)
    case .records: result.faults = RecordMutation.faults(&chance)
    case .documents:
      result.faults = try await DocumentMutation.faults(seeds.contents[0].folder, &chance)
    default: try await runSite(seeds, scratch, &chance, &result)
    }
    return result
  }

  private func runSite(
    _ seeds: Seeds, _ scratch: String, _ chance: inout Chance, _ result: inout Result
  ) async throws {
    let (name, seed) =
      kind == .valid || kind == .theme
      ? seeds.contents[0] : seeds.contents[chance.below(seeds.contents.count)]
    result.seed = name
    let content =
      switch kind {
      case .content: Round.mutated(seed, &chance)
      case .numbers: Round.mutated(seed, &chance, among: ["yml", "md"])
      case .tables: Round.mutated(seed, &chance, among: ["csv"])
      case .pictures: Round.withPictures(seed, &chance)
      case .valid: Round.valid(over: seed, chance)
      case .theme, .lists, .answers, .records, .documents: seed
      }
    let theme = kind == .theme ? Round.mutated(seeds.theme, &chance) : seeds.theme
    try await make(content, theme, scratch, &result)
  }

  private static func valid(over base: Folder, _ chance: Chance) -> Folder {
    var texts = ValidTexts(chance)
    return texts.folder(over: base)
  }

  /// The whole way, from texts to files.
  private func make(
    _ content: Folder, _ themeFolder: Folder, _ scratch: String, _ result: inout Result
  ) async throws {
    var pipeline = Pipeline()
    pipeline.includesDrafts = true
    pipeline.isRelative = number % 2 == 0
    pipeline.readsCopies = false
    let draft = try await pipeline.draft(of: content) { _, _ in themeFolder }.draft
    var found = draft.diagnostics
    if let site = draft.site {
      found += site.diagnostics
      var oracle = Oracle()
      for job in site.jobs {
        let product = job.run()
        found += product.diagnostics
        oracle.add(product)
      }
      oracle.finish()
      // A theme may write what it likes; what a page says is the program's.
      result.isSound = found.errors == 0
      if result.isSound, kind != .theme { result.faults += oracle.faults() }
      if result.isSound, kind == .valid, number % 2 == 1 {
        result.faults += try await Round.gate(
          oracle.files, scratch, draft.report?.site.baseURL.value ?? "")
      }
    }
    result.diagnostics = found.count
    // Every diagnostic must also be able to say where it is.
    var renderer = TextRenderer(sources: draft.sources, language: .italian, isColoured: false)
    for diagnostic in found.inOrder().prefix(20) {
      if renderer.render(diagnostic).unicodeScalars.contains(where: { $0.value == 0x1B }) {
        result.faults.append("an escape sequence in a message")
      }
    }
  }

  /// What the last look before publishing finds in the pages by themselves.
  private static func gate(
    _ files: [String: [UInt8]], _ scratch: String, _ base: String
  ) async throws -> [String] {
    if FileSystem.status(scratch) != nil { try FileSystem.removeTree(scratch) }
    for (path, bytes) in files {
      let target = Path.join(scratch, path)
      try FileSystem.makeFolder(Path.folder(of: target))
      try FileSystem.write(bytes, to: target)
    }
    let manifest = Manifest(files.map { Manifest.Entry(path: $0.key, bytes: $0.value) })
    let findings = try await SiteCheck(scratch, manifest, base: base).run { _, _ in }
    // Assets and files of the content are not written here.
    return findings.filter { $0.criterion != nil }.map { "\($0.path): \($0.message.english)" }
  }

  // Mutations

  /// - Parameter endings: of the texts that are changed; nil for any.
  private static func mutated(
    _ folder: Folder, _ chance: inout Chance, among endings: Set<String>? = nil
  ) -> Folder {
    var texts = folder.texts
    let candidates = texts.indices.filter {
      endings?.contains(Path.ending(of: texts[$0].path)) ?? true
    }
    guard !candidates.isEmpty else { return folder }
    for _ in 0...chance.below(3) {
      let index = candidates[chance.below(candidates.count)]
      texts[index] = Folder.Text(
        path: texts[index].path,
        bytes: Mutation.mutated(
          Array(texts[index].text.utf8), &chance, numbersOnly: endings == ["yml", "md"]))
    }
    return Folder(root: folder.root, texts: texts, assets: folder.assets)
  }

  /// With a picture on a page, and with all pictures there are changed.
  private static func withPictures(_ folder: Folder, _ chance: inout Chance) -> Folder {
    let page = "2021/1-scuole/1-nuova-mensa.md"
    let name = chance.one(of: [
      "figura.svg", "figura.png", "figura.jpg", "figura.webp", "figura.gif",
    ])
    let texts = folder.texts.map { text in
      text.path == page
        ? Folder.Text(path: page, text: text.text + "\n\n![Una figura](\(name))\n") : text
    }
    let assets =
      folder.assets.map { asset in
        Folder.Asset(
          path: asset.path, byteCount: asset.byteCount,
          head: PictureMutation.mutated(asset.head, &chance))
      } + [
        Folder.Asset(
          path: "2021/1-scuole/" + name, byteCount: chance.below(2) == 0 ? 900 : .max,
          head: PictureMutation.mutated([], &chance))
      ]
    return Folder(root: folder.root, texts: texts, assets: assets)
  }
}
