import Figures
import Files

extension SiteContext {
  /// The format of a file by its name, and its size where it is one of the content: `PDF, 120 kB`.
  ///
  /// - Parameter path: the file in the content; nil where it is elsewhere.
  package func fileNote(_ name: String, of path: String?) -> String {
    let ending = Path.ending(of: name).uppercased()
    let format = ending.utf8.count > 5 ? "" : ending
    guard let path else { return format }
    return (format.isEmpty ? "" : format + ", ") + formats.size(files.byteCount(of: path))
  }
}
