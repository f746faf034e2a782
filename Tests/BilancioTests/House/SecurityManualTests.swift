import Foundation
import Testing

/// The threat model (`docs/sicurezza.md`): each promise has a test.
@Suite struct SecurityManualTests {
  /// The rows of its tables: what is promised, and the names of what holds it.
  private func promises() throws -> [(promise: String, tests: [String])] {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/sicurezza.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.hasPrefix("| ---") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { $0.count == 2 && $0[0] != "promessa" }
      .map { row in
        let parts = row[1].components(separatedBy: "`")
        return (row[0], stride(from: 1, to: parts.count, by: 2).map { parts[$0] })
      }
  }

  /// All tests by the names that the table calls them.
  private func tests() throws -> Set<String> {
    var names = Set(GoldenTests.cases)
    let folder = Program.root.appending(path: "Tests")
    for part in ["BilancioTests", "Publish", "Preview", "Studio", "Pages", "Fuzz"] {
      let root = folder.appending(path: part).path
      for path in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? []
      where path.hasSuffix(".swift") || path.hasSuffix(".py") {
        let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        names.formUnion(text.matches(of: /func `([^`]+)`/).map { String($0.1) })
        names.formUnion(text.matches(of: /def (?:test_)?([a-z_0-9]+)\(/).map { String($0.1) })
      }
    }
    return names
  }

  @Test func `each promise names a test that there is`() throws {
    let known = try tests()
    let promises = try promises()
    #expect(promises.count > 30)
    for (promise, tests) in promises {
      #expect(!tests.isEmpty, "\(promise)")
      // Not all the names that there are in the message.
      #expect(tests.filter { !known.contains($0) } == [], "\(promise)")
    }
  }
}
