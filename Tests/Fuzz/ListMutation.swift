import Diagnostics
import Output

/// Lists of a site's files as a server, a disk or somebody else may give them.
enum ListMutation {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  static func mutated(_ chance: inout Chance) -> [UInt8] {
    var lines: [String] = []
    for _ in 0..<chance.below(20) {
      let path = chance.one(of: [
        "index.html", "a.html", "2021/index.html", "a,b.html", "../x", "/etc/passwd", "a//b", "./a",
        "perché.html", ".htaccess", "a", "a/b",
      ])
      let size = chance.one(
        of: ["1", "45"] + Mutation.extremes + ["1099511627776", "1099511627777"])
      lines.append("\(path),\(size),\(chance.below(9) == 0 ? "abc" : digest)\n")
    }
    // As the program writes them, or not.
    if chance.below(4) > 0 { lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    let bytes = Array((Manifest.header + "\n" + lines.joined()).utf8)
    return chance.below(3) == 0 ? Mutation.mutated(bytes, &chance) : bytes
  }

  /// What is taken for a list of ours must be one.
  static func faults(of bytes: [UInt8]) -> [String] {
    // A table is read by the same rules as one of a spreadsheet.
    _ = CSV(String(decoding: bytes, as: UTF8.self), of: SourceFile.ID(0)).rows.count
    guard let manifest = read(bytes) else { return [] }
    var found: [String] = []
    if manifest.paths.count != manifest.entries.count { found.append("a path stands twice") }
    for entry in manifest.entries {
      let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { ["", ".", ".."].contains($0) }) {
        found.append("leaves: \(entry.path)")
      }
      let above = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
      if !manifest.paths.isDisjoint(with: above) { found.append("below a file: \(entry.path)") }
    }
    // The sum of all sizes must not end the program.
    _ = manifest.entries.reduce(0) { $0 + $1.byteCount }
    if read(manifest.bytes)?.digest != manifest.digest { found.append("not read back") }
    _ = manifest.editions
    return found
  }

  private static func read(_ bytes: [UInt8]) -> Manifest? {
    do throws(Manifest.Flaw) { return try Manifest(bytes: bytes) } catch { return nil }
  }
}
