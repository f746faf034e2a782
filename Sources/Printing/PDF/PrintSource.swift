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
  ///   - selection: the parts that are wanted; nil for all.
  ///   - drawingStyle: CSS for the charts.
  ///   - marksPlaces: whether the engine can say where each paragraph is; the print is the same, and takes half as much
  ///     memory again.
  init(
    _ document: DocumentText, _ selection: DocumentText.Selection? = nil, drawingStyle: String,
    marksPlaces: Bool = false
  ) {
    let nodes = HTMLTree.nodes(of: document.html).selected(selection)
    var writer = TypstWriter(document, nodes, drawingStyle: drawingStyle, marksPlaces: marksPlaces)
    // What stands before the first part stands on the cover, below the title.
    let (before, parts) = nodes.frontAndParts
    let front = writer.blocks(before)
    let body = writer.blocks(parts)
    let edition = document.edition
    let about = TypstCode.record([
      "title": TypstCode.literal(selection?.heading ?? edition.name),
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
      \(marksPlaces ? PrintPlaces.definition + "\n" : "")\
      #show: report.with(\(about))
      #{
      \(body.joined(separator: "\n"))
      }

      """
    pictures = writer.pictures
    unshown = writer.unshown.sorted()
  }
}
