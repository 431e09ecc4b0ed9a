package org.studyatlas.sample;

/**
 * What all texts share.
 *
 * @param grammar the rules
 * @param rareWords the open end of the vocabulary
 * @param surnames names of people
 * @param rareShare how often a noun or adjective comes from the open end
 * @param repeatShare how often a study repeats one of its own latest words
 * @param numberedShare how often lists are numbered rather than bulleted
 * @param paragraphShare how often a sentence starts a new paragraph
 * @param sentenceChars usual length of a sentence in characters
 */
record Language(
    Grammar grammar,
    RareWords rareWords,
    Weighted<String> surnames,
    double rareShare,
    double repeatShare,
    double numberedShare,
    double paragraphShare,
    int sentenceChars) {

  /** Reads the language. */
  static Language read(RegistryFacts facts, People people, MedicalTerms terms) {
    return new Language(
        new Grammar(facts, terms.diseaseNames(), terms.interventionNames()),
        new RareWords(
            new OpenRank(facts.number("words.rareDecay"), (int) facts.number("words.rareFirst"))),
        people.surnames(),
        facts.share("words.rare"),
        facts.share("words.repeated"),
        facts.share("criteria.numbered"),
        facts.share("text.paragraph"),
        (int) facts.number("text.sentenceChars"));
  }
}
