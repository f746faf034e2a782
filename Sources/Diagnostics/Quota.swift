/// How many diagnostics of one kind a person reads at once: so many in a file, and so many in all.
///
/// A run of thousands would hide all others. Each kind has its own share, so none is hidden by another.
struct Quota {
  /// What is of one kind: an error stands in no warning's way.
  struct Kind: Hashable {
    let identifier: Diagnostic.Identifier
    let severity: Diagnostic.Severity

    fileprivate init(_ diagnostic: Diagnostic) {
      (identifier, severity) = (diagnostic.identifier, diagnostic.severity)
    }
  }

  private struct Share: Hashable {
    let kind: Kind
    let file: SourceFile.ID
  }

  static let inFile = 20
  static let inAll = 50

  private var shown: [Kind: Int] = [:]
  private var shownInFile: [Share: Int] = [:]
  private var left: [Kind: Int] = [:]
  private var order: [Kind] = []

  /// What is not told, by kinds in the order in which they were met.
  var rest: [(kind: Kind, count: Int)] { order.map { ($0, left[$0] ?? 0) } }

  /// Whether some diagnostics that are told as one still are; they are counted in any case.
  mutating func takes(_ group: Repetition) -> Bool {
    let kind = Kind(group.first)
    let share = group.first.place.map { Share(kind: kind, file: $0.file) }
    guard shown[kind, default: 0] < Quota.inAll,
      share.map({ shownInFile[$0, default: 0] < Quota.inFile }) ?? true
    else {
      if left[kind] == nil { order.append(kind) }
      left[kind, default: 0] += 1 + group.others.count
      return false
    }
    shown[kind, default: 0] += 1
    if let share { shownInFile[share, default: 0] += 1 }
    return true
  }
}
