import Diagnostics
import YAMLTree

/// Characters that a file names by a code (`"\u202E"`) are looked at as those that stand in it.
struct EscapedCharacters {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter file: the whole text of the file, for the places.
  init(inFile file: String) { self.file = file }

  /// The tree without the characters that no page may hold.
  mutating func clean(_ node: YAMLNode) -> YAMLNode {
    switch node {
    case .scalar(let scalar): .scalar(clean(scalar))
    case .sequence(let nodes, let range): .sequence(nodes.map { clean($0) }, range: range)
    case .mapping(let pairs, let range):
      .mapping(
        pairs.map { YAMLPair(key: clean($0.key), value: clean($0.value)) }, range: range)
    }
  }

  private mutating func clean(_ scalar: YAMLScalar) -> YAMLScalar {
    guard scalar.style == .doubleQuoted else { return scalar }
    let text = EmbeddedText(scalar.text[...], at: scalar.place)
    let found = HiddenCharacter.all(in: text.text)
    guard !found.isEmpty else { return scalar }
    let places = text.map(inFile: file)
    let named = found.filter { isEscape(places.place(of: $0.range)) }
    diagnostics += HiddenCharacter.diagnostics(named) { places.place(of: $0.range) }
    guard let clean = CheckedText.clean(text.text, named) else { return scalar }
    return YAMLScalar(text: clean, style: scalar.style, place: scalar.place)
  }

  /// Whether a place of the file holds a code; what stands there as itself was told with the file.
  private func isEscape(_ place: SourceRange) -> Bool {
    let bytes = file.utf8.span
    return bytes.indices.contains(place.bytes.lowerBound)
      && bytes[place.bytes.lowerBound] == UInt8(ascii: "\\")
  }
}
