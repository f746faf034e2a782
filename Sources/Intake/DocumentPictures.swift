import Content
import Desk
import Diagnostics
import Files
import Office
import Pictures
import Scaffolding

/// The pictures of a document, written beside the texts that name them.
struct DocumentPictures {
  /// The document's name.
  private let document: String
  /// What pages show of each part.
  private let shown: [String: Shown]
  /// The formats of all others, which pages do not show: `BMP`.
  private let formats: [String: String]
  private(set) var remarks: [Phrase] = []
  /// Where each part was written, by the folder.
  private var paths: [String: [String: String]] = [:]
  /// How often a name was given in a folder: many pictures have one description.
  private var given: [String: Int] = [:]
  private var told: Set<String> = []

  private struct Shown {
    let bytes: [UInt8]
    let ending: String
    var hadPlace = false
    /// The format that it came in, where pages show none of it: `TIFF`.
    var format: String?
    /// Whether it was of several frames.
    var moves = false
  }

  init(_ text: OfficeText, of package: OfficePackage, document: String) async throws {
    self.document = document
    var shown: [String: Shown] = [:]
    var formats: [String: String] = [:]
    var vectors: [VectorPicture: [(part: String, bytes: [UInt8])]] = [:]
    for part in Set(text.pictures.map(\.part)).sorted() {
      let bytes = try package.bytes(of: part)
      if let form = VectorPicture(of: bytes) {
        vectors[form, default: []].append((part, bytes))
        formats[part] = form.rawValue.uppercased()
      } else if let photograph = try? await Photograph(bytes) {
        shown[part] = Shown(
          bytes: photograph.clean.bytes, ending: photograph.clean.format.ending,
          hadPlace: photograph.clean.hadPlace, format: photograph.turned,
          moves: photograph.turned == "GIF" && bytes.ranges(of: GIFFrame.control).count > 1)
      } else {
        formats[part] = Path.ending(of: part).uppercased()
      }
    }
    for (form, pictures) in vectors {
      let made = await VectorPicture.drawings(of: pictures.map(\.bytes), form)
      for (picture, drawing) in zip(pictures, made) {
        guard let drawing else { continue }
        shown[picture.part] = Shown(
          bytes: drawing, ending: "svg", format: formats.removeValue(forKey: picture.part))
      }
    }
    (self.shown, self.formats) = (shown, formats)
  }

  /// Parts that hold pictures which pages do not show.
  var unshown: Set<String> { Set(formats.keys) }

  /// Writes those of a text beside the file that it goes into.
  ///
  /// - Parameter isAgain: whether the document came before, and they may be there.
  /// - Returns: how the text names each, by its part.
  mutating func names(
    in text: OfficeText, beside file: String, isAgain: Bool, _ place: RecordPlace,
    _ revision: inout Revision
  ) throws -> [String: String] {
    let folder = Path.join(Path.folder(of: file), "immagini")
    let stem = Slug.ofName(Path.withoutEnding(Path.name(of: document)))
    var known = paths[folder] ?? [:]
    for picture in text.pictures where known[picture.part] == nil {
      guard let shown = shown[picture.part] else {
        tell(unshown: picture)
        continue
      }
      let words =
        picture.description.isEmpty
        ? "\(stem)-\(known.count + 1)" : Slug.make(String(picture.description.prefix(40)))
      let there = isAgain ? SameFile.path(of: shown.bytes, in: folder, below: place.root) : nil
      let path =
        there ?? freePath(words, shown.ending, in: folder, place, revision)
      if there == nil { revision.begin(path, shown.bytes) }
      known[picture.part] = path
      tell(picture, shown, Path.name(of: path))
    }
    paths[folder] = known
    return known.mapValues { "immagini/" + Path.name(of: $0) }
  }

  private mutating func tell(unshown picture: OfficeText.Picture) {
    guard told.insert(picture.part).inserted, let name = formats[picture.part] else { return }
    let isVector = VectorPicture(rawValue: name.lowercased()) != nil
    let words =
      picture.description.isEmpty ? "`\(Path.name(of: picture.part))`" : "«\(picture.description)»"
    let (stays, remains) =
      picture.description.isEmpty
      ? ("resta fuori", "it stays out")
      : ("al suo posto resta la descrizione", "its description stands in its place")
    let (here, there) =
      isVector
      ? (
        ", o installa LibreOffice Draw (`sudo apt install libreoffice-draw-nogui`) e importa di nuovo",
        ", or install LibreOffice Draw (`sudo apt install libreoffice-draw-nogui`) and import again"
      ) : ("", "")
    remarks.append(
      Phrase(
        it:
          "l'immagine \(words) è \(name), che le pagine non mostrano: \(stays); nel documento salvala come PNG\(here)",
        en:
          "the picture \(words) is \(name), which pages do not show: \(remains); save it as PNG in the document\(there)"
      ))
  }

  private mutating func tell(_ picture: OfficeText.Picture, _ shown: Shown, _ name: String) {
    if let format = shown.format {
      let more =
        shown.ending == "svg"
        ? Phrase(
          it: "; l'ha disegnata LibreOffice: guardala accanto al documento",
          en: "; LibreOffice drew it: look at it beside the document")
        : shown.moves
          ? Phrase(
            it: "; si muoveva, e ne resta il primo quadro",
            en: "; it moved, and its first frame stays"
          ) : Phrase(it: "", en: "")
      remarks.append(
        Phrase(
          it: "l'immagine `\(name)` era \(format), che le pagine non mostrano\(more.italian)",
          en: "the picture `\(name)` was \(format), which pages do not show\(more.english)"))
    }
    if shown.hadPlace {
      remarks.append(
        Phrase(
          it: "dall'immagine `\(name)` ho tolto il luogo dove è stata scattata",
          en: "the place where the picture `\(name)` was taken is gone from it"))
    }
    if picture.description.isEmpty, !picture.isDecoration {
      remarks.append(
        Phrase(
          it:
            "l'immagine `\(name)` non ha una descrizione per chi non la vede: scrivila tra le parentesi quadre",
          en:
            "the picture `\(name)` has no description for those who do not see it: write it in the brackets"
        ))
    }
  }

  /// A name that neither the folder has nor what is about to be written.
  private mutating func freePath(
    _ stem: String, _ ending: String, in folder: String, _ place: RecordPlace, _ revision: Revision
  ) -> String {
    let key = Path.join(folder, stem)
    while true {
      let number = (given[key] ?? 0) + 1
      given[key] = number
      let path = place.outline.freePath(
        number == 1 ? stem : "\(stem)-\(number)", ending: "." + ending, in: folder)
      if (try? revision.bytes(of: path)) == nil { return path }
    }
  }
}

private enum GIFFrame {
  /// What each frame of a picture that moves begins with (GIF89a, 23: Graphic Control Extension).
  static let control: [UInt8] = [0x21, 0xF9, 0x04]
}

extension OfficeText {
  fileprivate var pictures: [Picture] {
    (blocks + noteNumbers(of: blocks).flatMap { notes[$0] }).paragraphs.flatMap { paragraph in
      paragraph.runs.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
    }
  }

  /// The notes to which blocks refer, and those to which these do, each once.
  func noteNumbers(of blocks: [Block]) -> [Int] {
    var (found, seen, next): ([Int], Set<Int>, Int) = ([], [], 0)
    func add(_ blocks: [Block]) {
      for paragraph in blocks.paragraphs {
        for case .note(let number) in paragraph.runs where seen.insert(number).inserted {
          found.append(number)
        }
      }
    }
    add(blocks)
    while next < found.count {
      add(notes[found[next]])
      next += 1
    }
    return found
  }
}
