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

  /** How many made-up facilities a city has at least. */
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
    return new City(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.number(6),
        City.facilities(facilities(row, names, people)));
  }

  /** The known facilities of the city, then made-up ones, more in a city with more sites. */
  private static List<String> facilities(
      SampleTable.Row row, Map<String, List<String>> names, People people) {
    String city = row.text(0);
    String country = row.text(2);
    Set<String> facilities =
        new LinkedHashSet<>(names.getOrDefault(city + ", " + country, List.of()));
    int wanted = facilities.size() + FEWEST_FACILITIES + (int) row.number(6) / 2;
    List<String> patterns = new ArrayList<>(names.getOrDefault(country, List.of()));
    patterns.addAll(names.getOrDefault("*", List.of()));
    Dice dice = Dice.of(city.hashCode(), country.hashCode());
    for (int i = 0; facilities.size() < wanted; i++) {
      facilities.add(fill(patterns.get(i % patterns.size()), row, people, dice));
    }
    return List.copyOf(facilities);
  }

  private static String fill(String pattern, SampleTable.Row row, People people, Dice dice) {
    String state = row.text(1).isEmpty() ? row.text(2).strip() : row.text(1);
    return pattern
        .replace("{city}", row.text(0))
        .replace("{state}", state)
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

  /** The city that an organisation is in: that has it as a facility, or that its name contains. */
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
