package import Diagnostics
import Files
import Site

/// A page of a state that is not on the disk, made by itself: what is wrong with it, and its bytes.
package struct Look: Sendable {
  package let problems: [Diagnostic]
  package let sources: [SourceFile]
  /// The page; nil where an error keeps it from being made.
  package let page: PreviewResponse?
  /// The folder of the texts; nil where nothing could be read.
  package let contentRoot: String?

  /// - Parameter path: of the file that changed, relative to the texts' folder.
  package init(_ made: Made, at path: String) {
    self.init(Rebuild(0, made, after: nil, writtenIn: path), at: path)
  }

  package init(_ rebuild: Rebuild, at path: String) {
    (sources, contentRoot) = (rebuild.sources, rebuild.contentRoot)
    guard let rendering = rebuild.rendering, let address = rebuild.page(writtenIn: path),
      let inspected = rendering.pages[address]
    else {
      (problems, page) = (rebuild.problems, nil)
      return
    }
    // Running it tells what is wrong with its words.
    let bytes = rendering.bytes(at: address)
    let own = rendering.problems(of: inspected)
    let full = rebuild.contentRoot.map { Path.join($0, path) }
    let others = rebuild.problems.filter { problem in
      problem.place.flatMap { rebuild.sources[$0.file]?.path } == full
    }
    problems = (own + others.filter { !own.holds($0) }).inOrder()
    page = bytes.map { bytes in
      PreviewResponse(
        bytes, name: "x.html", mark: nil,
        headers: rendering.site.headers(of: Site.file(of: address)))
    }
  }
}

extension [Diagnostic] {
  fileprivate func holds(_ other: Diagnostic) -> Bool {
    contains {
      $0.identifier == other.identifier && $0.place == other.place && $0.message == other.message
    }
  }
}
