// swift-tools-version: 6.2
import PackageDescription

// One target for each room of the house; a target ends where a dependency ends (see ARCHITECTURE.md).
let package = Package(
  name: "bilancio",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "bilancio", targets: ["bilancio"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics", dependencies: ["CLinux"]),
    .target(name: "Markdown", dependencies: ["CCMarkGFM"]),
    .target(name: "SocialReport", dependencies: ["Diagnostics"]),
    .target(name: "YAMLTree", dependencies: ["CYAML", "Diagnostics"]),
    .target(name: "Files", dependencies: ["CLinux", "CNettle", "Diagnostics"]),
    .target(name: "Content", dependencies: ["Diagnostics", "Files", "SocialReport", "YAMLTree"]),
    .target(
      name: "Writing",
      dependencies: ["Content", "Diagnostics", "Files", "SocialReport", "YAMLTree"]),
    .target(
      name: "Desk",
      dependencies: ["Content", "Diagnostics", "Files", "SocialReport", "Writing"]),
    .target(
      name: "Scaffolding",
      dependencies: [
        "Content", "Desk", "Diagnostics", "Files", "SocialReport", "Writing", "YAMLTree",
      ]),
    .target(name: "Checks", dependencies: ["Diagnostics", "SocialReport"]),
    .target(name: "Stylesheets"),
    .target(name: "Hypertext"),
    .target(
      name: "Theme",
      dependencies: [
        "Diagnostics", "Files", "Hypertext", "Markdown", "Stylesheets", "YAMLTree",
      ]
    ),
    .target(name: "Search", dependencies: ["Diagnostics"]),
    .target(name: "Deflate", dependencies: ["CZlib"]),
    .target(name: "Attachments", dependencies: ["Deflate", "Diagnostics", "Files", "Pictures"]),
    .target(name: "Figures", dependencies: ["Diagnostics", "Hypertext", "SocialReport", "Theme"]),
    .target(name: "Pictures"),
    .target(name: "Office", dependencies: ["CExpat", "Deflate", "Diagnostics", "Hypertext"]),
    .target(
      name: "Intake",
      dependencies: [
        "Content", "Desk", "Diagnostics", "Files", "Markdown", "Office", "Pictures", "Scaffolding",
        "SocialReport", "Writing", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "Facts",
      dependencies: [
        "Attachments", "Checks", "Diagnostics", "Figures", "Files", "Hypertext", "Pictures",
        "SocialReport", "Theme",
      ]
    ),
    .target(
      name: "Prose",
      dependencies: [
        "Attachments", "Checks", "Diagnostics", "Facts", "Figures", "Files", "Hypertext",
        "Markdown", "Pictures", "SocialReport", "Theme",
      ]
    ),
    .target(
      name: "OpenData", dependencies: ["Diagnostics", "Facts", "SocialReport", "Theme"]),
    .target(
      name: "Site",
      dependencies: [
        "Checks", "Diagnostics", "Facts", "Figures", "Files", "Hypertext", "Markdown", "OpenData",
        "Prose", "Search", "SocialReport", "Theme",
      ]
    ),
    .target(
      name: "Output",
      dependencies: [
        "Diagnostics", "Files", "Search", "Site",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "Printing",
      dependencies: [
        "Diagnostics", "Facts", "Files", "Hypertext", "Output", "Site", "SocialReport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "Archive",
      dependencies: [
        "Attachments", "Diagnostics", "Facts", "Files", "Hypertext", "Output", "Search", "Site",
        "SocialReport",
      ]
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "Archive", "Checks", "Content", "Diagnostics", "Facts", "Files", "Output", "Site",
        "SocialReport", "Theme",
      ]
    ),
    .target(
      name: "Publish",
      dependencies: [
        "CLinux", "Diagnostics", "Files", "Hypertext", "Output", "SocialReport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "Preview",
      dependencies: [
        "Attachments", "CLinux", "Checks", "Diagnostics", "Files", "Hypertext", "Pipeline",
        "Search",
        "Site", "SocialReport", "Theme",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [.embedInCode("Client")]
    ),
    .target(
      name: "Studio",
      dependencies: [
        "Content", "Desk", "Diagnostics", "Files", "Intake", "Office", "Pictures", "Preview",
        "Scaffolding", "SocialReport", "Writing",
      ],
      resources: [.embedInCode("Client")]
    ),
    .target(
      name: "Commands",
      dependencies: [
        "Archive", "Checks", "Content", "Desk", "Diagnostics", "Facts", "Files", "Intake", "Office",
        "Output",
        "Pipeline", "Preview", "Printing", "Publish", "Scaffolding", "Site", "SocialReport",
        "Studio", "Theme",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .executableTarget(
      name: "bilancio",
      dependencies: ["Commands"],
      // A build allocates millions of small values on several threads, which this allocator is
      // made for; tests keep the C library's, which can be told to look for mistakes.
      linkerSettings: [.linkedLibrary("mimalloc", .when(configuration: .release))]
    ),
    // Not a product: `make fuzz` builds and runs it.
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Attachments", "Content", "Desk", "Diagnostics", "Facts", "Files", "Intake", "Output",
        "Pipeline", "Publish", "Scaffolding", "Site", "SocialReport", "Theme",
      ],
      path: "Tests/Fuzz"
    ),
    .testTarget(
      name: "BilancioTests",
      dependencies: [
        "Archive", "Attachments", "Checks", "Commands", "Content", "Desk", "Diagnostics", "Facts",
        "Figures", "Files", "Hypertext", "Markdown", "Office", "OpenData", "Output", "Pictures",
        "Pipeline", "Preview", "Printing", "Prose", "Publish", "Scaffolding", "Search", "Site",
        "SocialReport", "Stylesheets", "Theme", "Writing", "YAMLTree",
        "bilancio",
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
