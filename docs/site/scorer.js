// How the search ranks: as Sphinx does by default, with the answers of the guide before the changelog and the recipes' tables.
const FIRST = ["docs/questions", "docs/guide", "docs/audit", "GLOSSARY"];
const LAST = ["CHANGELOG", "recipes/", "ARCHITECTURE", "CONTRIBUTING"];
var Scorer = {
  score: ([docname, , , , score]) => {
    if (FIRST.includes(docname)) return score + 10;
    return LAST.some((start) => docname.startsWith(start)) ? score / 10 : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
