package org.studyatlas.query;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.SearchTarget.OfField;

/** Reads the operands of {@code RANGE[low, high]} and {@code DISTANCE[lat, lon, radius]}. */
final class RangeResolver {

  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,20})?");
  private static final Pattern RADIUS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,20})?(?:km|mi)");
  private static final BigDecimal MIN_RADIUS = BigDecimal.ONE;
  private static final BigDecimal MAX_MILES = BigDecimal.valueOf(500);
  private static final BigDecimal MAX_KILOMETERS = BigDecimal.valueOf(805);

  private RangeResolver() {}

  static Expr range(TermContext context, String operand, Spot spot) throws ParseException {
    String[] bounds = parts(operand, 2, spot);
    String low = bounds[0].equals("MIN") ? null : bounds[0];
    String high = bounds[1].equals("MAX") ? null : bounds[1];
    if (!(context.target() instanceof OfField(Field field))) {
      throw notOrdered(context.target(), spot);
    }
    if (context.size()) {
      return new Expr.SizeRange(field, least(low, spot), greatest(high, spot));
    }
    return switch (field.kind()) {
      case DATE -> DateResolver.range(field, low, high, spot);
      case INTEGER -> new Expr.NumberRange(field, least(low, spot), greatest(high, spot));
      case TIME ->
          new Expr.AgeRange(
              field,
              low == null ? null : ValueReader.age(low, spot),
              high == null ? null : ValueReader.age(high, spot));
      case STRUCT, TEXT, NCT, ENUM, BOOLEAN, GEO, KEYWORD ->
          throw notOrdered(context.target(), spot);
    };
  }

  static Expr distance(TermContext context, String operand, Spot spot) throws ParseException {
    String[] parts = parts(operand, 3, spot);
    if (!(context.target() instanceof OfField(Field field)) || field.kind() != FieldKind.GEO) {
      throw spot.fault(
          "DISTANCE needs a field of points, `" + context.target().name() + "` is none",
          "write AREA[LocationGeoPoint]DISTANCE[...]");
    }
    double lat = degrees(parts[0], 90, "latitude", spot);
    double lon = degrees(parts[1], 180, "longitude", spot);
    return new Expr.WithinDistance(field, new GeoPoint(lat, lon), radius(parts[2], spot));
  }

  private static @Nullable Long least(@Nullable String low, Spot spot) throws ParseException {
    return low == null ? null : (Long) ValueReader.ceiling(low, spot);
  }

  private static @Nullable Long greatest(@Nullable String high, Spot spot) throws ParseException {
    return high == null ? null : (Long) ValueReader.floor(high, spot);
  }

  private static String[] parts(String operand, int count, Spot spot) throws ParseException {
    String[] parts = operand.split(",", -1);
    if (parts.length < count) {
      throw spot.fault("mismatched input ']' expecting ','");
    }
    if (parts.length > count) {
      throw spot.fault("mismatched input ',' expecting ']'");
    }
    for (int i = 0; i < count; i++) {
      parts[i] = EssieText.normalize(parts[i]);
    }
    return parts;
  }

  private static ParseException notOrdered(SearchTarget target, Spot spot) {
    return spot.fault(
        "RANGE needs a field of dates, numbers or ages, `" + target.name() + "` is none");
  }

  private static double degrees(String text, int limit, String what, Spot spot)
      throws ParseException {
    if (DEGREES.matcher(text).matches()) {
      double degrees = Double.parseDouble(text) + 0.0; // -0.0 becomes 0.0
      if (Math.abs(degrees) <= limit) {
        return degrees;
      }
    }
    throw spot.fault(
        "Invalid " + what + ": " + SyntaxErrors.shortened(text),
        "write degrees from -" + limit + " to " + limit);
  }

  /** The radius, which the registry limits to 1 mile or kilometre up to 500 miles (805 km). */
  private static Distance radius(String text, Spot spot) throws ParseException {
    Optional<Distance> radius =
        RADIUS.matcher(text).matches() && isAllowed(text) ? Distance.find(text) : Optional.empty();
    return radius.orElseThrow(
        () ->
            spot.fault(
                "Invalid radius: " + SyntaxErrors.shortened(text),
                "write 1 to 500mi or 1 to 805km"));
  }

  private static boolean isAllowed(String radius) {
    BigDecimal amount = new BigDecimal(radius.substring(0, radius.length() - 2));
    BigDecimal max = radius.endsWith("mi") ? MAX_MILES : MAX_KILOMETERS;
    return amount.compareTo(MIN_RADIUS) >= 0 && amount.compareTo(max) <= 0;
  }
}
