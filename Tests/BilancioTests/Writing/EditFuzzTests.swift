import Content
import Diagnostics
import Foundation
import Testing
import YAMLTree

@testable import Writing

/// Hostile values at places by chance, in every file that the tests have: `BILANCIO_EDITS=100000` for as many edits.
@Suite struct EditFuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["BILANCIO_EDITS"].flatMap { Int($0) } ?? 4000

  /// Files as authors write them, each with the line ends and marks of other systems too.
  private static let files: [(name: String, bytes: [UInt8], isMarkdown: Bool)] = {
    let root = Program.root
    let folders = [
      "Tests/Golden/Base", "Tests/Golden/Cases", "Tests/Corpus/content", "Tests/Texts/content",
      "content",
    ]
    var files: [(name: String, bytes: [UInt8], isMarkdown: Bool)] = []
    for folder in folders {
      let found = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)
      while let url = found?.nextObject() as? URL {
        let isMarkdown = url.pathExtension == "md"
        guard isMarkdown || url.pathExtension == "yml", let data = try? Data(contentsOf: url),
          data.count < 60_000
        else { continue }
        files.append((url.path, [UInt8](data), isMarkdown))
      }
    }
    return files.sorted { $0.name < $1.name }
  }()

  private static func variant(_ bytes: [UInt8], _ number: Int) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    switch number {
    case 1: return Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
    case 2: return [0xEF, 0xBB, 0xBF] + bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    case 3:
      var bytes = bytes
      while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
      return bytes
    case 4: return kept(bytes, commented(text))
    case 5: return kept(bytes, text.replacing(": ", with: ":\t").replacing("- ", with: "-\t"))
    default: return bytes
    }
  }

  /// A comment above each line of the first level, and behind each that says something.
  private static func commented(_ text: String) -> String {
    var isBody = false
    var fences = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line == "---" { fences += 1 }
      if fences > 1 { isBody = true }
      guard !isBody, line.first?.isLetter == true else { return String(line) }
      return "# sopra\n" + line + "  # dietro"
    }.joined(separator: "\n")
  }

  /// What reads as the file did, or the file.
  private static func kept(_ bytes: [UInt8], _ changed: String) -> [UInt8] {
    let new = Array(changed.utf8)
    for isMarkdown in [false, true] {
      guard let old = try? YAMLFile(bytes, isMarkdown: isMarkdown) else { continue }
      guard let read = try? YAMLFile(new, isMarkdown: isMarkdown), read.hasSameShape(as: old) else {
        return bytes
      }
      return new
    }
    return bytes
  }

  private static let values = [
    "", " ", "~", "no", "a: b", "a #b", "- a", "'", "\"", "\\", "a\tb", "\n", "a\nb", "a\nb\n",
    "  a\nb\n",
    "\n\na", "a\n\n\n", "a\r\nb", "|", ">-\n", "[x](y)", "{{a}}", "%", "@", "`", "?", ":", "...",
    "---", "--- a",
    "#", "&a *a !b", "\u{0}\u{7}\u{1B}", "\u{85}\u{2028}", "\u{FEFF}a", "\u{A0}", "perche\u{301}",
    "👨‍👩‍👧", "1.234",
    "08", "2020-06-29", "a  b", " a", "a ", "<<<<<<< a", "=======",
    String(repeating: "parola ", count: 40),
    String(repeating: "x", count: 300), "uno  \ndue\n\n  tre\n\n\tquattro\n", "a\n# b\nc",
    "a\n---\nb", "a\n \nb\n ",
  ]

  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// The ways to all texts and all lists of a file.
  private static func places(
    _ node: YAMLNode, _ path: FieldPath, _ texts: inout [(FieldPath, String)],
    _ lists: inout [(FieldPath, Int)]
  ) {
    switch node {
    case .scalar(let scalar): texts.append((path, scalar.text))
    case .sequence(let nodes, _):
      lists.append((path, nodes.count))
      for (number, node) in nodes.enumerated() {
        places(node, path.appending(.entry(number)), &texts, &lists)
      }
    case .mapping(let pairs, _):
      for pair in pairs {
        places(pair.value, path.appending(.field(pair.key.text)), &texts, &lists)
      }
    }
  }

  @Test
  func `an edit changes what was meant, or is refused with a reason, and moves undo to the byte`()
    throws
  {
    var chance = Chance(state: 42)
    var (done, refused, unread, differing) = (0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    let files = EditFuzzTests.files
    #expect(files.count > 200)
    while done + refused < EditFuzzTests.count, unread < 20 * EditFuzzTests.count {
      let (name, original, isMarkdown) = files[Int.random(in: files.indices, using: &chance)]
      let bytes = EditFuzzTests.variant(original, Int.random(in: 0...5, using: &chance))
      guard let file = try? YAMLFile(bytes, isMarkdown: isMarkdown) else {
        unread += 1
        continue
      }
      var texts: [(FieldPath, String)] = []
      var lists: [(FieldPath, Int)] = []
      EditFuzzTests.places(file.root, FieldPath([]), &texts, &lists)
      for _ in 0..<8 {
        guard let (path, old) = texts.randomElement(using: &chance) else { break }
        let place: Comment = "\(name): \(path.text)"
        do throws(WritingRefusal) {
          // What is there is not written.
          if YAMLFile.tidy(old) == old { #expect(try file.setting(path, to: old) == bytes, place) }
          let value = EditFuzzTests.values.randomElement(using: &chance) ?? ""
          let new = try file.setting(path, to: value)
          done += 1
          let read = try YAMLFile(new, isMarkdown: isMarkdown)
          guard case .scalar(let scalar) = try read.find(path).node else {
            Issue.record(place)
            continue
          }
          #expect(scalar.text == YAMLFile.tidy(value), place)
          #expect(try read.setting(path, to: value) == new, place)
        } catch {
          refused += 1
          reasons[error.message.english, default: 0] += 1
        }
      }
      guard let (path, count) = lists.randomElement(using: &chance), count > 0 else { continue }
      let place: Comment = "\(name): \(path.text)"
      let (one, two) = (
        Int.random(in: 0..<count, using: &chance), Int.random(in: 0..<count, using: &chance)
      )
      do throws(WritingRefusal) {
        let moved = try file.moving(path, from: one, to: two)
        let back = try YAMLFile(moved, isMarkdown: isMarkdown).moving(path, from: two, to: one)
        #expect(back == bytes || back == bytes + file.lines.lineBreak, place)
        done += 1
        let value = EditFuzzTests.values.randomElement(using: &chance) ?? ""
        let more = try file.inserting(.text(YAMLFile.tidy(value)), into: path, at: one)
        let less = try YAMLFile(more, isMarkdown: isMarkdown).removing(path, entry: one)
        differing += less == bytes ? 0 : 1
        done += 1
        _ = try file.removing(path, entry: two)
        done += 1
      } catch {
        refused += 1
        reasons[error.message.english, default: 0] += 1
      }
    }
    print(
      "edits: \(done), refused \(refused), files not read \(unread), not undone to the byte \(differing); \(reasons)"
    )
    #expect(done > EditFuzzTests.count / 2)
  }
}
