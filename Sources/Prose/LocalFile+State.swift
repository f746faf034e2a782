package import Diagnostics
import Facts
import Files

/// What a page notes of the files that its texts name.
extension LocalFile {
  /// Notes the file that a name with the slashes of Windows means, so that nobody calls it unused.
  package static func use(
    fileMeantBy address: String, of place: SourceRange, _ state: inout PageState
  ) {
    let turned = address.replacing("\\", with: "/")
    if let meant = find(turned, of: place, state.context) { state.usedFiles.insert(meant.path) }
  }

  /// - Parameter origin: where the name is written; near misses are named from there.
  package static func reportMissing(
    _ address: String, _ path: String, from origin: SourceRange, at place: SourceRange,
    _ state: inout PageState
  ) {
    // It is there, and why it was not read was told.
    guard !state.context.files.isRefused(path) else { return }
    let folder = state.context.contentFolder(of: origin)
    let (paths, others) = state.context.files.near(address, from: folder)
    for near in paths + others {
      // Which file was meant is not known, but one that may be meant is not one that nobody uses.
      let found =
        state.context.files.find(Path.join(folder, near)) ?? state.context.files.find(near)
      if let found { state.usedFiles.insert(found) }
    }
    let near =
      NearMiss.help(with: paths)
      ?? NearMiss.help(for: Path.name(of: address), among: others)
    let isText = ["md", "yml", "yaml"].contains(Path.ending(of: path))
    let message =
      isText
      ? Phrase(
        it: "`\(address)` è un testo del bilancio, non un file da scaricare",
        en: "`\(address)` is a text of the report, not a file to download")
      : Phrase(it: "il file `\(address)` non c'è", en: "there is no file `\(address)`")
    state.report(
      Diagnostic(
        .missingFile, message, help: isText ? pageHelp : near ?? missingHelp(path), at: place))
  }

  private static let pageHelp = Phrase(
    it: "per rimandare a una sua pagina scrivi `pagina:` e il suo nome",
    en: "to link to its page write `page:` and its name")

  private static func missingHelp(_ path: String) -> Phrase {
    guard path.split(separator: "/").contains(where: Folder.leavesAlone) else {
      return Phrase(it: "lo cerco in `\(path)`", en: "it is looked for at `\(path)`")
    }
    return Phrase(
      it:
        "i nomi che cominciano con `_` o `.` e quelli dei file di servizio si lasciano da parte: se "
        + "il file c'è, dagli un altro nome",
      en:
        "names that begin with `_` or `.` and those of system files are left alone: if the file is "
        + "there, give it another name")
  }
}
