import Diagnostics
import Output

/// Lists of a site's files as a server, a disk or somebody else may give them.
enum ListMutation {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  static func mutated(_ chance: inout Chance) -> [UInt8] {
    var text = Manifest.header + "\n"
    for _ in 0..<chance.below(20) {
      let path = chance.one(of: [
        "index.html", "a.html", "2021/index.html", "a,b.html", "../x", "/etc/passwd", "a//b", "./a",
        "perché.html", ".htaccess", "a", "a/b",
      ])
      let size = chance.one(
        of: ["1", "45"] + Mutation.extremes + ["1099511627776", "1099511627777"])
      text += "\(path),\(size),\(chance.below(9) == 0 ? "abc" : digest)\n"
    }
    let bytes = Array(text.utf8)
    return chance.below(3) == 0 ? Mutation.mutated(bytes, &chance) : bytes
  }

  /// What is taken for a list of ours must be one.
  static func faults(of bytes: [UInt8]) -> [String] {
    // A table is read by the same rules as one of a spreadsheet.
    _ = CSV(String(decoding: bytes, as: UTF8.self), of: SourceFile.ID(0)).rows.count
    guard let manifest = Manifest(bytes: bytes) else { return [] }
    var found: [String] = []
    if manifest.paths.count != manifest.entries.count { found.append("a path stands twice") }
    for entry in manifest.entries {
      let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { ["", ".", ".."].contains($0) }) {
        found.append("leaves: \(entry.path)")
      }
    }
    // The sum of all sizes must not end the program.
    _ = manifest.entries.reduce(0) { $0 + $1.byteCount }
    if Manifest(bytes: manifest.bytes)?.digest != manifest.digest { found.append("not read back") }
    _ = manifest.editions
    return found
  }
}
