import Files
import Site

/// What every file of a site is, whatever it was made from.
struct Oracle {
  private var pieces: [String: [Int: [UInt8]]] = [:]
  private(set) var files: [String: [UInt8]] = [:]

  mutating func add(_ product: Site.Product) {
    for file in product.files {
      switch file.body {
      case .bytes(let bytes): files[file.path] = bytes
      case .piece(let bytes, let number): pieces[file.path, default: [:]][number] = bytes
      case .contentFile, .themeFile: break
      }
    }
  }

  /// Puts pieces together, once all jobs are done.
  mutating func finish() {
    for (path, parts) in pieces {
      files[path] = parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  /// What is wrong with the files, in words.
  func faults() -> [String] {
    files.sorted { $0.key < $1.key }.flatMap { path, bytes in
      Oracle.faults(of: bytes, isPage: path.hasSuffix(".html")).map { "\(path): \($0)" }
    }
  }

  private static func faults(of bytes: [UInt8], isPage: Bool) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["no UTF-8"] }
    var found: [String] = []
    if let control = text.unicodeScalars.first(where: isForbidden) {
      found.append("control character U+" + String(control.value, radix: 16))
    }
    if isPage { found += repeatedIDs(in: bytes).map { "the id `\($0)` twice" } }
    return found
  }

  /// Control characters but tabs and ends of lines, and the marks that stand for values of templates.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xE000, 0xE001, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func repeatedIDs(in bytes: [UInt8]) -> [String] {
    let mark = Array(" id=\"".utf8)
    var seen: Set<String> = []
    var found: [String] = []
    var at = 0
    var isTag = false
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") { isTag = true }
      if bytes[at] == UInt8(ascii: ">") { isTag = false }
      if isTag, bytes[at] == 0x20, bytes[at...].starts(with: mark) {
        let id = bytes[(at + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
        let name = String(decoding: id, as: UTF8.self)
        if !seen.insert(name).inserted { found.append(name) }
        at = id.endIndex
      }
      at += 1
    }
    return found
  }
}
