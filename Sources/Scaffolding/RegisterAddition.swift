import Content
package import Diagnostics
import SocialReport
import YAMLTree

/// A register with one entry more, and every other byte as it was.
package struct RegisterAddition {
  /// Why an entry cannot be added: the file is not understood well enough.
  package struct Refusal: ExplainedError {
    package let message: Phrase
    package let help: Phrase?
  }

  /// The whole of the file's bytes.
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - bytes: the file as it is on the disk.
  ///   - name: the path by which its author knows it.
  /// - Throws: `Refusal` where the shape of the list is none that an entry can be added to.
  package init(
    of entry: RegisterEntry, to bytes: [UInt8], name: String, _ language: Language
  ) throws(Refusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(name, "non è in UTF-8", "it is not in UTF-8")
    }
    let list = try RegisterAddition.list(in: text, name)
    guard let written = RegisterAddition.put(entry.lines(language), into: text, list) else {
      throw Refusal(
        name, "le voci sono scritte in una forma che non so continuare",
        "its entries are written in a form that cannot be continued")
    }
    // What was there must read as before, and what is new as it was meant.
    guard let now = try? RegisterAddition.list(in: written, name),
      now.entries.count == list.entries.count + 1,
      zip(list.entries, now.entries).allSatisfy({ $0.reads(as: $1) }),
      now.others == list.others, now.entries.last?.isEntry(entry, language) == true
    else {
      throw Refusal(
        name, "con la voce nuova quelle di prima si leggerebbero in un altro modo",
        "with the new entry those before would be read otherwise")
    }
    self.bytes = Array(written.utf8)
  }

  /// The list under `voci:`, in a file without mistakes.
  private struct List {
    let key: YAMLScalar
    let value: YAMLNode
    let entries: [YAMLNode]
    /// The other keys of the file, in its order.
    let others: [String]
  }

  private static func list(in text: String, _ name: String) throws(Refusal) -> List {
    var diagnostics: [Diagnostic] = []
    let root = YAMLReader.read(text[...], of: SourceFile.ID(0), at: 0, into: &diagnostics)
    guard diagnostics.isEmpty, case .mapping(let pairs, _) = root,
      let pair = pairs.first(where: {
        [EntityKind.entries.italian, EntityKind.entries.english].contains($0.key.text)
      })
    else {
      throw Refusal(name, "il suo elenco `voci:` non si legge", "its list `entries:` is not read")
    }
    let others = pairs.filter { $0.key.text != pair.key.text }.map(\.key.text)
    switch pair.value {
    case .sequence(let entries, _):
      return List(key: pair.key, value: pair.value, entries: entries, others: others)
    case .scalar(let scalar) where scalar.isNull:
      return List(key: pair.key, value: pair.value, entries: [], others: others)
    default:
      throw Refusal(name, "`voci:` non è un elenco", "`entries:` is no list")
    }
  }

  private static func put(_ entry: [String], into text: String, _ list: List) -> String? {
    let bytes = Array(text.utf8)
    let lines = ByteLines(bytes)
    let range = list.value.range.bytes
    let at: Int
    var replaced = 0..<0
    var indent = "  "
    var gap = false
    if let last = list.entries.last {
      // Only entries below each other, each behind its hyphen.
      guard let dash = lines.dash(before: last.range.bytes.lowerBound) else { return nil }
      indent = dash.indent
      at = lines.end(from: last.range.bytes.upperBound)
      gap = list.entries.count > 1 && lines.isBlank(above: dash.line)
    } else if range.isEmpty || list.value.isNullWord {
      at = lines.end(from: max(range.upperBound, list.key.place.bytes.upperBound))
      replaced = list.value.isNullWord ? range : 0..<0
    } else {
      guard bytes[range].elementsEqual("[]".utf8) else { return nil }
      at = lines.end(from: range.upperBound)
      replaced = range
    }
    let end = lines.lineBreak
    var added = gap ? end : []
    added += entry.flatMap { end + Array((indent + $0).utf8) }
    var kept = Array(bytes[..<replaced.lowerBound])
    if !replaced.isEmpty { while kept.last == 0x20 { kept.removeLast() } }
    let result = kept + bytes[replaced.upperBound..<at] + added + bytes[at...]
    return String(validating: result, as: UTF8.self)
  }
}

extension RegisterAddition.Refusal {
  fileprivate init(_ name: String, _ italian: String, _ english: String) {
    self.init(
      message: Phrase(
        it: "non posso aggiungere una voce a `\(name)`: \(italian)",
        en: "cannot add an entry to `\(name)`: \(english)"),
      help: Phrase(
        it:
          "il file è rimasto com'era; correggilo (`bilancio controlla`), o aggiungi la voce a mano",
        en: "the file is as it was; mend it (`bilancio check`), or add the entry by hand"))
  }
}

extension YAMLNode {
  /// Whether YAML's word for nothing is written.
  fileprivate var isNullWord: Bool {
    if case .scalar(let scalar) = self { scalar.isNull && !scalar.text.isEmpty } else { false }
  }

  /// Whether two nodes say the same, wherever they stand.
  fileprivate func reads(as other: YAMLNode) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): a.text == b.text && a.isNull == b.isNull
    case (.sequence(let a, _), .sequence(let b, _)):
      a.count == b.count && zip(a, b).allSatisfy { $0.reads(as: $1) }
    case (.mapping(let a, _), .mapping(let b, _)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.key.text == $1.key.text && $0.value.reads(as: $1.value) }
    default: false
    }
  }

  /// Whether it is what an entry is to be, by itself.
  fileprivate func isEntry(_ entry: RegisterEntry, _ language: Language) -> Bool {
    var diagnostics: [Diagnostic] = []
    let text = entry.lines(language).joined(separator: "\n")
    let alone = YAMLReader.read(text[...], of: SourceFile.ID(0), at: 0, into: &diagnostics)
    guard diagnostics.isEmpty, case .sequence(let entries, _) = alone, entries.count == 1 else {
      return false
    }
    return reads(as: entries[0])
  }
}
