import SocialReport

/// Tables of which nothing can be read.
extension Sheet {
  static let refused = [
    Sheet("an empty file", "", gives: "", saying: [header]),
    Sheet("headings alone", "periodo;valore\n", gives: "", saying: [header]),
    Sheet("headings and empty rows", "periodo;valore\n;\n;\n", gives: "", saying: [header]),
    Sheet("headings and a source", "periodo;valore\nFonte: ISPRA;\n", gives: "", saying: [header]),
    Sheet("no headings", "2023;57,9\n2024;63,4\n", gives: "", saying: [header]),
    Sheet(
      "no period anywhere", "Comune;Valore\nBorgo;57,9\nPoggio;63,4", gives: "", saying: [header]),
    Sheet(
      "quotes that stay open", "Anno;Valore;Nota\n2022;52,1;\"rivisto\n2023;57,9;\n2024;63,4;\n",
      gives: "", saying: [cell]),
    Sheet(
      "quotes that close in another row",
      "Anno;Valore;Nota\n2022;52,1;\"rivisto\n2023;57,9;\"ok\"\n2024;63,4;\n", gives: "",
      saying: [cell]),
    Sheet(
      "quotes that swallow a row and close",
      "Anno;Nota;Valore\n2022;\"rivisto;52,1\n2023;x;57,9\n2024;y\";63,4\n", gives: "",
      saying: [cell]),
    Sheet(
      "a row with more cells", "Anno,Valore\n2023,57,9\n2024,63,4\n", gives: "", saying: [cell]),
    Sheet("rows without a period", "Anno;Valore;Nota\n;57,9;x\n;63,4;y", gives: "", saying: [cell]),
    Sheet("a misspelt name", "Anno;Valor\n2023;57,9\n2024;63,4", gives: "", saying: [header]),
    Sheet(
      "several columns of values", "Anno;Maschi;Femmine\n2023;1;2\n2024;3;4", gives: "",
      saying: [header]),
    Sheet(
      "several municipalities",
      "Comune;Anno;Valore\nBorgo;2023;57,9\nPoggio;2023;50\nBorgo;2024;63,4\nPoggio;2024;51",
      gives: "", saying: [cell]),
  ]
}
