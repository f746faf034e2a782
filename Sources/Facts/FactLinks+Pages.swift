import Diagnostics
import SocialReport
import Theme

/// Links that name a page (`pagina:`).
extension FactLinks {
  func page(_ path: [String], _ fragment: String?) -> Result<ResolvedFact, UnknownFact> {
    var path = path
    var wanted = index
    if path.count > 1, let other = context.report.edition(named: path[0]),
      let found = context.indexes.first(where: { $0.edition.id.value == other.id.value })
    {
      wanted = found
      path.removeFirst()
    }
    // Folders begin with a number that addresses do not have; either way of writing is fine.
    let plain = path.map { part in
      let rest = part.drop { $0.isNumber }
      return rest.first == "-" && rest.count > 1 ? String(rest.dropFirst()) : part
    }
    let key = path.joined(separator: "/")
    guard let page = wanted.pages[key] ?? wanted.pages[plain.joined(separator: "/")] else {
      let drafts = context.report.gaps.drafts
      if let first = path.first, let last = plain.last,
        drafts.contains(last, in: wanted.edition) || drafts.editions.contains(first)
      {
        return .failure(
          UnknownFact(
            name: key,
            message: Phrase(
              it: "la pagina `\(key)` è una bozza e non si pubblica",
              en: "the page `\(key)` is a draft and is not published"),
            help: Phrase(
              it: "togli `bozza:` da quella pagina, oppure il collegamento da qui; con `--bozze` "
                + "le bozze si vedono",
              en: "take `draft:` off that page, or the link off this one; `--drafts` shows drafts"))
        )
      }
      return .failure(
        UnknownFact(
          name: plain.joined(separator: "/"),
          message: Phrase(it: "la pagina `\(key)` non c'è", en: "there is no page `\(key)`"),
          help: shared(plain, among: wanted) ?? whole(plain, among: wanted)
            ?? NearMiss.help(for: plain.joined(separator: "/"), among: wanted.names.pages)))
    }
    return .success(
      ResolvedFact(
        address: page.address + (fragment.map { "#" + $0 } ?? ""), text: { page.title }))
  }

  /// The pages that share the name of a folder.
  private func shared(_ path: [String], among index: EditionIndex) -> Phrase? {
    let alike = path.first.map(index.names.objectives) ?? []
    guard !alike.isEmpty else { return nil }
    let names = alike.prefix(FactLinks.mostListed).map { id in
      "`" + ([id] + path.dropFirst()).joined(separator: "/") + "`"
    }
    return Phrase(
      it: "in più aree c'è una cartella con questo nome: scrivi " + names.joined(separator: " o "),
      en: "more than one area has a folder of this name: write " + names.joined(separator: " or "))
  }

  /// The path of an achievement that was named without its objective, or with its area.
  private func whole(_ path: [String], among index: EditionIndex) -> Phrase? {
    guard let first = path.last.flatMap(index.names.wholePath) else { return nil }
    return Phrase(
      it: "una realizzazione si nomina con il suo obiettivo: `\(first)`",
      en: "an achievement is named with its objective: `\(first)`")
  }
}
