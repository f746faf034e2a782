import Diagnostics

/// Every file of the content is used.
///
/// It is seen while the pages are put together (`Prose`).
enum UnusedContent {
  static let rule = Rule(
    .unusedFile, .warning, .structure,
    Phrase(
      it: "Ogni file dei contenuti è usato da una pagina.",
      en: "Every file of the content is used by a page."),
    why: Phrase(
      it: "Un file che nessuno usa spesso è un'immagine dimenticata, o un nome scritto male.",
      en: "A file that nobody uses is often a forgotten picture, or a name that is misspelt."),
    wrong: [
      .files(
        """
        === 2021/1-scuole/piantina.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
        """)
    ],
    right: [
      .files(
        """
        === 2021/1-scuole/_appunti.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
        """)
    ])
}
