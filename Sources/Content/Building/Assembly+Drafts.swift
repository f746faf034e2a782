import Diagnostics
import Files
import SocialReport

/// What is left out because it is a draft.
extension Assembly {
  func isLeftOut(_ file: DecodedFile) -> Bool { !includesDrafts && drafts.contains(file) }

  /// All that is printed of a file without being Markdown.
  func plainTexts(of file: DecodedFile) -> [Sourced<String>] {
    includesDrafts ? file.plainTexts : file.plainTexts.filter { !drafts.contain($0.place) }
  }

  /// Notes what is left out of a file; false for one that stays.
  mutating func leaveOut(_ file: DecodedFile, of edition: Edition?) -> Bool {
    guard isLeftOut(file) else { return false }
    if let achievement = file.achievement {
      gaps.drafts.add(achievement.id.value, in: edition?.place.file)
      if achievement.isDraft { gaps.drafts.add(title: achievement.title) }
    }
    let name = FileName(path: file.path, kind: file.kind, place: file.place)
    for record in file.records { leaveOut(record, name.id(of: record), of: edition) }
    return true
  }

  /// - Parameter edition: none, or one without a file, for what all editions share.
  mutating func leaveOut(_ record: FieldValues, _ id: Sourced<String>, of edition: Edition?) {
    let home = edition.flatMap { $0.place == .unread ? nil : $0.place.file }
    gaps.drafts.add(id.value, in: home)
    // What goes on in a draft did not vanish.
    if case .record(let earlier) = record["continues"], let name = earlier.text("id") {
      gaps.drafts.add(name.value, in: home)
    }
    if record.isDraft {
      gaps.drafts.add(title: record.text("title") ?? record.text("name") ?? id)
    }
  }

  /// Notes the editions that are left out as a whole.
  mutating func leaveOut(_ editions: [Edition]) {
    guard !includesDrafts else { return }
    gaps.drafts.files = drafts.ids
    gaps.drafts.folders = drafts.editions
    let years = Set(
      editions.filter { !drafts.ids.contains($0.place.file) }.map { String($0.year.value) })
    for edition in editions where drafts.ids.contains(edition.place.file) {
      gaps.drafts.add(title: edition.title)
      gaps.drafts.editions.insert(edition.id.value)
      let year = String(edition.year.value)
      if !years.contains(year) { gaps.drafts.editions.insert(year) }
    }
  }

  mutating func reportNothingButDrafts(_ editions: [Edition]) {
    diagnostics.append(
      Diagnostic(
        .missingPart,
        editions.count == 1
          ? Phrase(
            it: "l'unica edizione è una bozza: non c'è niente da pubblicare",
            en: "the only edition is a draft: there is nothing to publish")
          : Phrase(
            it: "tutte le edizioni sono bozze: non c'è niente da pubblicare",
            en: "all editions are drafts: there is nothing to publish"),
        help: Phrase(
          it: "togli `bozza` da una; oppure guardale con `--bozze`, o con `bilancio anteprima`",
          en: "take `draft` off one; or look at them with `--drafts`, or with `bilancio preview`"),
        at: nil))
  }

  mutating func reportClosedDraft(_ edition: Edition) {
    diagnostics.append(
      Diagnostic(
        .closedEdition,
        Phrase(
          it: "un'edizione chiusa è già stata pubblicata: non può essere una bozza",
          en: "a closed edition was published: it cannot be a draft"),
        help: Phrase(it: "togli `bozza`", en: "take `draft` away"), at: edition.draft?.place))
  }
}
