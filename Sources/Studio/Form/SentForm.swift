import Diagnostics

/// What a form that came back says of its entries.
struct SentForm {
  /// What each entry was, by its name.
  let identities: [String: String]
  /// Those whose own fields were shown.
  let open: Set<String>

  init(_ data: FormData) {
    let names = data.names("k.").map { String($0.dropFirst(2)) }
    identities = Dictionary(
      names.map { ($0, data["k." + $0] ?? "") }, uniquingKeysWith: { $1 })
    open = Set(names.filter { !data.names("f.\($0).").isEmpty })
  }

  /// What somebody wrote in an entry that is gone.
  static func lost(_ name: String, _ data: FormData) -> Phrase {
    let texts = data.names("f.\(name).").compactMap { data[$0] }.filter { !$0.isEmpty }
    let all = texts.joined(separator: " · ")
    return Phrase(
      it: "la voce che stavi cambiando è stata tolta da qualcun altro; avevi scritto: \(all)",
      en: "somebody else took away the entry that you were changing; you wrote: \(all)")
  }
}
