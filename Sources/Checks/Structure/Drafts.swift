package import Diagnostics

/// What is said of what names a draft and is none itself.
package enum Drafts {
  package static let help = Phrase(
    it: "togli `bozza:` di là, oppure il rimando da qui; con `--bozze` le bozze si vedono",
    en: "take `draft:` off there, or the reference off here; `--drafts` shows drafts")
}
