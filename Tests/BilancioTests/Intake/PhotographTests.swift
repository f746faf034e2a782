import Files
import Foundation
import Pictures
import Testing

@testable import Intake

/// Photographs as phones and offices have them become what a page can show, and stay as they are.
@Suite(.enabled(if: Program.isInstalled("vipsthumbnail"))) struct PhotographTests {
  /// A picture with fine lines, which weighs, made by the tool's own library.
  private static func picture(
    _ ending: String, width: Int = 2400, height: Int = 1800, options: String = ""
  ) throws -> [UInt8] {
    let scratch = try Scratch()
    let path = scratch.folder.appending(path: "foto.\(ending)").path
    let noise = scratch.folder.path
    let run = try Program.shell(
      """
      set -e; cd \(noise)
      vips perlin a.v \(width) \(height) --cell-size 32 --seed 1
      vips perlin b.v \(width) \(height) --cell-size 64 --seed 2
      vips gaussnoise g.v \(width) \(height) --sigma 20 --seed 3
      vips linear a.v l.v 100 128; vips add l.v g.v s.v; vips linear b.v m.v 100 128
      vips bandjoin "s.v m.v s.v" t.v; vips cast t.v u.v uchar
      vips copy u.v v.v --interpretation srgb
      vips copy v.v \(path)\(options)
      """)
    try #require(run.status == 0, "\(run.errors)")
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// The same with what a phone writes: to be turned by a quarter, and where it was taken.
  private static func fromPhone(_ jpeg: [UInt8]) -> [UInt8] {
    let entries: [UInt8] =
      [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0] + [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]
    let content =
      Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 2, 0] + entries + [0, 0, 0, 0]
      + [1, 0, 1, 0, 2, 0, 2, 0, 0, 0, 0x4E, 0, 0, 0, 0, 0, 0, 0]
    let length = content.count + 2
    return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content
      + jpeg[2...]
  }

  @Test func `a photograph of a phone is turned, light, without its place, in three widths`()
    async throws
  {
    let given = PhotographTests.fromPhone(try PhotographTests.picture("jpg", options: "[Q=95]"))
    #expect(given.count > 900_000 && PictureHeader(given).hasPlace)
    let made = try await Photograph.versions(of: given, at: "immagini/sala.jpg")
    #expect(made.count == 3)
    let sizes = made.compactMap { PictureHeader($0.bytes).size }
    #expect(sizes.map(\.width) == [1600, 480, 960] && sizes.allSatisfy { $0.height > $0.width })
    for (path, bytes) in made {
      #expect(bytes.count <= 300_000 && PictureVersions.isVersion(path), "\(path)")
      let clean = try CleanPicture(bytes)
      #expect(!clean.hadPlace && !clean.hadMore, "\(path)")
    }
    // Made once.
    let known = Set(made.map(\.path))
    #expect(
      try await Photograph.versions(of: given, at: "immagini/sala.jpg", isKnown: known.contains)
        .isEmpty)
  }

  @Test func `what is light and narrow is shown as it is`() async throws {
    let small = try PhotographTests.picture("jpg", width: 400, height: 300)
    #expect(try await Photograph.versions(of: small, at: "a.jpg").isEmpty)
    #expect(try await Photograph.versions(of: Array("%PDF".utf8), at: "a.pdf").isEmpty)
  }

  @Test func `a photograph in the format of a telephone becomes one that browsers show`()
    async throws
  {
    let given = try PhotographTests.picture("heic", options: "[compression=av1]")
    // The same container with the mark that telephones write.
    let photograph = try await Photograph(given)
    #expect(photograph.turned == "HEIC" || photograph.turned == "AVIF")
    #expect(photograph.clean.format == .jpeg && photograph.clean.bytes.count <= 300_000)
  }

  @Test func `a damaged picture, and one of a billion points, are refused`() async throws {
    let whole = try PhotographTests.picture("jpg")
    await #expect(throws: CleanPicture.Flaw.self) {
      _ = try await Photograph(Array(whole.prefix(5000)))
    }
    // The header of a PNG of 100,000 by 100,000.
    let vast: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0, 8, 2, 0, 0, 0]
    #expect(try await Photograph.versions(of: vast, at: "a.png").isEmpty)
  }

  @Test func `the command makes what is missing, leaves the rest, and the page shows it`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    let pictures = content.appending(path: "2021/1-scuole/immagini")
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    let given = PhotographTests.fromPhone(try PhotographTests.picture("jpg", options: "[Q=95]"))
    try Data(given).write(to: pictures.appending(path: "sala.jpg"))
    try Data(try PhotographTests.picture("heic", options: "[compression=av1]")).write(
      to: pictures.appending(path: "sala.heic"))
    try Data("rotta".utf8).write(to: pictures.appending(path: "rotta.jpg"))
    let page = content.appending(path: "2021/1-scuole/1-nuova-mensa.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data(
      (text + "\n\n![La sala](immagini/sala.jpg)\n\n![Di sera](immagini/sala.heic)\n").utf8
    ).write(to: page)

    func run(_ words: String...) throws -> Program.Outcome {
      try Program.run(words + ["--lingua", "it"], in: scratch.folder)
    }
    #expect(try run("controlla").errors.contains("bilancio immagini"))
    let trial = try run("immagini", "--prova")
    #expect(trial.errors.contains("6 versioni"))
    #expect(try tree(pictures).count == 3)
    let first = try run("immagini")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.split(separator: "\n").count == 6, "\(first.output)")
    #expect([UInt8](try Data(contentsOf: pictures.appending(path: "sala.jpg"))) == given)
    #expect(try run("immagini").output.isEmpty)

    try FileManager.default.removeItem(at: pictures.appending(path: "rotta.jpg"))
    let built = try run("costruisci")
    #expect(built.status == 0 && !built.errors.contains("avviso"), "\(built.errors)")
    let html = try String(
      contentsOf: scratch.folder.appending(path: "output/2021/scuole/nuova-mensa/index.html"),
      encoding: .utf8)
    let lists = /srcset="[^"]+-480\.jpg 480w, [^"]+-960\.jpg 960w, [^"]+ 1600w"/
    #expect(html.matches(of: lists).count == 2)
    let published = try tree(scratch.folder.appending(path: "output")).keys
    #expect(published.filter { $0.contains("ridotte/") }.count == 6)
    #expect(!published.contains { $0.hasSuffix("immagini/sala.jpg") || $0.hasSuffix(".heic") })

    // Another picture under the name: what was made of the first goes, that of its neighbour stays.
    try Data(
      PhotographTests.fromPhone(
        try PhotographTests.picture("jpg", width: 2000, options: "[Q=95]"))
    ).write(
      to: pictures.appending(path: "sala.jpg"))
    #expect(try run("controlla").errors.contains("immagine-pesante"))
    let again = try run("immagini")
    #expect(again.output.split(separator: "\n").count == 3)
    #expect(again.errors.split(separator: "\n").filter { $0.hasPrefix("tolta") }.count == 3)
    #expect(try tree(pictures.appending(path: "ridotte")).count == 6)
    let checked = try run("controlla")
    #expect(!checked.errors.contains("avviso"), "\(checked.errors)")
  }
}
