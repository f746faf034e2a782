import Desk
import Diagnostics
import Files
import SocialReport
import Writing

/// What is wrong with a record, by the fields of its form.
struct FieldProblems: Sendable {
  /// A problem with the words of a field's text that it is about.
  struct Found: Sendable {
    let problem: Diagnostic
    /// With one blank between two; empty where they are none that one could find again.
    var words = ""
    /// Which of the equal words of the field, from 0.
    var turn = 0

    var severity: Diagnostic.Severity { problem.severity }
  }

  /// By the names of fields, of entries and of groups: the innermost that the form knows.
  private(set) var ofField: [String: [Found]] = [:]
  /// What is of no field of the form.
  private(set) var others: [Diagnostic] = []

  static let none = FieldProblems()

  private init() {}

  /// - Parameter problems: of a state in which the file is as it is given.
  init(
    _ record: DeskRecord, in file: YAMLFile, _ form: RecordForm, _ problems: [Diagnostic],
    _ sources: [SourceFile], contentRoot: String
  ) {
    let path = Path.join(contentRoot, record.path)
    let fields = FieldProblems.places(record, file, form)
    let whole = file.range(of: record.place)
    for problem in problems {
      guard let place = problem.place, sources[place.file]?.path == path else { continue }
      let start = place.bytes.lowerBound
      let holder = fields.filter { $0.range.contains(start) || $0.range.lowerBound == start }
        .min { $0.range.count < $1.range.count }
      if let holder {
        // Nobody goes to more of them one by one.
        let isFirst = ofField[holder.name]?.count ?? 0 < FieldProblems.mostLed
        let words = isFirst ? FieldProblems.words(at: place.bytes, file.bytes, holder.value) : nil
        ofField[holder.name, default: []].append(
          Found(problem: problem, words: words?.words ?? "", turn: words?.turn ?? 0))
      } else if record.place.steps.isEmpty || whole?.contains(start) == true {
        others.append(problem)
      }
    }
  }

  private static let mostLed = 50

  /// Errors and warnings of a field, and of what is in it.
  func count(in name: String) -> Int {
    ofField.filter { $0.key == name || $0.key.hasPrefix(name + ".") }
      .reduce(0) { $0 + $1.value.count { $0.severity != .hint } }
  }

  var all: [Diagnostic] {
    others + ofField.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.problem) }
  }

  /// The words that a place covers, and how many of the same stand before it in the field's value.
  private static func words(
    at place: Range<Int>, _ bytes: [UInt8], _ value: Int
  ) -> (words: String, turn: Int)? {
    guard place.count <= 400, place.lowerBound >= value, place.upperBound <= bytes.count else {
      return nil
    }
    func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      Array(bytes.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.joined(separator: [0x20]))
    }
    let words = joined(bytes[place])
    guard let text = String(validating: words, as: UTF8.self), !text.isEmpty else { return nil }
    return (text, joined(bytes[value..<place.lowerBound]).ranges(of: words).count)
  }

  /// A field with where it stands, and where its value begins.
  private typealias Place = (name: String, range: Range<Int>, value: Int)

  private static func places(
    _ record: DeskRecord, _ file: YAMLFile, _ form: RecordForm
  ) -> [Place] {
    var found: [Place] = []
    func add(_ name: String) {
      guard let place = file.fieldPlace(of: name, in: record) else { return }
      found.append((name, place.range, place.value))
    }
    func visit(_ nodes: [FormNode]) {
      for node in nodes {
        add(node.head.name)
        switch node {
        case .item: break
        case .group(_, let nodes): visit(nodes)
        case .records(_, let entries):
          for entry in entries {
            add(entry.name)
            visit(entry.nodes ?? [])
          }
        case .grid(_, _, let rows):
          for row in rows {
            add(row.name)
            for cell in row.cells { add(cell.name) }
          }
        }
      }
    }
    visit(form.nodes)
    return found
  }
}

extension YAMLFile {
  /// Where a field stands, and its value in it, by its Italian name; nil where it is not written.
  fileprivate func fieldPlace(
    of name: String, in record: DeskRecord
  ) -> (range: Range<Int>, value: Int)? {
    guard let asked = FieldPath(name) else { return nil }
    var path = record.place
    var table: FieldTable? = record.kind.table
    for step in asked.steps {
      switch step {
      case .entry(let number): path = path.appending(.entry(number))
      case .field(let word):
        guard let index = table?.index(of: word), let field = table?.fields[index] else {
          return nil
        }
        let key = [field.italian, field.english].first { holds(path.appending(.field($0))) }
        guard let key else {
          let isBody = field.english == record.kind.mainText && asked.steps.count == 1
          return isBody ? bodyRange.map { ($0, $0.lowerBound) } : nil
        }
        path = path.appending(.field(key))
        table =
          switch field.type {
          case .record(let inner), .list(.record(let inner)), .observations(let inner): inner
          default: nil
          }
      }
    }
    return lineRange(of: path).map { ($0, range(of: path)?.lowerBound ?? $0.lowerBound) }
  }
}
