package import Diagnostics
import Files
package import Output

/// Looks at a site from where its readers do, right after it was published.
package struct ReadBack: Sendable {
  /// An address that answers otherwise than it should.
  package struct Difference: Sendable {
    package let address: String
    package let reason: Phrase
  }

  /// Absolute, and ending in `/`.
  let base: String
  /// A folder of this machine for what is fetched.
  let scratch: String

  package init(base: String, scratch: String) { (self.base, self.scratch) = (base, scratch) }

  private static let others = 10
  /// How often what differs is asked again: caches and switches take a moment.
  private static let attempts = 3

  /// The first page, some others, those that changed before those that did not, the sitemap and the manifest.
  ///
  /// - Returns: the addresses that were looked at, and those that differ.
  /// - Throws: `PublishError` where `curl` is not installed.
  package func run(
    _ manifest: Manifest, changed: [Manifest.Entry]
  ) async throws(PublishError) -> (count: Int, differences: [Difference]) {
    let entries = chosen(manifest, Set(changed))
    var differences: [(Manifest.Entry, Difference)] = []
    var rest = entries
    for attempt in 0..<ReadBack.attempts where !rest.isEmpty {
      if attempt > 0 { try? await Task.sleep(for: .seconds(attempt)) }
      differences = []
      for entry in rest {
        if let difference = try await difference(entry) { differences.append((entry, difference)) }
      }
      rest = differences.map(\.0)
    }
    return (entries.count, differences.map(\.1))
  }

  private func chosen(_ manifest: Manifest, _ changed: Set<Manifest.Entry>) -> [Manifest.Entry] {
    let fixed = ["index.html", "sitemap.xml"]
    let always = manifest.entries.filter { fixed.contains($0.path) }
    // In the order of their hashes: others each time, and the same for the same site.
    let pages = manifest.entries
      .filter { Plan.isPage($0.path) && !fixed.contains($0.path) && $0.path != "404.html" }
      .sorted { a, b in
        let (first, second) = (changed.contains(a), changed.contains(b))
        return first != second ? first : a.digest < b.digest
      }
    return always + pages.prefix(ReadBack.others)
      + [Manifest.Entry(path: Manifest.name, bytes: manifest.bytes)]
  }

  private func difference(_ entry: Manifest.Entry) async throws(PublishError) -> Difference? {
    let address = base + Path.encoded(Plan.address(entry.path))
    let file = Path.join(scratch, "riletto")
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(scratch)
      try FileSystem.removeFile(file)
    }
    defer { try? FileSystem.removeFile(file) }
    let answer = try await Tool.curl.ask([
      "--silent", "--show-error", "--max-time", "30", "--header", "Cache-Control: no-cache",
      "--output", file, "--write-out", "%{http_code}", address,
    ])
    let status = answer.output
    guard answer.isSuccess else {
      let words = answer.errors.split(whereSeparator: \.isNewline).last.map(String.init) ?? "?"
      return Difference(
        address: address, reason: Phrase(it: "non risponde (\(words))", en: "no answer (\(words))"))
    }
    guard status == "200" else {
      return Difference(
        address: address, reason: Phrase(it: "risponde \(status)", en: "answers \(status)"))
    }
    guard let bytes = try? FileSystem.read(file), Manifest.digest(of: bytes) == entry.digest else {
      return Difference(
        address: address,
        reason: Phrase(
          it: "non dà quello che è stato pubblicato", en: "does not give what was published"))
    }
    return nil
  }
}
