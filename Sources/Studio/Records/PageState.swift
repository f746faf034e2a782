import Desk

/// How far a page is on its way to readers.
enum PageState: Int, CaseIterable {
  case toWrite, writing, toRead, changesAsked, changedSince, approved

  var label: String {
    switch self {
    case .toWrite: "Da scrivere"
    case .writing: "In scrittura"
    case .toRead: "Da rileggere"
    case .changesAsked: "Modifiche chieste"
    case .changedSince: "Cambiata dopo l'approvazione"
    case .approved: "Approvata"
    }
  }

  /// - Parameters:
  ///   - fingerprint: of the page's file now.
  ///   - hasGaps: whether something that it needs is not written yet.
  init(
    _ approval: Approvals.Line?, fingerprint: String, isDraft: Bool, hasGaps: Bool
  ) {
    switch approval {
    case .some(let line) where line.fingerprint == fingerprint:
      self = line.isApproved ? .approved : .changesAsked
    case .some(let line) where line.isApproved: self = .changedSince
    default: self = hasGaps ? .toWrite : isDraft ? .writing : .toRead
    }
  }
}

/// The states of all pages of an edition.
struct PageStates {
  private let approvals: [String: Approvals.Line]
  private let digests: [String: String]
  private let drafts: Set<String>
  private let gaps: Set<String>

  /// - Parameters:
  ///   - digests: of the files, by their paths.
  ///   - gaps: the paths of files in which something is still to be written.
  init(
    _ approvals: [String: Approvals.Line], digests: [String: String], drafts: Set<String>,
    gaps: Set<String>
  ) {
    (self.approvals, self.digests) = (approvals, digests)
    (self.drafts, self.gaps) = (drafts, gaps)
  }

  func of(_ record: DeskRecord) -> PageState {
    PageState(
      approvals[record.name], fingerprint: digests[record.path] ?? "",
      isDraft: drafts.contains(record.path), hasGaps: gaps.contains(record.path))
  }
}
