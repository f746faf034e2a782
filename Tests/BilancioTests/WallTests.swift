import Foundation
import Testing

/// Which room may import what; the compiler lets an import through that comes by way of another.
@Suite struct WallTests {
  /// The targets that alone may import a library.
  private static let owners: [String: Set<String>] = [
    "CCMarkGFM": ["Markdown"], "CLinux": ["Diagnostics", "Files", "Preview"],
    "Yams": ["YAMLTree"],
    "Mustache": ["Theme"], "Stylesheets": ["Theme"],
    "Crypto": ["Output"], "ArgumentParser": ["Commands"], "Foundation": [], "Dispatch": ["Preview"],
    "Hummingbird": ["Preview"], "HTTPTypes": ["Preview"], "NIOCore": ["Preview"],
    "Logging": ["Preview"], "Subprocess": ["Commands", "Output", "Publish"],
    "SystemPackage": ["Output", "Publish"],
    "FoundationEssentials": [],
    "YAMLTree": ["Content", "Theme"], "Markdown": ["Site"],
    "Files": ["Content", "Theme", "Site", "Output", "Preview", "Publish", "Commands"],
  ]

  /// What each room knows of the others.
  private static let rooms: [String: Set<String>] = [
    "Diagnostics": [], "Markdown": [], "SocialReport": ["Diagnostics"], "Files": ["Diagnostics"],
    "YAMLTree": ["Diagnostics"], "Content": ["Diagnostics", "Files", "SocialReport", "YAMLTree"],
    "Checks": ["Diagnostics", "SocialReport"], "Stylesheets": [],
    "Theme": ["Diagnostics", "Files", "Stylesheets", "YAMLTree"],
    "Site": ["Checks", "Diagnostics", "Files", "Markdown", "SocialReport", "Theme"],
    "Output": ["Diagnostics", "Files", "Site", "SocialReport"],
    "Preview": ["Checks", "Diagnostics", "Files", "Site", "SocialReport", "Theme"],
    "Publish": ["Diagnostics", "Files", "Output", "SocialReport"],
    "bilancio": ["Commands"],
  ]

  private static func imports() throws -> [(target: String, file: String, module: String)] {
    let sources = Program.root.appending(path: "Sources")
    return try tree(sources).flatMap { path, bytes in
      guard path.hasSuffix(".swift"), let target = path.split(separator: "/").first else {
        return [(String, String, String)]()
      }
      return String(decoding: bytes, as: UTF8.self)
        .matches(of: /(?m)^(?:package |internal |public )?import (?:struct |func )?(\w+)/)
        .map { (String(target), path, String($0.1)) }
    }
  }

  @Test func `every import is allowed`() throws {
    let imports = try WallTests.imports()
    #expect(imports.count > 100)
    for (target, file, module) in imports {
      if let owners = WallTests.owners[module] {
        #expect(owners.contains(target), "\(file) imports \(module)")
      }
      if WallTests.rooms[module] != nil, let known = WallTests.rooms[target] {
        #expect(known.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `files are small and hold no traps`() throws {
    for (path, bytes) in try tree(Program.root.appending(path: "Sources"))
    where path.hasSuffix(".swift") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 500, "\(path)")
      for word in ["fatalError(", "try!", "@unchecked", "as!", "preconditionFailure(", "TODO"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }
}
