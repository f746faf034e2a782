import Content
import Desk
import Diagnostics
import Files
import Pictures
import Scaffolding
import SocialReport

/// A photograph that comes by itself: it goes beside the texts, and somebody puts it into one with its description.
struct PhotographImport {
  private let photograph: Photograph
  private let name: String

  /// Nil for what is no picture.
  ///
  /// - Throws: `PictureRefusal` for one that nothing here can read.
  init?(_ bytes: [UInt8], named name: String) async throws {
    do throws(CleanPicture.Flaw) {
      photograph = try await Photograph(bytes)
    } catch {
      switch error {
      case .noPicture: return nil
      case .otherFormat("PDF"): return nil
      case .otherFormat, .broken: throw PictureRefusal.unreadable(name)
      }
    }
    self.name = name
  }

  func imported(into place: RecordPlace, _ wishes: ImportWishes) -> Imported {
    let objective = wishes.objective.flatMap { try? place.outline.objective($0, in: place.edition) }
    let home = objective.flatMap { place.outline.home(of: $0) } ?? place.home
    let stem = Slug.ofName(Path.withoutEnding(Path.name(of: name)))
    let folder = Path.join(home, "immagini")
    let known = SameFile.path(of: photograph.clean.bytes, in: folder, below: place.root)
    let path =
      known
      ?? place.outline.freePath(
        stem.isEmpty ? "immagine" : stem, ending: "." + photograph.clean.format.ending, in: folder)
    let address = "immagini/" + Path.name(of: path)
    var remarks = [
      Phrase(
        it:
          "per metterla in un testo di questa cartella: `![che cosa mostra](\(address) \"Didascalia. Foto: chi\")`",
        en:
          "to put it into a text of this folder: `![what it shows](\(address) \"Caption. Photo: who\")`"
      )
    ]
    if photograph.clean.hadPlace {
      remarks.append(
        Phrase(
          it: "ho tolto dal file il luogo dove è stata scattata",
          en: "the place where it was taken is gone from the file"))
    }
    return Imported(
      kind: .context, paths: [path],
      changes: known == nil ? [FileChange(path: path, old: [], new: photograph.clean.bytes)] : [],
      summary: known == nil
        ? Phrase(it: "una foto, in `\(path)`", en: "a photograph, in `\(path)`")
        : Phrase(
          it: "niente: la foto c'è già, in `\(path)`",
          en: "nothing: the photograph is there already, `\(path)`"),
      account: Phrase(
        it:
          "\(photograph.clean.width) × \(photograph.clean.height) punti, \((photograph.clean.bytes.count + 500) / 1000) kB",
        en:
          "\(photograph.clean.width) × \(photograph.clean.height) pixels, \((photograph.clean.bytes.count + 500) / 1000) kB"
      ),
      remarks: remarks)
  }
}
