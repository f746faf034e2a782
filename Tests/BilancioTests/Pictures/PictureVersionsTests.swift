import Pictures
import Testing

/// The names of what is made of a picture say of which one, of which bytes, and how wide it is.
@Suite struct PictureVersionsTests {
  @Test(arguments: ["2024/1-scuole/immagini/sala.jpg", "sala.jpg", "a/due-parole-2024.png"])
  func `a name is found again by its picture and its mark`(picture: String) throws {
    let whole = PictureVersions.path(of: picture, mark: "0a1b2c3d", width: nil, ending: "jpg")
    let narrow = PictureVersions.path(of: picture, mark: "0a1b2c3d", width: 480, ending: "jpg")
    let all = PictureVersions.among([picture, narrow, whole])
    let found = try #require(all[PictureVersions.key(of: picture)]?["0a1b2c3d"])
    #expect(found.whole == whole)
    #expect(found.narrower.map(\.width) == [480] && found.paths == [whole, narrow])
    #expect(PictureVersions.isVersion(narrow) && !PictureVersions.isVersion(picture))
  }

  @Test(arguments: [
    "immagini/sala-0a1b2c3d.jpg", "ridotte/sala.jpg", "ridotte/0a1b2c3d.jpg",
    "ridotte/sala-0A1B2C3D.jpg", "ridotte/sala-0a1b2c3d-largo.jpg", "ridotte/sala-480.jpg",
    "mieridotte/sala-0a1b2c3d.jpg",
  ])
  func `what has another name is a picture of its own`(path: String) {
    #expect(!PictureVersions.isVersion(path) && PictureVersions.among([path]).isEmpty)
  }

  @Test func `a width of eight digits is no mark`() {
    let all = PictureVersions.among(["ridotte/sala-0a1b2c3d.jpg", "ridotte/sala-12345678.jpg"])
    #expect(all["sala"]?.keys.sorted() == ["0a1b2c3d", "12345678"])
  }
}
