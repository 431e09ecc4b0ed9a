package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.study.CountryCodes;
import org.studyatlas.typed.TypedQuery;

/** Makes random filters out of the values that studies have, so that they find something. */
final class RandomFilters {

  private static final String STATUS = "protocolSection.statusModule.";
  private static final String DESIGN = "protocolSection.designModule.";
  private static final String ELIGIBILITY = "protocolSection.eligibilityModule.";
  private static final Map<String, Long> MINUTES =
      Map.of(
          "minute", 1L, "hour", 60L, "day", 1_440L, "week", 10_080L, "month", 43_830L, "year",
          525_960L);

  private final List<JsonNode> studies;
  private final List<JsonNode> sites;
  private final Random random;
  private final RandomPlaces places;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final ReferenceSearch reference = new ReferenceSearch();

  RandomFilters(List<JsonNode> studies, Random random) {
    this.studies = studies;
    this.sites = studies.stream().flatMap(s -> JsonValues.sites(s).stream()).toList();
    this.random = random;
    this.places = new RandomPlaces(sites, random);
  }

  static List<String> values(JsonNode node, String path) {
    return JsonValues.at(List.of(node), path).stream()
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A filter on studies, of a random kind. */
  NativeFilter ofStudies() {
    return switch (random.nextInt(16)) {
      case 0 -> constant("status", STATUS + "overallStatus");
      case 1 -> constant("phase", DESIGN + "phases");
      case 2 -> constant("studyType", DESIGN + "studyType");
      case 3 ->
          constant("sponsorClass", "protocolSection.sponsorCollaboratorsModule.leadSponsor.class");
      case 4 ->
          constant(
              "interventionType", "protocolSection.armsInterventionsModule.interventions.type");
      case 5 -> constant("ageGroup", ELIGIBILITY + "stdAges");
      case 6 -> sex();
      case 7 -> age();
      case 8 -> flag("healthy", ELIGIBILITY + "healthyVolunteers");
      case 9 -> flag("hasResults", "hasResults");
      case 10 -> enrollment();
      case 11 -> date("start", STATUS + "startDateStruct.date");
      case 12 -> date("completion", STATUS + "completionDateStruct.date");
      case 13 -> date("lastUpdate", STATUS + "lastUpdatePostDateStruct.date");
      case 14 -> year();
      default -> named();
    };
  }

  /** Words in the search box. */
  NativeFilter words() {
    List<Word> title = Word.listOf(analyzer, oneOf(values(study(), TITLE)));
    String word = title.isEmpty() ? "study" : title.get(random.nextInt(title.size())).written();
    String text =
        switch (random.nextInt(6)) {
          case 0 ->
              word.substring(0, Math.min(word.length(), Math.max(2, word.length() - 2))) + "*";
          case 1 -> word + "~1";
          case 2 -> "-" + word;
          case 3 -> word + " | " + oneOf(List.of("cancer", "placebo", "children"));
          default -> word;
        };
    Expr expr = TypedQuery.read(text, SearchTarget.area("BasicSearch")).expr();
    return new NativeFilter("q", text, false, s -> reference.matches(s, expr), s -> false);
  }

  private static final String TITLE = "protocolSection.identificationModule.briefTitle";

  /** A condition on sites, of a random kind. */
  NativeFilter ofSites() {
    return switch (random.nextInt(8)) {
      case 0 -> siteStatus();
      case 1 -> country();
      case 2 -> name("state");
      case 3 -> name("city");
      case 4 -> facility();
      case 5 -> places.within();
      case 6 -> places.box();
      default -> places.area();
    };
  }

  private NativeFilter constant(String parameter, String path) {
    String one = value(path);
    String other = value(path);
    String text = random.nextBoolean() ? one : one + "," + other.toLowerCase(Locale.ROOT);
    List<String> chosen = text.equals(one) ? List.of(one) : List.of(one, other);
    return ofStudy(parameter, text, path, s -> values(s, path).stream().anyMatch(chosen::contains));
  }

  private static NativeFilter ofStudy(
      String parameter, String text, String path, Predicate<JsonNode> holds) {
    return new NativeFilter(parameter, text, false, holds, s -> values(s, path).isEmpty());
  }

  private NativeFilter sex() {
    String path = ELIGIBILITY + "sex";
    String text = oneOf(List.of("FEMALE", "MALE", "ALL"));
    return ofStudy(
        "sex",
        text,
        path,
        s -> values(s, path).stream().anyMatch(v -> v.equals(text) || v.equals("ALL")));
  }

  private NativeFilter age() {
    int a = random.nextInt(90);
    int b = a + random.nextInt(20);
    boolean months = random.nextInt(4) == 0;
    long unit = MINUTES.getOrDefault(months ? "month" : "year", 0L);
    String word = months ? " months" : "";
    int form = random.nextInt(4);
    String text =
        switch (form) {
          case 0 -> a + word;
          case 1 -> a + ".." + b + word;
          case 2 -> a + word + "..";
          default -> ".." + b + word;
        };
    long low = form == 3 ? Long.MIN_VALUE : a * unit;
    long high = form == 2 ? Long.MAX_VALUE : form == 0 ? a * unit : b * unit;
    return new NativeFilter(
        "age",
        text,
        false,
        s ->
            age(s, "minimumAge").orElse(Long.MIN_VALUE) <= high
                && age(s, "maximumAge").orElse(Long.MAX_VALUE) >= low,
        s -> false);
  }

  private static Optional<Long> age(JsonNode study, String name) {
    return values(study, ELIGIBILITY + name).stream()
        .filter(text -> text.matches("\\d+ \\w+"))
        .map(text -> text.split(" "))
        .map(
            parts ->
                Long.parseLong(parts[0])
                    * MINUTES.getOrDefault(
                        parts[1].toLowerCase(Locale.ROOT).replaceAll("s$", ""), 0L))
        .findFirst();
  }

  private NativeFilter flag(String parameter, String path) {
    String text = Boolean.toString(random.nextBoolean());
    return ofStudy(parameter, text, path, s -> values(s, path).contains(text));
  }

  private NativeFilter enrollment() {
    long a = random.nextInt(500);
    long b = a + random.nextInt(2_000);
    boolean open = random.nextBoolean();
    String path = DESIGN + "enrollmentInfo.count";
    return new NativeFilter(
        "enrollment",
        open ? a + ".." : a + ".." + b,
        false,
        s ->
            values(s, path).stream()
                .filter(v -> !v.equals("99999999"))
                .mapToLong(Long::parseLong)
                .anyMatch(n -> n >= a && (open || n <= b)),
        s -> values(s, path).stream().allMatch(v -> v.equals("99999999")));
  }

  private NativeFilter date(String parameter, String path) {
    int year = 2000 + random.nextInt(26);
    int until = year + random.nextInt(6);
    boolean month = random.nextBoolean();
    String text = month ? year + "-07.." + until + "-02" : year + ".." + until;
    LocalDate low = LocalDate.of(year, month ? 7 : 1, 1);
    LocalDate high = month ? LocalDate.of(until, 3, 1).minusDays(1) : LocalDate.of(until, 12, 31);
    if (high.isBefore(low)) {
      return date(parameter, path);
    }
    return ofStudy(
        parameter,
        text,
        path,
        s ->
            values(s, path).stream()
                .map(RandomFilters::day)
                .anyMatch(d -> !d.isBefore(low) && !d.isAfter(high)));
  }

  static LocalDate day(String date) {
    return LocalDate.parse(
        date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
  }

  private NativeFilter year() {
    String path = STATUS + "startDateStruct.date";
    String text = value(path).substring(0, 4);
    return ofStudy(
        "startYear", text, path, s -> values(s, path).stream().anyMatch(d -> d.startsWith(text)));
  }

  private NativeFilter named() {
    return switch (random.nextInt(3)) {
      case 0 -> named("sponsor", "protocolSection.sponsorCollaboratorsModule.leadSponsor.name");
      case 1 -> named("condition", mesh("condition", "meshes"), mesh("condition", "ancestors"));
      default ->
          named("intervention", mesh("intervention", "meshes"), mesh("intervention", "ancestors"));
    };
  }

  static String mesh(String of, String list) {
    return "derivedSection." + of + "BrowseModule." + list + ".term";
  }

  private NativeFilter named(String parameter, String... paths) {
    String name = value(paths[random.nextInt(paths.length)]).replace("|", " ");
    return new NativeFilter(
        parameter,
        name,
        false,
        s -> List.of(paths).stream().anyMatch(p -> has(s, p, name)),
        s -> List.of(paths).stream().allMatch(p -> values(s, p).isEmpty()));
  }

  private boolean has(JsonNode node, String path, String name) {
    return values(node, path).stream().anyMatch(v -> terms(v).equals(terms(name)));
  }

  private List<String> terms(String text) {
    return Word.listOf(analyzer, text).stream().map(Word::term).toList();
  }

  private NativeFilter siteStatus() {
    String text = random.nextInt(3) > 0 ? "RECRUITING" : "COMPLETED,NOT_YET_RECRUITING";
    List<String> chosen = List.of(text.split(","));
    return ofSite(
        "siteStatus", text, "status", s -> values(s, "status").stream().anyMatch(chosen::contains));
  }

  static NativeFilter ofSite(
      String parameter, String text, String path, Predicate<JsonNode> holds) {
    return new NativeFilter(
        parameter, text, true, holds, s -> JsonValues.at(List.of(s), path).isEmpty());
  }

  private NativeFilter country() {
    String name = siteValue("country");
    Optional<String> code = CountryCodes.find(name);
    String text = code.isPresent() && random.nextBoolean() ? code.get() : name;
    return ofSite(
        "country",
        text,
        "country",
        s ->
            code.isPresent()
                ? values(s, "country").stream().anyMatch(v -> CountryCodes.find(v).equals(code))
                : has(s, "country", name));
  }

  private NativeFilter name(String parameter) {
    String name = siteValue(parameter);
    return ofSite(parameter, name, parameter, s -> has(s, parameter, name));
  }

  private NativeFilter facility() {
    List<String> words = terms(siteValue("facility"));
    String word = words.isEmpty() ? "hospital" : words.get(random.nextInt(words.size()));
    List<String> wanted = terms(word);
    return ofSite(
        "facility",
        word,
        "facility",
        s ->
            !wanted.isEmpty()
                && values(s, "facility").stream().anyMatch(v -> terms(v).containsAll(wanted)));
  }

  private JsonNode study() {
    return studies.get(random.nextInt(studies.size()));
  }

  private String value(String path) {
    for (int i = 0; i < 200; i++) {
      List<String> values = values(study(), path);
      if (!values.isEmpty()) {
        return oneOf(values);
      }
    }
    throw new IllegalStateException("hardly any study has " + path);
  }

  private String siteValue(String path) {
    for (int i = 0; i < 200; i++) {
      List<String> values = values(sites.get(random.nextInt(sites.size())), path);
      if (!values.isEmpty() && !terms(values.getFirst()).isEmpty()) {
        return values.getFirst().replace("|", " ");
      }
    }
    throw new IllegalStateException("hardly any site has " + path);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
