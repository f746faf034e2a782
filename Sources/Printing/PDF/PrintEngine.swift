import Files
import Subprocess
import SystemPackage

/// Typst (https://typst.app), which sets a source as a tagged PDF: as the module of Python that a private folder
/// has, or as the program that stands in the path.
package enum PrintEngine: Sendable {
  /// The folder in which the module of the pinned version is.
  case module(String)
  case program

  /// The versions that set what the templates ask for.
  package static let series = "0.15"

  /// - Parameter folders: where the module may be, the best first.
  /// - Returns: nil where there is none.
  package static func find(_ folders: [String]) async -> PrintEngine? {
    for folder in folders {
      if FileSystem.status(Path.join(folder, "typst/__init__.py"))?.kind == .file {
        return .module(folder)
      }
    }
    let result = try? await run(
      .name("typst"), arguments: ["--version"], output: .string(limit: 4096), error: .discarded)
    return result?.standardOutput.hasPrefix("typst \(series).") == true ? .program : nil
  }

  /// What the module is asked for, as the program would be.
  private static let script = """
    import datetime, sys
    module, source, target, fonts, date, asked, dots = sys.argv[1:]
    sys.path.insert(0, module)
    import typst
    day = datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.timezone.utc)
    root = source.rpartition("/")[0]
    try:
        compiler = typst.Compiler(
            source, root=root, font_paths=[path for path in fonts.split("\\0") if path],
            ignore_system_fonts=True, package_path=root, package_cache_path=root,
        )
        if dots:
            compiler.compile(output=target, format="png", ppi=float(dots))
        else:
            compiler.compile(output=target, pdf_standards=["ua-1", "a-2a"], timestamp=day)
        if asked:
            print(compiler.query(asked, field="value"))
    except typst.TypstError as error:
        sys.exit("\\n".join([error.message, *error.hints, error.diagnostic]))
    """

  /// Sets a source.
  ///
  /// - Parameters:
  ///   - source: a file in a folder that holds all it asks for.
  ///   - fonts: the folders with fonts, no others being used but the engine's own.
  ///   - date: the day that the file says it is of (ISO 8601).
  ///   - label: what is asked of the source besides; nil for nothing.
  ///   - resolution: of a picture (PNG), in dots an inch; nil for a PDF.
  /// - Returns: the values of what has the label; empty where the engine does not say.
  func make(
    _ source: String, _ target: String, fonts: [String], date: String, asking label: String? = nil,
    resolution: Int? = nil
  ) async throws(PrintError) -> String {
    let name: String
    let arguments: [String]
    switch self {
    case .module(let folder):
      name = "python3"
      // A list of folders as one argument: no path has a zero in it, and no argument either.
      arguments = [
        "-I", "-c", PrintEngine.script.replacing("\\0", with: "\\n"), folder, source, target,
        fonts.joined(separator: "\n"), date, label ?? "",
        resolution.map(String.init) ?? "",
      ]
    case .program:
      name = "typst"
      let root = Path.parent(of: source) ?? "."
      let form =
        resolution.map { ["--format", "png", "--ppi", "\($0)"] }
        ?? ["--format", "pdf", "--pdf-standard", "ua-1,a-2a"]
      arguments =
        ["compile", "--root", root, "--ignore-system-fonts", "--features", "a11y-extras"]
        + ["--input", "row-headers=yes", "--package-path", root, "--package-cache-path", root]
        + form + ["--creation-timestamp", "\(PrintEngine.seconds(date))"]
        + fonts.flatMap { ["--font-path", $0] } + [source, target]
    }
    do {
      // Nothing that a template asks for is fetched from anywhere.
      let result = try await run(
        .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating([
          "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9",
          "SOURCE_DATE_EPOCH": nil, "TYPST_FONT_PATHS": nil, "TYPST_FEATURES": nil,
        ]), output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
      guard result.terminationStatus.isSuccess else {
        let unknown = MissingSigns.named(in: result.standardError)
        throw unknown.isEmpty ? PrintError.refused(result.standardError) : .missingSigns(unknown)
      }
      return result.standardOutput
    } catch let error as PrintError {
      throw error
    } catch let error as SubprocessError {
      throw error.code == .executableNotFound
        ? .missingProgram(name) : .refused("\(error)")
    } catch {
      throw .refused("\(error)")
    }
  }

  /// A day as seconds since 1970 in UTC (https://howardhinnant.github.io/date_algorithms.html).
  static func seconds(_ date: String) -> Int {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return 0 }
    let (year, month, day) = (parts[1] <= 2 ? parts[0] - 1 : parts[0], parts[1], parts[2])
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }
}
