package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.ParseContext;
import org.studyatlas.query.ParseException;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.search.SiteQueries;

/**
 * A random search of the native face: its parameters, and what they mean for the plain
 * implementation.
 *
 * @param parameters by name, not encoded
 * @param study what a study must fulfil, besides having a matching site
 * @param sites what a site must fulfil
 * @param origin where distances are measured from, or null
 */
record RandomSearch(
    Map<String, String> parameters, Expr study, SiteConditions sites, @Nullable GeoPoint origin) {

  private static final int LONGEST_FILTER = 1_500;

  /** Draws one from values that the studies really have. */
  static RandomSearch draw(
      List<JsonNode> studies, RandomExpressions expressions, RandomGenerator random) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Expr study = expressions.next();
    while (!isWritable(study)) {
      study = expressions.next();
    }
    parameters.put("filter", ExprPrinter.print(study));
    List<String> statuses = List.of();
    if (random.nextInt(3) == 0) {
      statuses = List.of(random.nextBoolean() ? "RECRUITING" : "COMPLETED");
      parameters.put("siteStatus", statuses.getFirst());
    }
    List<String> countries = List.of();
    if (random.nextInt(4) == 0) {
      countries = List.of(random.nextBoolean() ? "United States" : "France");
      parameters.put("country", countries.getFirst());
    }
    GeoPoint origin = random.nextInt(3) == 0 ? null : origin(studies, random);
    Circle circle = null;
    if (origin != null) {
      parameters.put("near", origin.lat() + "," + origin.lon());
      if (random.nextBoolean()) {
        Distance radius = new Distance(10_000L * (1 + random.nextInt(200)));
        parameters.put("within", radius.toString());
        circle = new Circle(origin, radius);
      }
    }
    SiteConditions sites =
        new SiteConditions(statuses, countries, List.of(), List.of(), List.of(), circle);
    return new RandomSearch(parameters, study, sites, origin);
  }

  private static boolean isWritable(Expr expr) {
    String text = ExprPrinter.print(expr);
    try {
      return text.length() < LONGEST_FILTER
          && EssieParser.parse(text, ParseContext.ofAdvancedFilter()).equals(expr);
    } catch (ParseException e) {
      return false;
    }
  }

  private static @Nullable GeoPoint origin(List<JsonNode> studies, RandomGenerator random) {
    for (int i = 0; i < 50; i++) {
      List<JsonNode> sites = JsonValues.sites(studies.get(random.nextInt(studies.size())));
      if (!sites.isEmpty()) {
        Optional<GeoPoint> point = ReferenceSearch.point(sites.get(random.nextInt(sites.size())));
        if (point.isPresent()) {
          double lat = Math.clamp(point.get().lat() + random.nextDouble(-1, 1), -90, 90);
          double lon = Math.clamp(point.get().lon() + random.nextDouble(-1, 1), -180, 180);
          return new GeoPoint(rounded(lat), rounded(lon));
        }
      }
    }
    return null;
  }

  private static double rounded(double degrees) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", degrees));
  }

  /** What a site must fulfil, as one expression. */
  Expr site() {
    return SiteQueries.of(sites);
  }

  /** Whether a study is a hit. */
  boolean finds(JsonNode tree, ReferenceSearch reference) {
    return reference.matches(tree, study)
        && (sites.isNone()
            || JsonValues.sites(tree).stream().anyMatch(s -> reference.matches(tree, s, site())));
  }

  /** The parameters in an address. */
  String query() {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
