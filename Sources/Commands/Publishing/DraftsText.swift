import Diagnostics
import SocialReport

/// The drafts that stay out of what is published, which nobody is to miss unawares.
struct DraftsText {
  /// Their titles, with the files they stand in.
  let drafts: [(title: String, path: String)]

  private static let listed = 10

  init(_ run: SiteRun) {
    drafts = (run.report?.gaps.drafts.titles ?? []).map {
      ($0.value, run.path(of: $0.place) ?? "")
    }
  }

  /// Nil where there are none.
  var phrase: Phrase? {
    guard !drafts.isEmpty else { return nil }
    let shown = drafts.prefix(DraftsText.listed).map { draft in
      "\n    «\(draft.title.printable(keepsLines: false))» "
        + "(\(draft.path.printable(keepsLines: false)))"
    }.joined()
    let rest = drafts.count - DraftsText.listed
    return Phrase(
      it: (drafts.count == 1
        ? "  Resta fuori perché è una bozza (`bozza: sì`):"
        : "  Restano fuori perché sono bozze (`bozza: sì`):")
        + shown + (rest > 0 ? "\n    … e altre \(rest)" : ""),
      en: (drafts.count == 1
        ? "  Stays out because it is a draft (`draft: yes`):"
        : "  Stay out because they are drafts (`draft: yes`):")
        + shown + (rest > 0 ? "\n    … and \(rest) more" : ""))
  }
}
