import Content
import Diagnostics
import Files
import Scaffolding
import SocialReport

/// What a command writes of it.
extension RecordPlace {
  /// Makes new files, and tells their paths.
  func create(_ new: [ProjectFile]) throws {
    let paths = new.map { Path.join(root, $0.path) }
    do throws(FileError) {
      try FileSystem.create(
        zip(paths, new).map { (path: $0, bytes: Array($1.text.utf8)) })
    } catch { throw Failure(error, Speech.language) }
    for path in paths { Terminal.output(path) }
    Terminal.error(
      Speech.say(
        "Adesso riempi i campi vuoti: la riga sopra ciascuno dice che cosa ci va.",
        "Now fill the empty fields: the line above each tells what goes there."))
  }

  /// Adds an entry to the register that the edition reads, or begins one.
  func add(_ entry: RegisterEntry) throws {
    guard let path = outline.files(of: entry.kind, in: edition).last else {
      return try create([files.register(entry.kind, [entry], in: home)])
    }
    let file = Path.join(root, path)
    do {
      let old = try ReadableFile(file).bytes(atMost: Content.maximumBytes)
      let addition = try RegisterAddition(of: entry, to: old, name: file, language)
      try FileSystem.replace(file, with: addition.bytes)
    } catch let error as any ExplainedError {
      throw Failure(error, Speech.language)
    }
    Terminal.output(file)
    Terminal.error(
      Speech.say(
        "Nei testi e nei campi si richiama con `\(entry.id)`.",
        "Texts and fields refer to it by `\(entry.id)`."))
  }
}
