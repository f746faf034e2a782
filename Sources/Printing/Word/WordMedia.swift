/// The pictures of a document as files beside its text.
struct WordMedia {
  /// The content's files by their names in the archive.
  private(set) var pictures: [String: String] = [:]
  /// Those that are made here.
  private(set) var drawings: [(name: String, bytes: [UInt8])] = []
  /// The pictures of kinds that word processors do not show.
  var unshown: Set<String> = []
  private var names: [String: String] = [:]
  private var hasBlank = false
  private var count = 0
  private var charts = 0

  /// What every word processor shows; a drawing goes with one of these.
  static let kinds: Set<String> = ["png", "jpg", "jpeg", "gif"]

  /// - Returns: the name from the text's folder.
  mutating func add(_ path: String, _ ending: String) -> String {
    if let name = names[path] { return name }
    let name = "media/immagine\(names.count + 1).\(ending)"
    names[path] = name
    pictures["word/" + name] = path
    return name
  }

  /// A drawing comes first, then the same as what is shown where drawings are not known.
  mutating func add(drawing bytes: [UInt8], _ ending: String) -> String {
    charts += ending == "svg" ? 1 : 0
    let name = "media/grafico\(charts).\(ending)"
    drawings.append(("word/" + name, bytes))
    return name
  }

  /// What stands for an author's drawing where drawings are not known: one point that nobody sees, with the drawing's
  /// description.
  mutating func blank() -> String {
    let name = "media/vuota.png"
    if !hasBlank { drawings.append(("word/" + name, WordMedia.point)) }
    hasBlank = true
    return name
  }

  private static let point: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
    0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x04, 0x00, 0x00, 0x00, 0xB5,
    0x1C, 0x0C, 0x02, 0x00, 0x00, 0x00, 0x0B, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x60,
    0x60, 0x00, 0x00, 0x00, 0x03, 0x00, 0x01, 0x2B, 0x09, 0x4D, 0x84, 0x00, 0x00, 0x00, 0x00,
    0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]

  /// The number of the next picture: each has its own.
  mutating func number() -> Int {
    count += 1
    return count
  }
}
