import Files

/// LibreOffice at work on what only it reads.
enum LibreOffice {
  /// Files in another form.
  ///
  /// - Parameters:
  ///   - files: the bytes of each, all of one form.
  ///   - ending: of that form, which nobody else has named.
  ///   - wanted: of the other.
  /// - Returns: how it ended, and the bytes of each file; nil for one of which nothing came.
  static func turned(
    _ files: [[UInt8]], from ending: String, to wanted: String
  ) async throws(FileError) -> (outcome: BoundedTool.Outcome, files: [[UInt8]?]) {
    let workshop = try Workshop()
    let folder = workshop.path
    func name(_ number: Int, _ ending: String) -> String {
      Path.join(folder, "documento\(number)." + ending)
    }
    do throws(FileError) {
      for (number, bytes) in files.enumerated() {
        try FileSystem.write(bytes, to: name(number, ending))
      }
    } catch {
      workshop.remove()
      throw error
    }
    // A profile of its own: no macro, no setting and no lock of anybody's; nothing is fetched from anywhere.
    let outcome = await BoundedTool.run(
      "soffice",
      [
        "--headless", "--norestore", "-env:UserInstallation=file://\(folder)/profilo",
        "--convert-to", wanted, "--outdir", folder,
      ] + files.indices.map { name($0, ending) },
      [
        "HOME": folder, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
      ])
    let made = files.indices.map { number -> [UInt8]? in
      guard outcome == .done, let bytes = try? FileSystem.read(name(number, wanted)), !bytes.isEmpty
      else { return nil }
      return bytes
    }
    workshop.remove()
    return (outcome, made)
  }
}
