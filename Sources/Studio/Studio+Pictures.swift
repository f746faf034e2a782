import Desk
import Diagnostics
import Files
import Pictures
import Preview
import SocialReport

extension Studio {
  /// Takes a picture in for a page's text, without what it need not tell; nothing that is there is overwritten.
  func takePicture(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, named name: String
  ) async -> PreviewResponse {
    do {
      let shelf = PictureShelf(folder: try await wholeFolder(), desk: desk)
      let arrival = try await shelf.arrival(
        of: visit.request.body, named: name, for: entry.record.path)
      if !arrival.changes.isEmpty { try create(arrival.changes, visit) }
      var json = JSONWriter()
      json.object { json in
        json.member("indirizzo", arrival.address)
        json.member("detto", arrival.told.joined(separator: " "))
      }
      return .file(json.bytes, name: "x.json")
    } catch let flaw as CleanPicture.Flaw {
      return CheckAnswer.failed(flaw.message)
    } catch let error as any ExplainedError {
      return CheckAnswer.failed(error.message)
    } catch {
      return CheckAnswer.failed(Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  private func create(_ changes: [FileChange], _ visit: StudioVisit) throws(DeskError) {
    try closedFolders(visit).check(changes)
    try desk.create(changes.map { (path: $0.path, bytes: $0.new) }, as: ChangeNote(.creation))
  }

  /// All pictures of an edition, with what is said of them where.
  func pictures(
    _ visit: StudioVisit, _ edition: (folder: String, name: String)
  ) async -> PreviewResponse {
    guard let folder = try? await wholeFolder() else { return missing(visit) }
    let shelf = PictureShelf(folder: folder, desk: desk)
    let inside = shelf.pictures.filter {
      edition.folder.isEmpty || $0.path.hasPrefix(edition.folder + "/")
    }
    let view = PicturesPage(
      edition: edition.name, pictures: inside, uses: PictureUses(folder), index: visit.index)
    return page(Shell(title: "Le immagini", edition: edition.name), view.body())
  }

  /// A picture as it is, for the page of all of them; named by what its path is known by, and never run.
  func picture(_ name: String) async -> PreviewResponse? {
    func found(in folder: Folder?) -> Folder.Asset? {
      folder.map { PictureShelf(folder: $0, desk: desk).pictures }?
        .first { PicturesPage.name(of: $0) == name }
    }
    // Each picture of the page asks: the folder that was read last has it, but for what came since.
    let known = found(in: folder())
    let read = known == nil ? found(in: try? await wholeFolder()) : nil
    guard let asset = known ?? read, let bytes = try? desk.read(asset.path) else { return nil }
    return .file(bytes, name: Path.name(of: asset.path))
      .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
}
