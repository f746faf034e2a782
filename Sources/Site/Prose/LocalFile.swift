import Diagnostics
import Files

/// A file that a text or a field names, beside the file it is written in.
struct LocalFile {
  /// Within the content, as the disk spells it.
  let path: String
  /// What stands behind the name: `#page=3`; empty for most.
  let rest: Substring

  /// The file that an address names; nil where there is none.
  ///
  /// A name is first taken as it stands, since the disk may have a `#`, a `%` or a `?` in it; then without
  /// percent-encoding, as addresses are copied; then up to the mark that begins a fragment.
  static func find(_ address: String, of place: SourceRange, _ context: SiteContext) -> LocalFile? {
    guard !address.isEmpty, !address.hasPrefix("/") else { return nil }
    let folder = context.contentFolder(of: place)
    var names = [address[...]]
    if let mark = address.lastIndex(of: "#") { names.append(address[..<mark]) }
    if let mark = address.firstIndex(where: { $0 == "#" || $0 == "?" }) {
      names.append(address[..<mark])
    }
    for name in names {
      for spelling in [String(name), Path.decoded(name)] {
        guard let spelling, let path = Path.normalised(Path.join(folder, spelling)),
          let known = context.files.find(path)
        else { continue }
        return LocalFile(path: known, rest: address[name.endIndex...])
      }
    }
    return nil
  }

  /// The path that a missing file would have; nil for addresses that name no file of the content.
  static func path(_ address: String, of place: SourceRange, _ context: SiteContext) -> String? {
    guard !address.isEmpty, !address.hasPrefix("/"), !address.hasPrefix("#"),
      !address.contains(":"), !address.contains("\\")
    else { return nil }
    let plain = address.prefix { $0 != "#" && $0 != "?" }
    let name = Path.decoded(plain) ?? String(plain)
    return Path.normalised(Path.join(context.contentFolder(of: place), name))
  }

  /// Notes the file that a name with the slashes of Windows means, so that nobody calls it unused.
  static func use(fileMeantBy address: String, of place: SourceRange, _ state: inout PageState) {
    let turned = address.replacing("\\", with: "/")
    if let meant = find(turned, of: place, state.context) { state.usedFiles.insert(meant.path) }
  }

  /// - Parameter origin: where the name is written; near misses are named from there.
  static func reportMissing(
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
