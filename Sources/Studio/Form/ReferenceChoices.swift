import Desk
import SocialReport

/// The records that a field can refer to, by what they are called.
struct ReferenceChoices: Sendable {
  struct Choice: Sendable {
    let id: String
    let title: String
  }

  private let index: RecordIndex
  private let home: String?

  init(_ index: RecordIndex, in home: String?) { (self.index, self.home) = (index, home) }

  /// Nil for a field that refers to no record.
  func of(_ item: FormItem) -> [Choice]? {
    switch item.type {
    case .reference(let reference), .list(.reference(let reference)):
      ReferenceChoices.kinds(reference).flatMap { kind in
        let own = index.records(of: kind, in: home)
        let names = Set(own.map(\.record.id))
        let shared = index.records(of: kind, in: nil).filter { !names.contains($0.record.id) }
        return (own + (home == nil ? [] : shared)).map { entry in
          Choice(id: entry.record.id, title: "\(entry.title) (\(entry.record.id))")
        }
      }
    default: nil
    }
  }

  /// What is to be made for a field whose choices have not what is wanted; nil for what has several registers, and for
  /// a field that refers to none.
  static func newKind(for type: FieldType) -> NewPage.Kind? {
    switch type {
    case .reference(let reference), .list(.reference(let reference)):
      switch reference {
      case .act: .act
      case .source: .source
      case .office: .office
      case .indicator: .indicator
      case .evidence: nil
      }
    default: nil
    }
  }

  private static func kinds(_ reference: Reference) -> [EntityKind] {
    switch reference {
    case .act: [.acts]
    case .source: [.sources]
    case .office: [.offices]
    case .indicator: [.indicator, .indicators]
    case .evidence: [.acts, .sources]
    }
  }
}
