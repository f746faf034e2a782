import Diagnostics
import SocialReport

/// Links go over a safe connection.
enum PlainHTTP {
  static let rule = Rule(
    .plainHTTP, .warning, .links,
    Phrase(it: "I collegamenti usano `https://`.", en: "Links use `https://`."),
    why: Phrase(
      it: "Su `http://` chiunque sulla rete può leggere e cambiare la pagina che apri.",
      en: "Over `http://` anyone on the network can read and change the page that is opened."),
    source: "AgID, raccomandazioni TLS; C.SI.4.1",
    wrong: [.prose("C'è la [carta dei servizi](⟦http://www.example.it/carta⟧).")],
    right: [.prose("C'è la [carta dei servizi](https://www.example.it/carta).")],
    onAddress: { isPlain($0.value) ? finding(at: $0.place) : nil }, onText: checkLinks)

  private static func checkLinks(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.links.filter { isPlain($0.link.address) }.map {
      finding(at: context.place(ofAddress: $0.link, in: $0.block, of: $0.text))
    }
  }

  private static func isPlain(_ address: String) -> Bool {
    address.utf8.count > 7 && address.utf8.dropFirst(4).starts(with: "://".utf8)
      && address.prefix(4).lowercased() == "http"
  }

  private static func finding(at place: SourceRange) -> Finding {
    Finding(
      Phrase(it: "questo indirizzo non è sicuro", en: "this address is not safe"),
      help: Phrase(
        it: "prova lo stesso indirizzo con `https://`", en: "try the same address with `https://`"),
      at: place)
  }
}
