import Diagnostics
import Files
import SocialReport

/// What is told of files that stand where they cannot, or twice.
extension Assembly {
  mutating func reportSameTargets(_ site: SiteInfo?) {
    var first: [String: Sourced<String>] = [:]
    for name in site?.targets.map(\.name) ?? [] {
      guard let other = first[name.value] else {
        first[name.value] = name
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateID,
          Phrase(
            it: "due posti in cui pubblicare si chiamano `\(name.value)`",
            en: "two places to publish to are called `\(name.value)`"), at: name.place,
          notes: [.init(Phrase(it: "l'altro è questo", en: "the other is this"), at: other.place)]))
    }
  }

  /// Places of trial whose pages would say that they are the published ones.
  mutating func reportTrials(_ site: SiteInfo?) {
    for target in site?.targets ?? [] where target.isTrial && target.address == nil {
      diagnostics.append(
        Diagnostic(
          .missingCondition,
          Phrase(
            it:
              "al posto di prova `\(target.name.value)` manca `indirizzo`: così non ci si può pubblicare",
            en:
              "the place of trial `\(target.name.value)` lacks `address`: nothing can be published there"
          ),
          help: Phrase(
            it:
              "scrivi dove lo si guarda, per esempio `indirizzo: https://prova.comune.esempio.it/`",
            en: "write where it is looked at, for example `address: https://trial.example.org/`"),
          at: target.name.place, severity: .warning))
    }
  }

  /// Files that stand below no edition, and that no edition reads.
  mutating func reportStrays(_ files: [DecodedFile]) {
    for file in files where ![.site, .edition, .publishing].contains(file.kind) {
      diagnostics.append(
        SharedFolder.folder(of: file.path).map { SharedFolder.refusal(of: file, in: $0) }
          ?? Diagnostic(
            .misplacedFile,
            Phrase(
              it: "questo file non sta nella cartella di un'edizione",
              en: "this file is not in the folder of an edition"),
            help: SharedFolder.kinds.contains(file.kind)
              ? Phrase(
                it: "spostalo in quella della sua edizione, o in `comuni/` se serve a tutte",
                en: "move it into that of its edition, or into `shared/` where all are to read it")
              : Phrase(
                it: "spostalo in quella della sua edizione",
                en: "move it into that of its edition"), at: file.place))
    }
  }

  /// Editions in the folder of what editions have in common: it may have been meant for one of the two.
  mutating func reportEditionsAmongShared(_ homes: [DecodedFile]) {
    for home in homes {
      guard let folder = SharedFolder.folder(of: home.path) else { continue }
      diagnostics.append(
        Diagnostic(
          .misplacedFile,
          Phrase(
            it: "la cartella `\(folder)` è di ciò che le edizioni hanno in comune, e qui c'è "
              + "un'edizione",
            en: "the folder `\(folder)` is for what editions have in common, and an edition stands "
              + "here"),
          help: Phrase(
            it: "dai alla cartella dell'edizione il nome del suo anno, come `2024`, accanto a "
              + "`\(folder)`",
            en: "name the edition's folder after its year, as `2024`, beside `\(folder)`"),
          at: home.place, severity: .warning))
    }
  }

  mutating func reportNoObjective(_ file: DecodedFile) {
    diagnostics.append(
      Diagnostic(
        .misplacedFile,
        Phrase(
          it: "in questa cartella non c'è l'obiettivo a cui la realizzazione risponde",
          en: "this folder has no objective that the achievement answers"),
        help: Phrase(
          it: "serve un file con `tipo: obiettivo` nella stessa cartella",
          en: "a file with `kind: objective` is needed in the same folder"), at: file.place))
  }

  mutating func reportSecondEdition(_ file: DecodedFile, beside other: DecodedFile) {
    diagnostics.append(
      Diagnostic(
        .misplacedFile,
        Phrase(
          it: "in questa cartella c'è già un'edizione", en: "this folder already has an edition"),
        help: Phrase(
          it: "ogni edizione sta in una cartella sua, con i suoi testi",
          en: "every edition stands in a folder of its own, with its texts"), at: file.place,
        notes: [.init(Phrase(it: "è questa", en: "it is this one"), at: other.place)]))
  }

  mutating func reportSecondObjective(_ file: DecodedFile, beside other: Objective) {
    diagnostics.append(
      Diagnostic(
        .misplacedFile,
        Phrase(
          it: "in questa cartella c'è già un obiettivo",
          en: "this folder already has an objective"), at: file.place,
        notes: [.init(Phrase(it: "è questo", en: "it is this one"), at: other.id.place)]))
  }
}
