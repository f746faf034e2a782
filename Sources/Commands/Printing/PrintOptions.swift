import ArgumentParser

/// What `pdf`, `epub` and `word` have in common: where the file goes, and whether drafts are in it.
struct PrintOptions: ParsableArguments {
  @Option(
    name: .named("output", "uscita"),
    help: .words(
      "Il file; se non lo dici, accanto ai testi col nome dell'edizione.",
      "The file; where it is not said, beside the texts with the edition's name.",
      value: ("file", "file")))
  var output: String?

  @Flag(
    name: .named("drafts", "bozze"),
    help: .words("Comprende le bozze.", "With the drafts."))
  var drafts = false
}
