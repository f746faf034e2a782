import Content
import Desk
import Diagnostics
import Files
import Office
import Pictures
import Scaffolding

/// The pictures of a document, written beside the texts that name them.
struct DocumentPictures {
  private let package: OfficePackage
  /// The document's name.
  private let document: String
  /// Parts that hold pictures which browsers do not show.
  private(set) var unshown: Set<String> = []
  private(set) var remarks: [Phrase] = []
  /// Where each part was written, by the folder.
  private var paths: [String: [String: String]] = [:]

  init(_ package: OfficePackage, document: String) {
    (self.package, self.document) = (package, document)
  }

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
      guard !unshown.contains(picture.part) else { continue }
      let bytes = try package.bytes(of: picture.part)
      do throws(CleanPicture.Flaw) {
        let clean = try CleanPicture(bytes)
        let words =
          picture.description.isEmpty
          ? "\(stem)-\(known.count + 1)" : Slug.make(String(picture.description.prefix(40)))
        let there = isAgain ? SameFile.path(of: clean.bytes, in: folder, below: place.root) : nil
        let path =
          there
          ?? DocumentPictures.freePath(words, clean.format.ending, in: folder, place, revision)
        if there == nil { revision.begin(path, clean.bytes) }
        known[picture.part] = path
        tell(picture, clean, Path.name(of: path))
      } catch { unshown.insert(picture.part) }
    }
    paths[folder] = known
    return known.mapValues { "immagini/" + Path.name(of: $0) }
  }

  private mutating func tell(_ picture: OfficeText.Picture, _ clean: CleanPicture, _ name: String) {
    if clean.hadPlace {
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
  private static func freePath(
    _ stem: String, _ ending: String, in folder: String, _ place: RecordPlace, _ revision: Revision
  ) -> String {
    var number = 1
    while true {
      let path = place.outline.freePath(
        number == 1 ? stem : "\(stem)-\(number)", ending: "." + ending, in: folder)
      if (try? revision.bytes(of: path)) == nil { return path }
      number += 1
    }
  }
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
