import Content
import Diagnostics
package import Files
import SocialReport
import Writing

/// The folders of editions that are closed: what is in them stays as it was published, and only corrections are added.
package struct ClosedFolders: Sendable {
  private let folders: [String]
  private let corrections: Set<String>

  init(among records: [DeskRecord], in folder: Folder) {
    let closed = records.filter { record in
      record.kind == .edition && folder.texts.contains { $0.path == record.path && $0.isClosed }
    }
    folders = closed.map { Path.folder(of: $0.path) }
    corrections = Set(records.filter { $0.kind == .corrections }.map(\.path))
  }

  private static let words: [StaticString] = ["chiusa", "closed", "rettifiche", "corrections"]

  package init(of folder: Folder) {
    // Of most texts it is plain that they are neither an edition that is closed nor a register of corrections.
    let texts = folder.texts.filter { text in
      ClosedFolders.words.contains { text.text[...].offset(of: $0) != nil }
    }
    let few = Folder(root: folder.root, texts: texts, assets: [])
    self.init(among: DeskRecord.all(in: few), in: few)
  }

  /// - Parameter path: relative to the content's folder.
  package func hold(_ path: String) -> Bool {
    !corrections.contains(path) && Path.name(of: path) != "rettifiche.yml"
      && folders.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
  }

  /// - Throws: `closed` where one of the files is in such a folder.
  package func check(_ changes: [FileChange]) throws(DeskError) {
    for change in changes where hold(change.path) || hold(change.newPath) {
      throw .closed(change.path)
    }
  }
}

extension Folder.Text {
  fileprivate var isClosed: Bool {
    let isMarkdown = Path.ending(of: path) == "md"
    guard let file = try? YAMLFile(Array(text.utf8), isMarkdown: isMarkdown) else { return false }
    return ["chiusa", "closed"].contains { name in
      file.text(FieldPath([.field(name)])).flatMap(FlagWords.value) ?? false
    }
  }
}
