import Attachments
import Diagnostics
import Facts
import Files
import Search
import Site

/// Where a copy of a closed edition may have files, and of which kinds: as `close` puts them.
enum ClosedPath {
  /// - Parameters:
  ///   - head: the beginning of the file; where it is empty, the contents are not checked.
  ///   - byteCount: of the whole file.
  /// - Returns: why `close` cannot have put it there; nil where it can.
  static func flaw(
    of path: String, edition: String, head: [UInt8] = [], byteCount: Int = 0
  ) -> Phrase? {
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.contains(where: { $0.hasPrefix(".") }) else {
      return Phrase(it: "il nome comincia con un punto", en: "its name begins with a full stop")
    }
    if isAttachment(path, edition: edition) {
      let flaw = FileFlaw(path: path, head: head, byteCount: byteCount)
      return flaw.flatMap { $0.isForbidden ? $0.message(Path.name(of: path)) : nil }
    }
    switch parts.first {
    case edition where made.contains(Path.ending(of: parts.last ?? "")): return nil
    case edition where Addresses.isPrint(path, ofEdition: edition): return nil
    case edition where Addresses.isPicture(path, ofEdition: edition):
      guard !head.isEmpty else { return nil }
      let flaw = FileFlaw(path: path, head: head, byteCount: byteCount)
      return flaw == .place ? nil : flaw?.message(Path.name(of: path))
    case edition where isOfSearch(path, edition: edition): return nil
    case edition:
      return Phrase(
        it: "un'edizione non ha file di questo tipo", en: "no edition has files of this kind")
    case "assets" where parts.count == 2: return assetFlaw(parts[1])
    default:
      return Phrase(
        it: "sta fuori dall'edizione", en: "it stands outside the edition")
    }
  }

  /// Whether it is where the site has what authors attach, which is judged as when it was attached.
  static func isAttachment(_ path: String, edition: String) -> Bool {
    path.hasPrefix("file/") || path.hasPrefix("\(edition)/file/")
  }

  /// Whether it is a file that is judged by what is in it.
  static func isJudged(_ path: String, edition: String) -> Bool {
    isAttachment(path, edition: edition) || Addresses.isPicture(path, ofEdition: edition)
  }

  /// Whether it is a file of the edition's index, which is a script and holds nothing but texts.
  static func isOfSearch(_ path: String, edition: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[0] == edition && SearchFile.isName(parts[2])
      && Language.allCases.contains { PageKind.search.word(in: $0) == String(parts[1]) }
  }

  /// What the program makes of an edition: pages, data and what describes them.
  private static let made: Set<String> = ["html", "json", "jsonld", "csv"]

  /// An asset's name ends in sixteen hexadecimal digits of what it is made of.
  private static func assetFlaw(_ name: String) -> Phrase? {
    let stem = Path.withoutEnding(name)
    let digits = stem.utf8.suffix(16)
    let isHashed =
      stem.utf8.count > 17 && stem.utf8.dropLast(16).last == UInt8(ascii: "-")
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHashed else {
      return Phrase(
        it: "il nome non è quello di un file del tema", en: "its name is none of a theme's file")
    }
    // A theme's scripts are what its pages load.
    guard let word = AttachmentName.activeWord(of: name, besides: ["js", "mjs"]) else { return nil }
    return Phrase(
      it: "un server o un browser può eseguire i file `\(word)`",
      en: "a server or a browser may run files of the kind `\(word)`")
  }
}
