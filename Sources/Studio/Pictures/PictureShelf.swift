import Attachments
import Content
import Desk
import Diagnostics
import Files
import Intake
import Pictures
import Scaffolding

/// The pictures among the texts, and what becomes of one that is sent.
struct PictureShelf {
  /// What is to be written for a picture, and what is to be known of it.
  struct Arrival {
    /// As the text names it: `immagini/sala.jpg`.
    let address: String
    /// The picture, and what pages show of it; none where the same picture is there already.
    let changes: [FileChange]
    let told: [String]
  }

  let folder: Folder
  let desk: Desk

  var pictures: [Folder.Asset] {
    folder.assets.filter {
      FileKind.all[Path.ending(of: $0.path)]?.isPicture == true
        && !PictureVersions.isVersion($0.path)
    }
  }

  /// - Parameters:
  ///   - name: of the file that was sent.
  ///   - path: of the file whose text it is for.
  func arrival(
    of bytes: [UInt8], named name: String, for path: String
  ) async throws(CleanPicture.Flaw) -> Arrival {
    let photograph = try await Photograph(bytes)
    let picture = photograph.clean
    var told: [String] = []
    if let format = photograph.turned {
      told.append(
        "Era in formato \(format), che i browser non mostrano: ne ho fatta una copia in JPEG.")
    } else if picture.hadPlace {
      told.append(
        "Ho tolto dal file il luogo dove è stata scattata e gli altri dati della fotocamera.")
    } else if picture.hadMore {
      told.append("Ho tolto dal file i dati della fotocamera e dei programmi.")
    }
    let home = Path.folder(of: path)
    if let same = same(as: picture) {
      told.append("C'era già la stessa immagine, \(same): uso quella.")
      return Arrival(address: PictureShelf.address(of: same, from: home), changes: [], told: told)
    }
    var taken = Set(
      folder.assets.map { Path.withoutEnding($0.path).lowercased() }
        + folder.texts.map { Path.withoutEnding($0.path).lowercased() })
    let stem = Slug.ofName(Path.withoutEnding(Path.name(of: name)))
    let free = FreeName.of(
      Path.join(Path.join(home, "immagini"), stem.isEmpty ? "immagine" : stem), among: &taken)
    let new = "\(free).\(picture.format.ending)"
    let versions = await photograph.versions(at: new)
    if let shown = versions.first, shown.bytes.count < picture.bytes.count {
      told.append(
        "Pesa \(PictureSizeWords.of(picture.bytes.count)): nelle pagine va una copia più leggera, la più grande di \(PictureSizeWords.of(shown.bytes.count))."
      )
    } else if picture.bytes.count > PictureHeader.largestFile {
      told.append(
        "Pesa \(PictureSizeWords.of(picture.bytes.count)): chi legge col telefono aspetta. Se puoi, riducila a 1600 punti di larghezza."
      )
    }
    return Arrival(
      address: PictureShelf.address(of: new, from: home),
      changes: [FileChange(path: new, old: [], new: picture.bytes)]
        + versions.map { FileChange(path: $0.path, old: [], new: $0.bytes) }, told: told)
  }

  /// The file that holds the same picture, with or without what its camera wrote beside it.
  private func same(as picture: CleanPicture) -> String? {
    pictures.first { asset in
      // What cameras write is seldom more.
      asset.byteCount >= picture.bytes.count && asset.byteCount < picture.bytes.count + 1 << 20
        && PictureHeader(asset.head).size.map { $0 == (picture.width, picture.height) } == true
        && (try? desk.read(asset.path)).flatMap { try? CleanPicture($0) }?.bytes == picture.bytes
    }?.path
  }

  /// A path as a text of a folder names it.
  static func address(of path: String, from folder: String) -> String {
    var (steps, home) = (path.split(separator: "/")[...], folder.split(separator: "/")[...])
    while let step = home.first, steps.count > 1, steps.first == step {
      (steps, home) = (steps.dropFirst(), home.dropFirst())
    }
    return (home.map { _ in ".." } + steps.map(String.init)).joined(separator: "/")
  }
}

/// How large a file is, in words.
enum PictureSizeWords {
  static func of(_ count: Int) -> String {
    guard count >= 1_000_000 else { return "\(max(1, (count + 500) / 1000)) kB" }
    let tenths = (count + 50_000) / 100_000
    return "\(tenths / 10),\(tenths % 10) MB"
  }
}

extension CleanPicture.Flaw {
  var message: Phrase {
    switch self {
    case .otherFormat(let name):
      Phrase(
        it: "il file è un \(name): aprilo con un programma di immagini e salvalo in JPEG o in PNG",
        en: "the file is a \(name): open it with a program for pictures and save it as JPEG or PNG")
    case .noPicture:
      Phrase(
        it: "il file non è un'immagine: vanno bene JPEG, PNG e WebP",
        en: "the file is no picture: JPEG, PNG and WebP will do")
    case .broken:
      Phrase(
        it: "l'immagine è rovinata o finisce a metà: copiala di nuovo da dove viene",
        en: "the picture is damaged or ends too soon: copy it again from where it comes")
    }
  }
}
