/// The way from a file's first level to a value: names of fields, and numbers of entries from 0.
package struct FieldPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case field(String)
    case entry(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// Reads `azioni.2.titolo`, where entries are counted from 1.
  package init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard !part.isEmpty else { return nil }
      if let number = Int(part) {
        guard number > 0 else { return nil }
        steps.append(.entry(number - 1))
      } else {
        steps.append(.field(String(part)))
      }
    }
    self.steps = steps
  }

  /// As people write it.
  package var text: String {
    steps.map {
      switch $0 {
      case .field(let name): name
      case .entry(let number): String(number + 1)
      }
    }.joined(separator: ".")
  }

  /// Whether it is an entry of a list.
  package var endsInEntry: Bool { if case .entry? = steps.last { true } else { false } }

  package func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

  package var parent: FieldPath { FieldPath(Array(steps.dropLast())) }
}
