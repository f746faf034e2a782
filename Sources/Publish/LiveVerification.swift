package import Diagnostics
import Files
package import Output

/// Looks at a site from where its readers do, right after it was published.
package struct LiveVerification: Sendable {
  /// An address that answers otherwise than it should.
  package struct Difference: Sendable {
    package let address: String
    package let reason: Phrase
    /// Whether only those who have a password are let in (RFC 9110, 15.5.2).
    package var asksForPassword = false
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
  /// - Throws: `PublishError` where `curl` is not installed, or a file of this machine cannot be read.
  /// - Parameter site: the folder of the site's files.
  package func run(
    _ manifest: Manifest, in site: String, changed: [Manifest.Entry]
  ) async throws(PublishError) -> (count: Int, differences: [Difference]) {
    let entries = try chosen(manifest, in: site, Set(changed))
    var differences: [(Manifest.Entry, Difference)] = []
    var rest = entries
    for attempt in 0..<LiveVerification.attempts where !rest.isEmpty {
      // Whoever ends the program has no need to wait.
      if attempt > 0 { try? await Task.sleep(for: .seconds(attempt)) }
      differences = []
      for entry in rest {
        if let difference = try await difference(entry) { differences.append((entry, difference)) }
      }
      rest = differences.map(\.0)
    }
    return (entries.count, differences.map(\.1))
  }

  private func chosen(
    _ manifest: Manifest, in site: String, _ changed: Set<Manifest.Entry>
  ) throws(PublishError) -> [Manifest.Entry] {
    let map = "sitemap.xml"
    let fixed = ["index.html", map]
    // Pages that only redirect are left out: the server may redirect without them.
    let isThere = manifest.entries.contains { $0.path == map }
    let bytes = try PublishError.wrapping { () throws(FileError) in
      isThere ? try FileSystem.read(Path.join(site, map)) : []
    }
    let listed = Set(
      String(decoding: bytes, as: UTF8.self).matches(of: /<loc>([^<]*)<\/loc>/).map { $0.1 })
    let always = manifest.entries.filter { fixed.contains($0.path) }
    // In the order of their hashes: others each time, and the same for the same site.
    let pages = manifest.entries
      .filter { !fixed.contains($0.path) && listed.contains(address($0)[...]) }
      .sorted { a, b in
        let (first, second) = (changed.contains(a), changed.contains(b))
        return first != second ? first : a.digest < b.digest
      }
    return always + pages.prefix(LiveVerification.others)
      + [Manifest.Entry(path: Manifest.name, bytes: manifest.bytes)]
  }

  /// For curl's own configuration: what is a sign there stays one of the address.
  private static func quoted(_ address: String) -> String {
    let text = address.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + text.filter { !$0.isNewline } + "\""
  }

  private func address(_ entry: Manifest.Entry) -> String {
    base + Path.encoded(PublicationPlan.address(entry.path))
  }

  /// Why an address gives nothing, as reported by curl; nil where it gives something.
  ///
  /// - Parameter status: of HTTP, in digits.
  package static func reason(_ status: String, errors: String, isSuccess: Bool) -> Phrase? {
    guard isSuccess else {
      let words = ToolFailure.shortened(errors.split(whereSeparator: \.isNewline).first ?? "")
      return Phrase(it: "non risponde (\(words))", en: "no answer (\(words))")
    }
    guard status != "200" else { return nil }
    let digits = status.utf8.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
    let known = digits && !status.isEmpty ? String(status.prefix(3)) : "?"
    return Phrase(it: "risponde \(known)", en: "answers \(known)")
  }

  private func difference(_ entry: Manifest.Entry) async throws(PublishError) -> Difference? {
    let address = address(entry)
    let file = Path.join(scratch, "riletto")
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(scratch)
      try FileSystem.removeFile(file)
    }
    // What cannot be removed now is removed before the next use, or reported then.
    defer { try? FileSystem.removeFile(file) }
    let answer = try await Tool.curl.ask(
      [
        // Signs of the address mean nothing more, and no other way is taken than a browser's.
        "--globoff", "--proto", "=http,https", "--silent", "--show-error",
        "--connect-timeout", "20", "--max-time", "60", "--header", "Cache-Control: no-cache",
        "--output", file, "--write-out", "%{http_code}", "--config", "-",
      ],
      // The list of processes shows arguments to everybody.
      input: "url = \(LiveVerification.quoted(address))\n",
      limit: entry.byteCount)
    if let reason = LiveVerification.reason(
      answer.output, errors: answer.errors, isSuccess: answer.isSuccess)
    {
      return Difference(
        address: address, reason: reason,
        asksForPassword: answer.isSuccess && answer.output.hasPrefix("401"))
    }
    let digest = try PublishError.wrapping { () throws(FileError) -> String? in
      // Of an empty answer there is no file.
      guard try FileSystem.found(file) != nil else { return Manifest.digest(of: []) }
      return try Manifest.digest(ofFile: file)
    }
    guard digest == entry.digest else {
      return Difference(
        address: address,
        reason: Phrase(
          it: "non dà quello che è stato pubblicato", en: "does not give what was published"))
    }
    return nil
  }
}
