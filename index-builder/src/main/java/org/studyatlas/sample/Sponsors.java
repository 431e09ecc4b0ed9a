package org.studyatlas.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Organisations: those of {@code sponsors.tsv} and, behind them, a long tail of made-up ones, which
 * grows with the registry.
 */
final class Sponsors {

  private static final List<String> COMPANY_KINDS =
      List.of(
          "Pharmaceuticals",
          "Therapeutics, Inc.",
          "Pharma",
          "Biotech Co., Ltd.",
          "Medical",
          "Biosciences",
          "Medical Devices",
          "Oncology, Inc.",
          "Vaccines",
          "GmbH",
          "Biopharma",
          "Laboratories",
          "Diagnostics",
          "Health",
          "S.p.A.",
          "AB",
          "Ltd.");

  private static final List<String> INSTITUTIONS =
      List.of(
          "University of {city}",
          "{city} University Hospital",
          "{city} Medical University",
          "{city} General Hospital",
          "{surname} University",
          "{city} Cancer Center",
          "{surname} Medical Center",
          "{city} Children's Hospital",
          "{surname} Institute",
          "Hospital of {city}",
          "{city} University of Applied Sciences",
          "{surname} Foundation",
          "{city} Heart Center",
          "Clinic {surname}, {city}",
          "{city} School of Medicine",
          "{city} Eye Institute",
          "{surname} Hospital, {city}",
          "{city} Research Group");

  private static final List<String> PUBLIC_BODIES =
      List.of(
          "Ministry of Health, {city}",
          "{city} Public Health Agency",
          "{city} City Hospital",
          "Government Hospital of {city}",
          "{city} Regional Health Service");

  private final Weighted<String> classes;
  private final Weighted<String> collaboratorClasses;
  private final Map<String, Weighted<Entry>> named;
  private final double namedShare;
  private final OpenRank ranks;
  private final Cities cities;
  private final People people;

  private record Entry(Sponsor sponsor, double weight) {}

  /** Reads the organisations. */
  Sponsors(RegistryFacts facts, Cities cities, People people) {
    this.cities = cities;
    this.people = people;
    classes = facts.choice("sponsor.class");
    collaboratorClasses = facts.choice("collaborator.class");
    namedShare = facts.share("sponsor.named");
    ranks =
        new OpenRank(facts.number("sponsor.tailDecay"), (int) facts.number("sponsor.tailFirst"));
    named = read();
  }

  private Map<String, Weighted<Entry>> read() {
    Map<String, List<Entry>> byClass =
        SampleTable.read("sponsors.tsv", this::entry).stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.sponsor().agencyClass(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<String, Weighted<Entry>> named = new LinkedHashMap<>();
    byClass.forEach(
        (agencyClass, entries) -> named.put(agencyClass, Weighted.of(entries, Entry::weight)));
    return named;
  }

  private Entry entry(SampleTable.Row row) {
    String name = row.text(0);
    City home = cities.findHome(name).orElse(null);
    return new Entry(new Sponsor(name, row.text(1), home), row.number(2));
  }

  /** Draws a lead sponsor. */
  Sponsor draw(Dice dice) {
    return ofClass(classes.draw(dice), dice);
  }

  /** Draws a lead sponsor that is a company. */
  Sponsor drawCompany(Dice dice) {
    return ofClass("INDUSTRY", dice);
  }

  /** Draws a collaborator. */
  Sponsor drawCollaborator(Dice dice) {
    return ofClass(collaboratorClasses.draw(dice), dice);
  }

  private Sponsor ofClass(String agencyClass, Dice dice) {
    Weighted<Entry> known = named.get(agencyClass);
    boolean closed = agencyClass.equals("NIH") || agencyClass.equals("FED");
    if (known != null && (closed || dice.chance(namedShare))) {
      return known.draw(dice).sponsor();
    }
    return madeUp(agencyClass, ranks.draw(dice));
  }

  private Sponsor madeUp(String agencyClass, long rank) {
    Dice own = Dice.of(rank, agencyClass.hashCode());
    City home = cities.draw(own);
    String name =
        switch (agencyClass) {
          case "INDUSTRY" -> company(rank, own);
          case "INDIV" -> people.fullName(own);
          case "OTHER_GOV" -> fill(pick(PUBLIC_BODIES, own), home, own);
          case "NETWORK" -> fill("{city} Cooperative Study Group", home, own);
          default -> fill(pick(INSTITUTIONS, own), home, own);
        };
    return new Sponsor(name, agencyClass, home);
  }

  private static String company(long rank, Dice dice) {
    StringBuilder name = new StringBuilder();
    RareWords.company(rank, name);
    return name.append(' ').append(pick(COMPANY_KINDS, dice)).toString();
  }

  private static String pick(List<String> list, Dice dice) {
    return list.get(dice.below(list.size()));
  }

  private String fill(String pattern, City home, Dice dice) {
    return pattern
        .replace("{city}", home.name())
        .replace("{surname}", people.surnames().draw(dice));
  }
}
