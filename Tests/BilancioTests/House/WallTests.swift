import Foundation
import Testing

/// Which room may import what; the compiler lets an import through that comes by way of another.
@Suite struct WallTests {
  /// The targets that alone may import a library.
  private static let owners: [String: Set<String>] = [
    "CCMarkGFM": ["Markdown"], "CLinux": ["Diagnostics", "Files", "Preview", "Publish"],
    "CYAML": ["YAMLTree"], "CExpat": ["Office"], "CZlib": ["Deflate"],
    "Stylesheets": ["Theme"],
    "CNettle": ["Files"], "ArgumentParser": ["Commands"], "Foundation": [],
    "Dispatch": ["Preview"],
    "NIOCore": ["Preview"], "NIOHTTP1": ["Preview"], "NIOPosix": ["Preview"],
    "Subprocess": ["Commands", "Intake", "Output", "Printing", "Publish"],
    "SystemPackage": ["Commands", "Intake", "Output", "Printing", "Publish"],
    "FoundationEssentials": [],
    "YAMLTree": ["Content", "Scaffolding", "Theme", "Writing"],
    "Markdown": ["Intake", "Prose", "Site", "Theme"],
    "Files": [
      "Content", "Desk", "Scaffolding", "Theme", "Attachments", "Facts", "Prose", "Site", "Output",
      "Archive", "Pipeline",
      "Preview", "Printing", "Publish", "Commands", "Writing",
      "Studio", "Intake",
    ],
  ]

  /// What each room knows of the others, the lowest first.
  private static let rooms: [String: Set<String>] = [
    "Diagnostics": [], "Markdown": [], "SocialReport": ["Diagnostics"], "Files": ["Diagnostics"],
    "YAMLTree": ["Diagnostics"], "Content": ["Diagnostics", "Files", "SocialReport", "YAMLTree"],
    "Scaffolding": [
      "Content", "Desk", "Diagnostics", "Files", "SocialReport", "Writing", "YAMLTree",
    ],
    "Writing": ["Content", "Diagnostics", "Files", "SocialReport", "YAMLTree"],
    "Desk": ["Content", "Diagnostics", "Files", "SocialReport", "Writing"],
    "Checks": ["Diagnostics", "SocialReport"], "Hypertext": [], "Stylesheets": [],
    "Theme": ["Diagnostics", "Files", "Hypertext", "Markdown", "Stylesheets", "YAMLTree"],
    "Search": ["Diagnostics"],
    "Attachments": ["Deflate", "Diagnostics", "Files", "Pictures"], "Deflate": [],
    "Figures": ["Diagnostics", "Hypertext", "SocialReport", "Theme"],
    "Facts": [
      "Attachments", "Checks", "Diagnostics", "Figures", "Files", "Hypertext", "Pictures",
      "SocialReport", "Theme",
    ], "Pictures": [], "Office": ["Deflate", "Diagnostics", "Hypertext"],
    "Intake": [
      "Content", "Desk", "Diagnostics", "Files", "Markdown", "Office", "Pictures", "Scaffolding",
      "SocialReport", "Writing",
    ],
    "Prose": [
      "Attachments", "Checks", "Diagnostics", "Facts", "Figures", "Files", "Hypertext", "Markdown",
      "Pictures", "SocialReport", "Theme",
    ],
    "OpenData": ["Diagnostics", "Facts", "SocialReport", "Theme"],
    "Site": [
      "Checks", "Diagnostics", "Facts", "Figures", "Files", "Hypertext", "Markdown", "OpenData",
      "Prose", "Search", "SocialReport", "Theme",
    ],
    "Output": ["Diagnostics", "Files", "Search", "Site"],
    "Printing": ["Diagnostics", "Facts", "Files", "Hypertext", "Output", "Site", "SocialReport"],
    "Archive": [
      "Attachments", "Diagnostics", "Facts", "Files", "Hypertext", "Output", "Search", "Site",
      "SocialReport",
    ],
    "Preview": [
      "Attachments", "Checks", "Diagnostics", "Files", "Hypertext", "Pipeline", "Search", "Site",
      "SocialReport", "Theme",
    ],
    "Pipeline": [
      "Archive", "Checks", "Content", "Diagnostics", "Facts", "Files", "Output", "Site",
      "SocialReport", "Theme",
    ],
    "Publish": ["Diagnostics", "Files", "Hypertext", "Output", "SocialReport"],
    "Studio": [
      "Attachments", "Content", "Desk", "Diagnostics", "Files", "Intake", "Office", "Pictures",
      "Preview", "Scaffolding", "SocialReport", "Writing",
    ],
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

  /// What may end the program with some input, and the files that may use it, with the reason.
  private static var traps: [(form: Regex<AnyRegexOutput>, allowed: [String: String])] {
    [
      // The compiler refuses these by their types where `Diagnostics` is imported; this holds elsewhere.
      (
        Regex(/\bU?Int(?:8|16|32|64)?\((?!exactly:|nearest:)[^\n]*\.rounded\(/),
        [:]
      ),
      (
        Regex(/uniqueKeysWithValues/),
        [
          "Checks/Checks.swift": "of the rules, each of which has its own identifier",
          "Facts/SiteContext.swift": "of objects by what they are",
          "SocialReport/Written/NumberWords.swift": "of words that the program makes",
        ]
      ),
      (Regex(/[\w\])]!(?:[.,)\]\s]|$)/), [:]),
      (Regex(/\btry!|\bas!/), [:]),
      (Regex(/\bprecondition\(|\bassert(?:ionFailure)?\(/), [:]),
      (
        Regex(/unowned|unsafeBitCast|\.unsafelyUnwrapped/),
        ["Files/BytePath.swift": "of a buffer that ends in a zero, and so has an address"]
      ),
    ]
  }

  @Test func `nothing that input can be ends the program`() throws {
    let traps = WallTests.traps
    let (quoted, comment) = (/"(?:[^"\\]|\\.)*"/, /\/\/.*/)
    // One of these stands in every trap; most lines have none, and are not looked at more closely.
    let signs = ["rounded(", "uniqueKeys", "!", "precondition", "assert", "unsafe", "unowned"]
    for (path, bytes) in try tree(Program.root.appending(path: "Sources"))
    where path.hasSuffix(".swift") {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      // The body of a text in triple quotes is no code.
      var isText = false
      for line in lines {
        let isQuote = line.contains("\"\"\"")
        defer { if isQuote { isText.toggle() } }
        guard !isText, !isQuote else { continue }
        guard signs.contains(where: { line.utf8.firstRange(of: $0.utf8) != nil }) else { continue }
        // Without its comment, and without the texts in it.
        let code = String(line).replacing(quoted, with: "\"\"").replacing(comment, with: "")
        for (form, allowed) in traps where allowed[path] == nil {
          #expect(code.firstMatch(of: form) == nil, "\(path): \(line)")
        }
      }
    }
  }

  @Test func `lines end with one sign or two`() throws {
    // CR LF is one Character, which is neither of the two: lines are divided by `isNewline`, or as bytes.
    let forms = [
      Regex(/\bsplit\([^)]*separator: "\\[nr]/), Regex(/"[^"]*\\[nr][^"]*"\.contains\(/),
      Regex(/\b(?:firstIndex|lastIndex|firstRange|ranges|range)\(of: "\\[nr]/),
      Regex(/\$0 [!=]= "\\[nr]"/), Regex(/\.(?:first|last) [!=]= "\\[nr]"/),
    ]
    for (path, bytes) in try tree(Program.root.appending(path: "Sources"))
    where path.hasSuffix(".swift") {
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      where line.utf8.contains(UInt8(ascii: "\\")) {
        for form in forms {
          #expect(line.firstMatch(of: form) == nil, "\(path): \(line)")
        }
      }
    }
  }

  @Test func `a file that reckons with floating point knows the checked conversion`() throws {
    for (path, bytes) in try tree(Program.root.appending(path: "Sources"))
    where path.hasSuffix(".swift") && !path.hasPrefix("Diagnostics/") {
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.contains("Double") || text.contains(".rounded("),
        text.contains(/\bU?Int(?:8|64)?\((?!exactly:|ascii:)/)
      else { continue }
      #expect(text.contains("import Diagnostics"), "\(path)")
    }
  }
}
