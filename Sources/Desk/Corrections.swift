package import Diagnostics
import Files
import Writing

/// What diagnostics say that surely mends them, as edits of the files that they are of.
package struct Corrections {
  package struct OfFile: Sendable {
    /// Relative to the content's folder.
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
    /// How many are mended.
    package let count: Int
  }

  package private(set) var files: [OfFile] = []

  /// - Parameters:
  ///   - sources: the texts that the places are of.
  ///   - root: the content's folder, as the sources' paths begin.
  package init(
    _ diagnostics: [Diagnostic], sources: [SourceFile], root: String, _ desk: Desk
  ) throws(DeskError) {
    let start = root.hasSuffix("/") ? root : root + "/"
    // What is in the folders of closed editions stays as it was published.
    let texts = sources.filter { $0.path.hasPrefix(start) }.map {
      Folder.Text(path: String($0.path.dropFirst(start.count)), text: $0.text)
    }
    let closed = ClosedFolders(of: Folder(root: root, texts: texts, assets: []))
    var wanted: [SourceFile.ID: [(range: Range<Int>, correction: Correction)]] = [:]
    for diagnostic in diagnostics {
      guard let correction = diagnostic.correction, let place = diagnostic.place else { continue }
      for place in [place] + correction.others {
        wanted[place.file, default: []].append((place.bytes, correction))
      }
    }
    for (id, edits) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let source = sources[id], source.path.hasPrefix(start) else { continue }
      let path = String(source.path.dropFirst(start.count))
      if closed.hold(path) { continue }
      let old = try desk.read(path)
      // Places are of the text as it was read: with other letters on the disk they would be others.
      guard old.elementsEqual(source.text.utf8) else { continue }
      let (new, count) = Corrections.applied(edits, to: old)
      guard count > 0, Corrections.isRight(old, new, path) else { continue }
      files.append(OfFile(path: path, old: old, new: new, count: count))
    }
  }

  /// The bytes with the words that are wrong exchanged, from the end of the file to its beginning.
  private static func applied(
    _ edits: [(range: Range<Int>, correction: Correction)], to old: [UInt8]
  ) -> (bytes: [UInt8], count: Int) {
    var bytes = old
    var (count, last) = (0, Int.max)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      guard edit.range.upperBound <= min(last, bytes.count) else { continue }
      let word = Array(edit.correction.old.utf8)
      let stretch = bytes[edit.range]
      guard let found = stretch.firstRange(of: word),
        stretch[found.upperBound...].firstRange(of: word) == nil
      else { continue }
      bytes.replaceSubrange(found, with: Array(edit.correction.new.utf8))
      last = found.lowerBound
      count += 1
    }
    return (bytes, count)
  }

  /// Whether what was read before is read still.
  private static func isRight(_ old: [UInt8], _ new: [UInt8], _ path: String) -> Bool {
    let isMarkdown = Path.ending(of: path) == "md"
    guard let before = try? YAMLFile(old, isMarkdown: isMarkdown) else { return false }
    guard let after = try? YAMLFile(new, isMarkdown: isMarkdown) else { return false }
    return before.hasSameShape(as: after)
  }
}
