package import Diagnostics

extension SiteInfo {
  /// Where the site is published (`pubblicazione:`).
  package struct PublishingTarget: Entity {
    package var name = Sourced("", at: .unread)
    package var method = Sourced(PublishingMethod.folder, at: .unread)
    /// A folder of this machine, or a place as the tool names it.
    package var location = Sourced("", at: .unread)
    /// Where readers find it, absolute, and ending in `/`; nil where that is the site's own address and
    /// nothing is fetched back.
    package var address: Sourced<String>?
    package var statedKept: Sourced<Int>?
    package var trial: Sourced<Bool>?

    package init(place: SourceRange) {}

    package static let declaration = Declaration<PublishingTarget>([
      .required(
        \.name, "nome", "name", .slug, "come si chiama: `bilancio publish NOME`",
        "what it is called: `bilancio publish NAME`"),
      .required(
        \.method, "tipo", "kind", .choice(CodeLists.publishingMethod), "come ci si arriva",
        "how it is reached"),
      .required(
        \.location, "dove", "location", .text,
        "una cartella, oppure `utente@server:cartella` (sftp, rsync) o `nome:cartella` (rclone)",
        "a folder, or `user@server:folder` (sftp, rsync) or `name:folder` (rclone)"
      ).withoutWords,
      .optional(
        \.address, "indirizzo", "address", .siteAddress,
        "l'indirizzo delle pagine, se non è quello del sito; da qui si rileggono dopo la pubblicazione",
        "the address of the pages, where it is not the site's; they are fetched from here afterwards"
      ),
      .optional(
        \.statedKept, "conserva", "kept", .integer(2...100),
        "quante versioni si tengono (5 se manca)", "how many releases are kept (5 by default)"),
      .optional(
        \.trial, "prova", "trial", .flag,
        "se è un posto di prova: ci possono andare le bozze, e ogni pagina dice che non è il bilancio pubblicato",
        "whether it is a place of trial: drafts may go there, and every page says that it is not the published report"
      ),
    ]).going("nel programma che pubblica", "into the program that publishes")

    /// Whether what goes there is shown to whoever is to look at it before it is published.
    package var isTrial: Bool { trial?.value ?? false }
    /// How many releases are kept, the live one among them.
    package var kept: Int { statedKept?.value ?? 5 }
  }
}
