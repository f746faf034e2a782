import Desk
import Files

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
  /// What was said last of each record, by its name.
  let approvals: [String: Approvals.Line]
  private let texts: [String: String]
  private let drafts: Set<String>
  private let gaps: Set<String>

  /// - Parameters:
  ///   - texts: of the files, by their paths.
  ///   - gaps: the paths of files in which something is still to be written.
  init(
    _ approvals: [String: Approvals.Line], texts: [String: String], drafts: Set<String>,
    gaps: Set<String>
  ) {
    (self.approvals, self.texts) = (approvals, texts)
    (self.drafts, self.gaps) = (drafts, gaps)
  }

  func of(_ record: DeskRecord) -> PageState {
    let approval = approvals[record.name]
    // Only of a page that somebody spoke of it matters whether it is the same.
    let fingerprint = approval.flatMap { _ in
      texts[record.path].map { FileHash.digest(of: Array($0.utf8)) }
    }
    return PageState(
      approval, fingerprint: fingerprint ?? "",
      isDraft: drafts.contains(record.path), hasGaps: gaps.contains(record.path))
  }
}
