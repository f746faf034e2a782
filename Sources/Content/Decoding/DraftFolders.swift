import Diagnostics
import Files
import SocialReport
import YAMLTree

/// The folders of editions, areas and objectives that are drafts as a whole, known before their texts are
/// decoded: what is empty in them is still to be written.
struct DraftFolders {
  private let folders: [String]

  init(_ texts: [Folder.Text]) {
    let drafts = texts.compactMap { text in
      DraftFolders.kindOfDraft(text).map { (kind: $0, home: Path.folder(of: text.path)) }
    }
    // Of what stands beside the edition's own file only the edition has all that is below.
    folders = drafts.filter { $0.kind == .edition || $0.home.contains("/") }.map(\.home)
  }

  /// Whether a text stands in one of them.
  func contain(_ path: String) -> Bool {
    folders.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
  }

  /// The kind of a draft that others stand below; nil for all other texts.
  private static func kindOfDraft(_ text: Folder.Text) -> EntityKind? {
    // Most texts have none of the words, and are not read for it.
    guard text.text[...].offset(of: "bozza:") != nil || text.text[...].offset(of: "draft:") != nil,
      words.contains(where: { text.text[...].offset(of: $0) != nil })
    else { return nil }
    var ignored: [Diagnostic] = []
    let root = FileText(text).flatMap {
      YAMLReader.read($0.yaml, of: SourceFile.ID(0), at: 0, into: &ignored)
    }
    guard case .mapping(let pairs, _) = root, isDraft(pairs) else { return nil }
    let kind = DecodedFile.kindKeys.lazy.compactMap { key in
      pairs.first { $0.key.text == key }?.value.word
    }.first
    return kind.flatMap(EntityKind.init(word:)).flatMap {
      [.edition, .area, .objective].contains($0) ? $0 : nil
    }
  }

  private static let words: [StaticString] = [
    "edizione", "edition", "obiettivo", "objective", "area",
  ]

  /// Whether a file says of itself that it is a draft.
  static func isDraft(_ pairs: [YAMLPair]) -> Bool {
    pairs.contains { pair in
      ["bozza", "draft"].contains(pair.key.text)
        && pair.value.word.flatMap(FlagWords.value) == true
    }
  }
}

extension YAMLNode {
  fileprivate var word: String? { if case .scalar(let scalar) = self { scalar.text } else { nil } }
}
