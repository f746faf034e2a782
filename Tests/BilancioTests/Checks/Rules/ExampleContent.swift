import Checks
import Foundation

/// The files of an example, laid over the small report of the golden cases.
struct ExampleContent {
  private(set) var texts: [String: String] = [:]
  private(set) var themeTexts: [String: String] = [:]
  /// Where the finding must be; nil where the example marks no place.
  private(set) var mark: (path: String, bytes: Range<Int>)?

  init(_ example: Example) throws {
    var marked: [String: String] = [:]
    // The base's own texts name figures and acts that an example may change.
    for part in [Example.Part.objective, .achievement] {
      marked[ExampleContent.path(part)] = try ExampleContent.base(part)
    }
    switch example.part {
    case .strings:
      let path = "strings/it.yml"
      let words = try String(
        contentsOf: Program.root.appending(path: "themes/comune/" + path), encoding: .utf8)
      let name = example.text.prefix { $0 != ":" } + ":"
      let lines = words.components(separatedBy: "\n").map { $0.hasPrefix(name) ? example.text : $0 }
      let plain = Marked(lines.joined(separator: "\n"))
      themeTexts[path] = plain.text
      if example.text.contains("⟦") { mark = (path, plain.bytes) }
    case .files:
      for file in ("\n" + example.text).components(separatedBy: "\n=== ").dropFirst() {
        let lines = file.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        marked[String(lines[0])] = lines.count > 1 ? String(lines[1]) + "\n" : ""
      }
    case .prose:
      let base = try ExampleContent.base(.achievement)
      let front = base.components(separatedBy: "\n---\n")[0]
      marked[ExampleContent.path(.achievement)] = front + "\n---\n\n" + example.text + "\n"
    default:
      let path = ExampleContent.path(example.part)
      let base = try ExampleContent.base(example.part)
      if path.hasSuffix(".md") {
        let parts = base.components(separatedBy: "\n---\n")
        let front = ExampleContent.merged(String(parts[0].dropFirst(4)), example.text)
        marked[path] = "---\n" + front + "---\n" + parts[1]
      } else {
        marked[path] = ExampleContent.merged(base, example.text)
      }
    }
    for (path, text) in marked {
      let plain = Marked(text)
      texts[path] = plain.text
      if text.contains("⟦") { mark = (path, plain.bytes) }
    }
  }

  static func path(_ part: Example.Part) -> String {
    switch part {
    case .site: "sito.yml"
    case .edition: "2021/edizione.yml"
    case .objective: "2021/1-scuole/obiettivo.yml"
    case .achievement, .prose: "2021/1-scuole/1-nuova-mensa.md"
    case .indicator: "2021/iscritti.yml"
    case .acts: "2021/atti.yml"
    case .sources: "2021/fonti.yml"
    case .offices: "2021/uffici.yml"
    case .glossary: "2021/glossario.yml"
    case .files, .strings: ""
    }
  }

  private static func base(_ part: Example.Part) throws -> String {
    let text = try String(
      contentsOf: GoldenTests.folder.appending(path: "Base/" + path(part)), encoding: .utf8)
    return switch part {
    case .objective: text.replacing("[310](dato:iscritti@2020)", with: "pochi")
    case .achievement: text.components(separatedBy: "\n---\n")[0] + "\n---\n\nHa due sale.\n"
    default: text
    }
  }

  /// The fields of a file with others in their place; each field goes to the next that begins a line.
  private static func merged(_ base: String, _ fields: String) -> String {
    func split(_ text: String) -> [(key: String, lines: [String])] {
      var result: [(key: String, lines: [String])] = []
      for line in text.components(separatedBy: "\n") where !line.isEmpty {
        if let first = line.first, first.isLetter || first == "⟦",
          let colon = line.firstIndex(of: ":")
        {
          result.append((line[..<colon].filter { $0 != "⟦" && $0 != "⟧" }, [line]))
        } else if !result.isEmpty {
          result[result.count - 1].lines.append(line)
        }
      }
      return result
    }
    let new = split(fields)
    let kept = split(base).filter { field in !new.contains { $0.key == field.key } }
    return (kept + new).flatMap(\.lines).joined(separator: "\n") + "\n"
  }
}
