import Diagnostics

/// Words that stand on every page, and lead to none.
///
/// They go into the index, and the page's script reads them there.
enum StopWords {
  static func of(_ language: Language) -> [String] {
    switch language {
    case .italian: italian
    case .english: english
    }
  }

  /// Articles, prepositions with and without them, pronouns, the auxiliaries' usual forms.
  private static let italian = words(
    """
    il lo la i gli le un uno una l d c n s m t v o e a ad ed od ma se che chi cui non ne si ci vi mi ti
    di del dello dell della dei degli delle da dal dallo dall dalla dai dagli dalle in nel nello nell nella
    nei negli nelle con col coi su sul sullo sull sulla sui sugli sulle per tra fra al allo all alla ai agli
    alle come dove quando quanto quale quali perche anche piu meno gia ancora cosi poi mentre questo questa
    questi queste quello quella quelli quelle quel quei quegli suo sua suoi sue loro nostro nostra nostri
    nostre ogni tutto tutta tutti tutte stato stata stati state e sono siamo era erano essere ha hanno abbiamo
    aveva avevano avere sia siano
    """)

  private static let english = words(
    """
    a an the and or but if of to in on at by for from with without into onto as is are was were be been being
    has have had do does did it its this that these those there here he she they them their his her we our us
    you your i me my not no nor so than then which who whom whose what when where how also more most such can
    could will would shall should may might s t
    """)

  private static func words(_ text: String) -> [String] {
    var seen: Set<Substring> = []
    return text.split(whereSeparator: \.isWhitespace).filter { seen.insert($0).inserted }
      .map(String.init)
  }
}
