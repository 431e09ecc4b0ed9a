package org.studyatlas.sample;

/**
 * Everything that studies are drawn from; immutable and shared by all threads.
 *
 * @param facts shares, choices and distributions
 * @param people names
 * @param cities cities and facilities
 * @param terms conditions and interventions
 * @param sponsors organisations
 * @param events adverse event terms
 * @param language the grammar and its words
 */
record World(
    RegistryFacts facts,
    People people,
    Cities cities,
    MedicalTerms terms,
    Sponsors sponsors,
    EventTerms events,
    Language language) {

  /** Reads all tables. */
  static World read() {
    RegistryFacts facts = new RegistryFacts();
    People people = new People(facts);
    Cities cities = new Cities(people);
    MedicalTerms terms = new MedicalTerms();
    return new World(
        facts,
        people,
        cities,
        terms,
        new Sponsors(facts, cities, people),
        new EventTerms(),
        Language.read(facts, people, terms));
  }

  /** A symbol of the grammar. */
  Grammar.Rule rule(String symbol) {
    return language.grammar().rule(symbol);
  }
}
