import Diagnostics
import SocialReport

/// Links lead where readers can go.
enum PrivateAddresses {
  static let rule = Rule(
    .privateAddress, .warning, .links,
    Phrase(
      it: "I collegamenti portano a siti che chi legge può aprire.",
      en: "Links lead to sites that readers can open."),
    why: Phrase(
      it:
        "Un nome della rete dell'ufficio si apre solo dall'ufficio; un numero al posto del nome cambia, "
        + "e non dice di chi è il sito.",
      en:
        "A name of the office's network opens only in the office; a number in place of a name changes, "
        + "and does not say whose site it is."),
    source: "RFC 6761, RFC 6762, RFC 8375",
    wrong: [
      .prose("C'è la [carta dei servizi](⟦https://intranet/carta⟧)."),
      .prose("C'è la [carta dei servizi](⟦https://127.0.0.1/carta⟧)."),
      .prose("C'è la [carta dei servizi](⟦https://server.comune.local/carta⟧)."),
    ],
    right: [.prose("C'è la [carta dei servizi](https://www.example.it/carta).")],
    onAddress: { finding($0.value, at: $0.place) },
    onText: { page, context in
      page.links.compactMap { found in
        finding(
          found.link.address,
          at: context.place(ofAddress: found.link, in: found.block, of: found.text))
      }
    })

  private static func finding(
    _ address: String, at place: @autoclosure () -> SourceRange?
  ) -> Finding? {
    guard let host = WebAddress.host(of: address) else { return nil }
    switch host.reach {
    case .everybody: return nil
    case .number:
      return Finding(
        Phrase(
          it: "`\(host.name)` è il numero di una macchina, non il nome di un sito",
          en: "`\(host.name)` is the number of a machine, not the name of a site"),
        help: Phrase(
          it: "scrivi l'indirizzo con il nome del sito",
          en: "write the address with the site's name"),
        at: place())
    case .insiders:
      return Finding(
        Phrase(
          it: "`\(host.name)` è un nome della rete interna: chi legge non lo può aprire",
          en: "`\(host.name)` is a name of the internal network: readers cannot open it"),
        help: Phrase(
          it: "metti il documento tra i file del bilancio, o scrivi il suo indirizzo pubblico",
          en: "put the document among the files of the report, or write its public address"),
        at: place())
    }
  }
}
