import Diagnostics
import Files
import Glibc

/// Runs the whole way over mutated content, themes, pictures and lists again and again: it must never
/// crash nor hang, and what comes out must be what readers' programs can read.
///
/// `fuzz GOLDEN THEME COUNT [FIRST [KIND]]`, with a kind only the rounds of it. Every round depends on its number only, so a round that
/// failed is run again by itself: `fuzz GOLDEN THEME 1 NUMBER`. How to do that for the round under
/// way is in the file `fuzz-round` of the folder for temporary files.
@main
enum Fuzz {
  /// Seconds after which a round counts as hanging.
  private static let patience: UInt32 = 10

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[3]), count > 0 else {
      print("usage: fuzz GOLDEN THEME COUNT [FIRST [KIND]]")
      exit(2)
    }
    let first = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    let only = arguments.count > 5 ? Round.Kind(rawValue: arguments[5]) : nil
    let seeds = try await Seeds(golden: arguments[1], theme: arguments[2])
    let temporary = Fuzz.environment("TMPDIR") ?? "/tmp"
    let marker = temporary + "/fuzz-round"
    var (findings, faulty, sound, byKind) = (0, 0, 0, [Round.Kind: Int]())
    for number in first..<first + count {
      let round = Round(number)
      guard only == nil || round.kind == only else { continue }
      let again = arguments[0...2].joined(separator: " ") + " 1 \(number)"
      try FileSystem.write(Array("\(again)\n".utf8), to: marker, replacing: true)
      alarm(patience)
      let result = try await round.run(seeds, scratch: temporary + "/fuzz-site")
      alarm(0)
      findings += result.diagnostics
      byKind[round.kind, default: 0] += 1
      if result.isSound { sound += 1 }
      if !result.faults.isEmpty {
        faulty += 1
        print("\(round.kind) round \(number), \(result.seed); again: \(again)")
        for fault in result.faults.prefix(5) { print("  \(fault)") }
      }
      if (number - first + 1) % 1000 == 0 { print("\(number - first + 1) rounds") }
    }
    try FileSystem.removeFile(marker)
    let kinds = byKind.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($1) \($0)" }
    print(
      "\(count) rounds (\(kinds.joined(separator: ", "))), \(findings) diagnostics, \(sound) whole sites"
    )
    print(faulty == 0 ? "no crash, no hang, no faulty file" : "\(faulty) rounds made faulty files")
    exit(faulty == 0 ? 0 : 1)
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
