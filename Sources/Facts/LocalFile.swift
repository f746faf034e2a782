package import Diagnostics
import Files

/// A file that a text or a field names, beside the file it is written in.
package struct LocalFile {
  /// Within the content, as the disk spells it.
  package let path: String
  /// What stands behind the name: `#page=3`; empty for most.
  package let rest: Substring

  /// The file that an address names; nil where there is none.
  ///
  /// A name is first taken as it stands, since the disk may have a `#`, a `%` or a `?` in it; then without
  /// percent-encoding, as addresses are copied; then up to the mark that begins a fragment.
  package static func find(_ address: String, of place: SourceRange, _ context: SiteContext)
    -> LocalFile?
  {
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
  package static func path(_ address: String, of place: SourceRange, _ context: SiteContext)
    -> String?
  {
    guard !address.isEmpty, !address.hasPrefix("/"), !address.hasPrefix("#"),
      !address.contains(":"), !address.contains("\\")
    else { return nil }
    let plain = address.prefix { $0 != "#" && $0 != "?" }
    let name = Path.decoded(plain) ?? String(plain)
    return Path.normalised(Path.join(context.contentFolder(of: place), name))
  }
}
