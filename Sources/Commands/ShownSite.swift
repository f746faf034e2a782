import Content
import Diagnostics
import Facts
import Files
import Pipeline
import Preview
import Site
import SocialReport
import Synchronization

/// The site of a project as it is now, made anew with every change: for the preview and the studio.
struct ShownSite: Sendable {
  let maker: SiteMaker
  /// Of messages at the terminal.
  let language: Language
  private let stated: Language?
  private let lastFolder = LastFolder()

  /// - Parameters:
  ///   - isPreview: whether it is shown at this machine's own address, with what a preview adds.
  ///   - needsContent: whether the folder of the texts must be there.
  /// - Throws: `Failure` for what is wrong with the command itself, before a server is there.
  init(
    _ source: SourceOptions, edition: String?, isPreview: Bool, hasDrafts: Bool,
    needsContent: Bool = true
  ) throws {
    var pipeline = Pipeline()
    pipeline.edition = edition
    pipeline.includesDrafts = isPreview && hasDrafts
    pipeline.baseURL = { isPreview ? SiteContext.root(of: $0.baseURL.value) : $0.baseURL.value }
    pipeline.purpose = isPreview ? .preview : .publication
    pipeline.decodedTexts = DecodedTexts()
    pipeline.lastDraft = LastDraft()
    let lastTheme = LastTheme()
    pipeline.compileTheme = { try await lastTheme.theme(of: $0, for: $1) }
    maker = SiteMaker(source, pipeline)
    stated = source.statedLanguage
    language = stated ?? .italian
    if needsContent { _ = try maker.contentFolder(language) }
  }

  var settings: Preview.Settings {
    var settings = Preview.Settings(
      kinds: FileKinds(
        edition: EntityKind.edition.statement, achievement: EntityKind.achievement.statement))
    settings.axePaths = maker.axePaths
    return settings
  }

  @Sendable private func make() async -> Made {
    await ShownSite.make(maker, with: [:], of: nil) { lastFolder.keep($0) }
  }

  /// The folder of the texts as it was read last; nil where it was not yet.
  var folder: @Sendable () -> Folder? {
    let lastFolder = lastFolder
    return { lastFolder.folder }
  }

  /// Makes the site as it would be with other bytes in some files; nothing is written.
  ///
  /// The other files are as they were read for the site that is shown.
  func trial(_ source: SourceOptions) -> @Sendable ([String: [UInt8]]) async -> Made {
    // What it knows of texts is its own: those that are tried are not on the disk.
    var pipeline = maker.pipeline
    pipeline.decodedTexts = DecodedTexts()
    let maker = SiteMaker(source, pipeline)
    let lastFolder = lastFolder
    return { await ShownSite.make(maker, with: $0, of: lastFolder.folder) { _ in } }
  }

  private static func make(
    _ maker: SiteMaker, with texts: [String: [UInt8]], of folder: Folder?,
    _ note: @Sendable (Folder) -> Void
  ) async -> Made {
    do {
      let draft = try await maker.make(with: texts, of: folder, note: note).draft
      return Made(.draft(draft), roots: maker.roots(draft))
    } catch let failure as Failure {
      return Made(.failure(failure.text), roots: maker.roots(nil) + failure.missing)
    } catch {
      return Made(.failure("\(error)"), roots: maker.roots(nil))
    }
  }

  /// Serves until the process ends.
  func serve(_ settings: Preview.Settings, _ log: PreviewLog) async throws {
    let preview = Preview(settings, roots: maker.roots(nil), make: make, tell: { log.tell($0) })
    do {
      try await preview.run()
    } catch PreviewError.noPort(let port, let reason) {
      throw Failure(
        Phrase(
          it: "non riesco a mettermi in ascolto su \(settings.host), porta \(port): \(reason)",
          en: "cannot listen at \(settings.host), port \(port): \(reason)"),
        help: Phrase(
          it: "scegli un'altra porta con `--porta`", en: "choose another port with `--port`"),
        log.language)
    }
  }
}

/// The folder of the texts as it was read last.
private final class LastFolder: Sendable {
  private let last = Mutex<Folder?>(nil)

  var folder: Folder? { last.withLock { $0 } }

  func keep(_ folder: Folder) { last.withLock { $0 = folder } }
}
