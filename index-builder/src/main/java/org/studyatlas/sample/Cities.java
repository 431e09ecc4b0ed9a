package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The cities of {@code cities.tsv} with the facilities of {@code facilities.tsv}. */
final class Cities {

  /** How many facilities a city of weight 1 has at least, and per weight. */
  private static final int FEWEST_FACILITIES = 4;

  private final Weighted<City> cities;
  private final Map<String, Weighted<City>> byCountry;

  /** Reads the tables. */
  Cities(People people) {
    Map<String, List<String>> names =
        SampleTable.read("facilities.tsv", row -> row).stream()
            .collect(Collectors.toMap(row -> row.text(0), row -> row.list(1)));
    List<City> list = SampleTable.read("cities.tsv", row -> city(row, names, people));
    cities = Weighted.of(list, City::weight);
    byCountry =
        list.stream()
            .collect(
                Collectors.groupingBy(
                    City::country,
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(), group -> Weighted.of(group, City::weight))));
  }

  private static City city(SampleTable.Row row, Map<String, List<String>> names, People people) {
    City bare =
        new City(
            row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.number(6),
            City.facilities(List.of("")));
    return new City(
        bare.name(),
        bare.state(),
        bare.country(),
        bare.lat(),
        bare.lon(),
        bare.zip(),
        bare.weight(),
        City.facilities(facilities(bare, names, people)));
  }

  private static List<String> facilities(
      City city, Map<String, List<String>> names, People people) {
    Set<String> facilities =
        new LinkedHashSet<>(names.getOrDefault(city.name() + ", " + city.country(), List.of()));
    int wanted = facilities.size() + FEWEST_FACILITIES + (int) city.weight() / 2;
    List<String> patterns = new ArrayList<>(names.getOrDefault(city.country(), List.of()));
    patterns.addAll(names.getOrDefault("*", List.of()));
    Dice dice = Dice.of(city.name().hashCode(), city.country().hashCode());
    for (int i = 0; facilities.size() < wanted; i++) {
      facilities.add(fill(patterns.get(i % patterns.size()), city, people, dice));
    }
    return List.copyOf(facilities);
  }

  private static String fill(String pattern, City city, People people, Dice dice) {
    return pattern
        .replace("{city}", city.name())
        .replace("{state}", city.state().isEmpty() ? city.country().strip() : city.state())
        .replace("{number}", Integer.toString(dice.between(1000, 9999)))
        .replace("{given}", people.givenNames().draw(dice))
        .replace("{surname}", people.surnames().draw(dice));
  }

  /** Draws any city. */
  City draw(Dice dice) {
    return cities.draw(dice);
  }

  /** The cities of a country. */
  Weighted<City> inCountry(String country) {
    Weighted<City> group = byCountry.get(country);
    if (group == null) {
      throw new IllegalStateException("cities.tsv: no city in '" + country + "'");
    }
    return group;
  }

  /** The city that the name of an organisation points to, if any; else the home of nobody. */
  Optional<City> findHome(String organization) {
    return all().stream()
        .filter(city -> city.facilities().values().contains(organization))
        .findFirst()
        .or(
            () ->
                all().stream()
                    .filter(city -> organization.contains(city.name()))
                    .max(Comparator.comparingDouble(City::weight)));
  }

  /** All cities. */
  List<City> all() {
    return cities.values();
  }
}
