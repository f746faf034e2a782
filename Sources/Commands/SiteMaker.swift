import Content
import Diagnostics
import Files
import Output
import Pipeline
import SocialReport
import Theme

/// Makes a site of the folders that the user names.
struct SiteMaker: Sendable {
  let source: SourceOptions
  let pipeline: Pipeline

  init(_ source: SourceOptions, _ pipeline: Pipeline) {
    self.source = source
    var pipeline = pipeline
    pipeline.language = source.statedLanguage
    self.pipeline = pipeline
  }

  /// - Throws: `Failure` where there is no folder, or it cannot be read.
  func make() async throws -> (draft: SiteDraft, times: Pipeline.Times) {
    let start = ContinuousClock.now
    let stated = source.statedLanguage ?? .italian
    let content = try await readContent(stated)
    let afterRead = ContinuousClock.now
    do {
      var (draft, times) = try await pipeline.draft(of: content, theme: readTheme)
      times.read = (afterRead - start).seconds
      return (draft, times)
    } catch let error as Pipeline.UnknownEdition {
      let names = error.known.joined(separator: ", ")
      throw Failure(
        Phrase(it: "l'edizione \(error.name) non c'è", en: "there is no edition \(error.name)"),
        help: Phrase(it: "ci sono: \(names)", en: "there are: \(names)"), stated)
    }
  }

  // Folders

  /// The folder of the texts, without a `/` at its end.
  var contentRoot: String {
    let path = source.content
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Where themes are looked for, by the name or the path that was given.
  func themeCandidates(_ name: String) -> [String] {
    let beside = Path.join(Path.parent(of: contentRoot) ?? ".", "themes")
    return name.contains("/") ? [name] : ["themes/" + name, Path.join(beside, name), name]
  }

  /// The folders that a change of which may change the site.
  ///
  /// - Parameter draft: what they last came to.
  func roots(_ draft: SiteDraft?) -> [String] {
    let name = source.theme ?? draft?.report?.site.theme?.value ?? "comune"
    let themes = draft?.themeRoot.map { [$0] } ?? themeCandidates(name)
    return [contentRoot] + themes + (draft?.libraryRoot.map { [$0] } ?? [])
  }

  private func readContent(_ language: Language) async throws -> Folder {
    try await SiteMaker.read(
      try contentFolder(language), Content.textEndings, Content.maximumBytes, language)
  }

  /// - Throws: `Failure` where the folder of the texts is not there.
  func contentFolder(_ language: Language) throws -> String {
    guard try FileSystem.found(contentRoot)?.kind == .folder else {
      throw Failure(
        Phrase(
          it: "qui non c'è la cartella `\(contentRoot)`",
          en: "there is no folder `\(contentRoot)` here"),
        help: Phrase(
          it: "vai nella cartella del progetto, oppure di' dove sono i testi con `--content`",
          en: "go to the project's folder, or say where the texts are with `--content`"), language)
    }
    return contentRoot
  }

  private func readTheme(_ site: SiteInfo, _ language: Language) async throws -> Folder {
    let name = source.theme ?? site.theme?.value ?? "comune"
    let candidates = themeCandidates(name)
    let found = try candidates.first { candidate in
      try FileSystem.found(candidate)?.kind == .folder
    }
    guard let found else {
      let known = (try? FileSystem.names(in: "themes")) ?? []
      var failure = Failure(
        Phrase(it: "il tema `\(name)` non c'è", en: "there is no theme `\(name)`"),
        help: NearMiss.help(for: name, among: known)
          ?? Phrase(
            it:
              "di' dov'è con `--theme CARTELLA` (cercato in: \(candidates.joined(separator: ", ")))",
            en: "say where it is with `--theme FOLDER` (looked for at: "
              + "\(candidates.joined(separator: ", ")))"), language)
      failure.missing = candidates
      throw failure
    }
    let folder = try await SiteMaker.readWhole(found, language)
    let library = Theme.libraryPath(of: folder)
    guard library != Theme.usualLibraryPath else { return folder }
    // A municipality may keep the design system elsewhere.
    let path = Path.join(found, library)
    let elsewhere =
      try FileSystem.found(path)?.kind == .folder
      ? await SiteMaker.readWhole(path, language)
      : Folder(root: path, texts: [], assets: [])
    return folder.mounting(elsewhere, at: Theme.usualLibraryPath)
  }

  /// A theme's files have a hash of all their bytes in their addresses.
  private static func readWhole(_ path: String, _ language: Language) async throws -> Folder {
    try await read(path, Theme.textEndings, Theme.maximumBytes, readsWhole: true, language)
  }

  private static func read(
    _ path: String, _ endings: Set<String>, _ textLimit: Int, readsWhole: Bool = false,
    _ language: Language
  ) async throws -> Folder {
    do {
      return try await Folder.read(
        path, textEndings: endings, textLimit: textLimit, readsWhole: readsWhole)
    } catch let error as FileError {
      throw Failure(error, language)
    }
  }
}
