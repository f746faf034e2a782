import Output

@testable import Publish

extension Manifest.Entry {
  /// A file with this text, or else with its own path for one.
  static func of(_ path: String, _ text: String = "") -> Manifest.Entry {
    Manifest.Entry(path: path, bytes: Array((text.isEmpty ? path : text).utf8))
  }
}

extension LiveSite {
  /// A site of which these files are live, and listed as such.
  static func of(_ entries: [Manifest.Entry]) -> LiveSite {
    var live = LiveSite()
    live.manifest = Manifest(entries)
    for entry in entries { live.listing.files[entry.path] = entry.byteCount }
    return live
  }
}
