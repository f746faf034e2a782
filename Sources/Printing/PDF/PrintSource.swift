import Diagnostics
import Site
import SocialReport

/// A document in typst's language, with the pictures that it shows.
struct PrintSource {
  let code: String
  /// The files of the content by their names beside the source.
  let pictures: [String: String]
  /// The pictures that no print can show, by their paths in the content: their descriptions stand in their stead.
  let unshown: [String]

  /// The most bytes of code that are set at once: a page takes some eight thousand, and the engine about 2.5 MB of
  /// memory for each page.
  static let most = 8 << 20

  /// The template of the theme, which the source asks for by this name.
  static let template = "document.typ"

  /// - Parameters:
  ///   - parts: the ids of the parts that are wanted; nil for all.
  ///   - heading: what the print is called, where it is of some parts.
  ///   - drawingStyle: CSS for the charts.
  init(
    _ document: DocumentText, parts wanted: Set<String>? = nil, heading: String? = nil,
    drawingStyle: String
  ) {
    var nodes = HTMLTree.nodes(of: document.html)
    if let wanted { nodes = PrintSource.parts(wanted, of: nodes) }
    var writer = TypstWriter(document, nodes, drawingStyle: drawingStyle)
    // What stands before the first part stands on the cover, below the title.
    let first = nodes.firstIndex(where: PrintSource.isPart) ?? 0
    let front = writer.blocks(Array(nodes[..<first]))
    let body = writer.blocks(Array(nodes[first...]))
    let edition = document.edition
    let about = TypstCode.record([
      "title": TypstCode.literal(heading ?? edition.name),
      "edition": TypstCode.literal(edition.name),
      "entity": TypstCode.literal(document.entity),
      "description": TypstCode.literal(document.description),
      "front": "{" + front.joined(separator: "; ") + "}",
      "address": TypstCode.literal(document.baseURL + edition.id.value + "/"),
      "language": TypstCode.literal(edition.language.rawValue),
      "colour": "rgb(\(TypstCode.literal(document.colour)))",
      "words": "("
        + document.words.sorted { $0.key < $1.key }
        .map { "\($0.key): \(TypstCode.literal($0.value))," }.joined(separator: " ") + ")",
    ])
    code = """
      #import \(TypstCode.literal(PrintSource.template)): *
      #show: report.with(\(about))
      #{
      \(body.joined(separator: "\n"))
      }

      """
    pictures = writer.pictures
    unshown = writer.unshown.sorted()
  }

  private static func isPart(_ node: HTMLNode) -> Bool {
    if case .element(let element) = node { element.name == "section" } else { false }
  }

  /// The sections of some ids.
  private static func parts(_ ids: Set<String>, of nodes: [HTMLNode]) -> [HTMLNode] {
    nodes.flatMap { node -> [HTMLNode] in
      guard case .element(let element) = node else { return [] }
      if let id = element["id"], ids.contains(id) { return [node] }
      return parts(ids, of: element.children)
    }
  }
}
