import Diagnostics
import SocialReport

/// The host of a link is the one that a reader takes it for.
enum LookalikeAddresses {
  static let rule = Rule(
    .lookalikeAddress, .warning, .links,
    Phrase(
      it: "Il nome di un sito non mescola alfabeti che si somigliano.",
      en: "The name of a site does not mix alphabets that look alike."),
    why: Phrase(
      it:
        "Una «а» cirillica si legge come una «a»: il nome sembra quello di un sito noto e porta altrove.",
      en: "A Cyrillic “а” reads as an “a”: the name seems that of a known site and leads elsewhere."
    ),
    source: "Unicode UTS 39, https://www.unicode.org/reports/tr39/",
    wrong: [
      .prose("C'è la [carta dei servizi](⟦https://www.com\u{443}ne.example.it/carta⟧)."),
      .prose("C'è la [carta dei servizi](⟦https://xn--pple-43d.com/⟧)."),
    ],
    right: [
      .prose("C'è la [carta dei servizi](https://www.comune.forlì.it/carta)."),
      .prose(
        "C'è la [carta dei servizi](https://www.münchen.de/) e il [portale](https://правительство.рф/)."
      ),
    ],
    onAddress: { address in
      lookalike(address.value).map { finding($0, at: address.place) }
    },
    onText: { page, context in
      page.links.compactMap { found in
        lookalike(found.link.address).map {
          finding($0, at: context.place(ofAddress: found.link, in: found.block, of: found.text))
        }
      }
    })

  private static func lookalike(_ address: String) -> String? {
    WebAddress.host(of: address)?.lookalike
  }

  private static func finding(_ label: String, at place: SourceRange?) -> Finding {
    let letters = label.unicodeScalars.filter { $0.value >= 0x80 }
    let codes = Set(letters).sorted().map(HiddenCharacter.code).joined(separator: ", ")
    return Finding(
      Phrase(
        it: "il nome `\(label)` in questo indirizzo ha lettere che sembrano altre (\(codes))",
        en: "the name `\(label)` in this address has letters that look like others (\(codes))"),
      help: Phrase(
        it: "controlla che porti dove deve, e riscrivi il nome con la tastiera",
        en: "see that it leads where it should, and write the name again with the keyboard"),
      at: place)
  }
}
