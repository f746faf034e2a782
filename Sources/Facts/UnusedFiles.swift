package import Diagnostics
import Files
import Pictures
import SocialReport

/// Files of the content that no page shows or offers.
package enum UnusedFiles {
  package static func diagnostics(_ used: Set<String>, _ context: SiteContext) -> [Diagnostic] {
    // What was not looked at may use any of them.
    guard context.report.gaps.isEmpty else { return [] }
    let drafts = context.report.gaps.drafts.folders.map { $0.isEmpty ? "" : $0 + "/" }
    return tables(used, context).filter { table in
      !drafts.contains(where: table.path.hasPrefix)
    }.map(\.diagnostic)
      + context.files.loosePaths.filter { path in
        !used.contains(path) && !drafts.contains(where: path.hasPrefix)
          && !context.files.isShown(path, by: used)
      }.map { path in
        let shown = path.printable(keepsLines: false)
        return Diagnostic(
          .unusedFile,
          Phrase(
            it: "nessuna pagina usa il file `\(shown)`", en: "no page uses the file `\(shown)`"),
          help: UnusedFiles.help(for: path), at: nil, severity: .warning)
      }
  }

  /// Tables of figures that no indicator reads, and no page offers.
  private static func tables(
    _ used: Set<String>, _ context: SiteContext
  ) -> [(path: String, diagnostic: Diagnostic)] {
    let indicators = context.report.editions.flatMap(\.indicators)
    // What an indicator reads is where its values are written.
    let read = Set(indicators.compactMap { $0.observations.first?.period.place.file })
    var names: [String]?
    return context.sources.enumerated().compactMap { number, source in
      let id = SourceFile.ID(number)
      guard Path.ending(of: source.path) == "csv", !read.contains(id) else { return nil }
      let path = context.contentPath(of: source)
      guard !used.contains(path), context.files.contains(path) else { return nil }
      let name = Path.name(of: path)
      let ids = names ?? Set(indicators.map(\.id.value)).sorted()
      names = ids
      let near = NearMiss.candidates(for: Path.withoutEnding(name), among: ids).first
      return (
        path,
        Diagnostic(
          .unusedFile,
          Phrase(
            it: "nessun indicatore legge la tabella `\(name.printable(keepsLines: false))`",
            en: "no indicator reads the table `\(name.printable(keepsLines: false))`"),
          help: tableHelp(name.printable(keepsLines: false), near),
          at: SourceRange(file: id, bytes: 0..<0), severity: .warning)
      )
    }
  }

  private static func tableHelp(_ name: String, _ near: String?) -> Phrase {
    let whose = near.map {
      Phrase(it: "forse è dell'indicatore `\($0)`: ", en: "it may be that of `\($0)`: ")
    }
    return Phrase(
      it: (whose?.italian ?? "") + "scrivi nel file dell'indicatore `osservazioni: \(name)`, "
        + "oppure toglila, o dalle un nome che comincia con `_`",
      en: (whose?.english ?? "") + "write `observations: \(name)` in the indicator's file, "
        + "or remove it, or give it a name that begins with `_`")
  }

  private static func help(for path: String) -> Phrase {
    if documents.contains(Path.ending(of: path)) { return documentHelp }
    return PictureVersions.isVersion(path) ? versionHelp : help
  }

  /// What was made of a picture that was exchanged since, or is gone.
  private static let versionHelp = Phrase(
    it: "è fatto di un'immagine che è cambiata o non c'è più: `bilancio immagini` rifà quello che "
      + "serve",
    en:
      "it was made of a picture that was changed or is gone: `bilancio pictures` makes what is needed"
  )

  private static let help = Phrase(
    it: "toglilo, oppure dagli un nome che comincia con `_`",
    en: "remove it, or give it a name that begins with `_`")

  /// What offices write texts in, which somebody may believe to be on the site.
  private static let documents: Set<String> = [
    "doc", "docx", "odt", "rtf", "pages", "txt", "text", "htm", "html",
  ]
  private static let documentHelp = Phrase(
    it: "se è un testo da pubblicare, copialo in un file `.md`; se è da scaricare, mettilo tra gli "
      + "allegati; se no, dagli un nome che comincia con `_`",
    en:
      "if it is a text to be published, copy it into a `.md` file; if it is to be downloaded, put it "
      + "among the attachments; if not, give it a name that begins with `_`")
}

/// Folders of the content whose files would stand where the program's own do.
package enum ReservedFolders {
  package static func diagnostics(_ used: Set<String>) -> [Diagnostic] {
    Set(used.filter(contain).map(folder)).sorted().map { folder in
      Diagnostic(
        .duplicateAddress,
        Phrase(
          it: "la cartella `\(folder)` ha il nome di un file del sito",
          en: "the folder `\(folder)` has the name of a file of the site"),
        help: Phrase(it: "dalle un altro nome", en: "give it another name"), at: nil)
    }
  }

  /// Whether a file stands in one of them.
  package static func contain(_ path: String) -> Bool {
    Addresses.filesAtRoot.contains(folder(of: path).lowercased())
  }

  private static func folder(of path: String) -> String {
    path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
