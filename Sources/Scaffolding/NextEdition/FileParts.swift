import Content
import Diagnostics
import Files
import SocialReport
import YAMLTree

/// A file of the texts as its tree and, in Markdown, the text below it.
struct FileParts {
  let root: YAMLNode
  let pairs: [YAMLPair]
  /// Nil for a file that is YAML as a whole.
  let body: Substring?
  /// The tables that its indicators name, by their paths.
  let tables: [String]

  init?(_ text: Folder.Text) {
    guard let parts = FileText(text) else { return nil }
    var ignored: [Diagnostic] = []
    let read = YAMLReader.read(
      parts.yaml, of: SourceFile.ID(0), at: parts.offset, into: &ignored)
    guard let read, case .mapping(let pairs, _) = read else { return nil }
    (root, self.pairs, body) = (read, pairs, parts.body)
    tables = FileParts.tables(named: read, beside: Path.folder(of: text.path))
  }

  private static func tables(named node: YAMLNode, beside folder: String) -> [String] {
    switch node {
    case .mapping(let pairs, _):
      pairs.flatMap { pair -> [String] in
        if ["osservazioni", "observations"].contains(pair.key.text),
          case .scalar(let name) = pair.value
        {
          return [Path.normalised(Path.join(folder, name.text))].compactMap(\.self)
        }
        return tables(named: pair.value, beside: folder)
      }
    case .sequence(let nodes, _): nodes.flatMap { tables(named: $0, beside: folder) }
    case .scalar: []
    }
  }
}

extension ProjectOutline {
  func parts(of path: String) -> FileParts? { text(path).flatMap { FileParts($0) } }
}
