import Files
import Pictures

/// The tool of libvips, which turns pictures as their cameras say, makes them smaller, and writes nothing beside them.
final class PictureTool: Sendable {
  /// Why there is nothing smaller.
  enum Flaw: Error {
    /// The tool is not on this machine.
    case missing
    /// It cannot read the picture.
    case unreadable
    case file(FileError)
  }

  private let folder: String
  private let source: String

  /// - Parameters:
  ///   - bytes: of the picture.
  ///   - ending: of a file of its format.
  init(_ bytes: [UInt8], ending: String) throws(Flaw) {
    do throws(FileError) {
      folder = try Workshop().path
      source = Path.join(folder, "foto." + ending)
      try FileSystem.write(bytes, to: source)
    } catch { throw .file(error) }
  }

  deinit { try? FileSystem.removeTree(folder) }

  /// A smaller picture.
  ///
  /// - Parameters:
  ///   - width: the most pixels across; one that has fewer keeps them.
  ///   - ending: of its format.
  ///   - quality: 1 to 100, for those that lose something; nil for PNG.
  func smaller(width: Int, ending: String, quality: Int?) async throws(Flaw) -> [UInt8] {
    let name = "ridotta." + ending
    var options = ["strip"]
    if let quality { options.append("Q=\(quality)") }
    if ending == "jpg" { options.append("optimize_coding") }
    if ending == "png" { options.append("compression=9") }
    let outcome = await BoundedTool.run(
      "vipsthumbnail",
      [
        source, "--size", "\(width)x>", "--eprofile", "srgb", "-o",
        Path.join(folder, name) + "[" + options.joined(separator: ",") + "]",
      ],
      // Of what it can read, only what is made to be safe with what strangers send.
      ["VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "2"])
    switch outcome {
    case .missing: throw .missing
    case .refused: throw .unreadable
    case .done: break
    }
    do throws(FileError) {
      return try FileSystem.read(Path.join(folder, name))
    } catch { throw .unreadable }
  }

  /// Whether a picture may be given to the tool: more points no camera of an office makes.
  static func isBounded(_ bytes: [UInt8]) -> Bool {
    guard let size = PictureHeader(bytes).size else { return true }
    return size.width > 0 && size.height > 0 && size.width <= mostPoints / size.height
  }

  private static let mostPoints = 250_000_000
}
