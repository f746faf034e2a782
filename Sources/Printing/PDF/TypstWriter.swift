import Facts
import Files
import Site

/// Writes the elements of a whole document as calls of the theme's template for prints.
struct TypstWriter {
  let links: PrintLinks
  let registers: Set<String>
  private let drawingStyle: String
  /// Whether the engine is told where each paragraph is, to say on which page it begins.
  private let marksPlaces: Bool
  /// The ids that links lead to.
  private let targets: Set<String>
  /// Labels that are written: each stands once.
  private var labels: Set<String> = []
  private(set) var pictures: [String: String] = [:]
  private(set) var unshown: Set<String> = []

  init(
    _ document: DocumentText, _ nodes: [HTMLNode], drawingStyle: String, marksPlaces: Bool = false
  ) {
    (self.drawingStyle, self.marksPlaces) = (drawingStyle, marksPlaces)
    registers = document.registers
    var ids: Set<String> = []
    nodes.visit { if let id = $0["id"] { ids.insert(id) } }
    let links = PrintLinks(document, ids: ids)
    var targets: Set<String> = []
    nodes.visit {
      if let address = $0["href"], case .label(let id)? = links.target(of: address) {
        targets.insert(id)
      }
    }
    (self.links, self.targets) = (links, targets)
  }

  /// A place that links lead to; nil where none does.
  mutating func anchor(_ element: HTMLElement) -> String? {
    label(element).map { "anchor(\($0))" }
  }

  /// The literal of the label of an element, where a link leads to it.
  mutating func label(_ element: HTMLElement) -> String? {
    guard let id = element["id"], targets.contains(id), labels.insert(id).inserted else {
      return nil
    }
    return TypstCode.literal(id)
  }

  /// Content with the place of the element that it is of.
  ///
  /// It stands within: what stands before a paragraph may stay on the page before it.
  func placed(_ element: HTMLElement, _ content: String) -> String {
    guard marksPlaces else { return content }
    let mark = "{\(PrintPlaces.name)(\(element.number)); "
    return content.hasPrefix("{") ? mark + content.dropFirst() : mark + content + "}"
  }

  // Pictures

  /// A picture of the content, or its description where no print can show it.
  mutating func picture(_ element: HTMLElement) -> String? {
    let description = element["alt"] ?? ""
    guard let address = element["src"], let path = links.file(of: address) else { return nil }
    let ending = Path.ending(of: path)
    guard ShownPictures.mediaTypes[ending] != nil else {
      unshown.insert(path)
      return description.isEmpty ? nil : TypstCode.literal(description)
    }
    let name = "pictures/\(pictures.count + 1).\(ending)"
    pictures[name] = path
    return TypstCode.call(
      "picture",
      [
        TypstCode.literal(name), TypstCode.literal(description),
        "\(Int(element["width"] ?? "") ?? 0)", "\(Int(element["height"] ?? "") ?? 0)",
      ])
  }

  /// A drawing of the program's own, with what it says as its description.
  func drawing(_ element: HTMLElement) -> String? {
    guard let text = element.drawing(style: drawingStyle) else { return nil }
    let words = [element.first("title"), element.first("desc")].compactMap { $0?.words }
      .filter { !$0.isEmpty }
    return TypstCode.call(
      "drawing", [TypstCode.literal(text), TypstCode.literal(words.joined(separator: ". "))])
  }
}
