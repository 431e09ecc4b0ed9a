package org.studyatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.study.NctId;

/**
 * The registry's parameters {@code filter.*} and {@code postFilter.*}, except the advanced one,
 * which is an expression of {@link EssieParser}. A blank value filters nothing.
 */
public final class FilterParameters {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  /** The pattern of the registry's OpenAPI file, with bounded numbers of digits. */
  private static final Pattern GEO =
      Pattern.compile(
          "distance\\((-?\\d{1,3}(?:\\.\\d{1,30})?),(-?\\d{1,3}(?:\\.\\d{1,30})?),"
              + "(\\d{1,12}(?:\\.\\d{1,30})?(?:km|mi)?)\\)");

  private static final Pattern SYNONYM = Pattern.compile("([A-Za-z]+):\\w{1,64}");

  private FilterParameters() {}

  /**
   * Studies with any of the values: a list of constants, exact.
   *
   * @param parameter name of the parameter, for messages
   * @param piece of an enum, e.g. {@code OverallStatus}
   * @throws ParameterException if one of them is none
   */
  public static Expr constants(String parameter, String piece, String text)
      throws ParameterException {
    Field field = CATALOGUE.getPiece(piece);
    EnumType type = CATALOGUE.getEnum(field.findEnumType().orElseThrow());
    List<Expr> alternatives = new ArrayList<>();
    for (String constant : ListParameter.items(text)) {
      if (!type.hasConstant(constant)) {
        throw ParameterException.badValue(parameter, constant);
      }
      Expr is = new Expr.EnumIs(field, constant);
      if (!alternatives.contains(is)) {
        alternatives.add(is);
      }
    }
    return alternatives.isEmpty() ? new Expr.All() : Expr.anyOf(alternatives);
  }

  /**
   * Studies with any of the ids, or whose former ids they are.
   *
   * @param parameter name of the parameter, for messages
   * @throws ParameterException if one of them does not have the form of an id
   */
  public static Expr ids(String parameter, String text) throws ParameterException {
    List<String> items = ListParameter.items(text);
    List<NctId> ids = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<NctId> id = NctId.find(items.get(i));
      if (id.isEmpty()) {
        throw ParameterException.badItem(parameter, i);
      }
      ids.add(id.get());
    }
    return ids.isEmpty() ? new Expr.All() : IdList.expr(ids);
  }

  /**
   * Checks {@code area:synonym_id} items and filters nothing: which terms the registry's ids stand
   * for is not published.
   *
   * @param parameter name of the parameter, for messages
   * @throws ParameterException if an item has another form or names no search area
   */
  public static Expr synonyms(String parameter, String text) throws ParameterException {
    List<String> items = ListParameter.items(text);
    for (int i = 0; i < items.size(); i++) {
      Matcher item = SYNONYM.matcher(items.get(i));
      if (!item.matches() || CATALOGUE.findArea(item.group(1)).isEmpty()) {
        throw ParameterException.badItem(parameter, i);
      }
    }
    return new Expr.All();
  }

  /**
   * The circle of {@code distance(lat,lon,radius)}; the radius is in km or mi, and <b>in metres</b>
   * if it has no unit.
   *
   * @param parameter name of the parameter, for messages
   * @throws ParameterException if the text has another form or is no place on the globe
   */
  public static Circle geo(String parameter, String text) throws ParameterException {
    Matcher matcher = GEO.matcher(text);
    if (!matcher.matches()) {
      throw ParameterException.badFormat(parameter);
    }
    double lat = Double.parseDouble(matcher.group(1)) + 0.0; // -0.0 becomes 0.0
    double lon = Double.parseDouble(matcher.group(2)) + 0.0;
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      throw ParameterException.badFormat(parameter);
    }
    Distance radius =
        Distance.find(matcher.group(3), Distance.Unit.METER)
            .orElseThrow(() -> ParameterException.badFormat(parameter));
    return new Circle(new GeoPoint(lat, lon), radius);
  }

  /** Studies with any site in the circle, whatever else is true of that site. */
  public static Expr within(Circle circle) {
    Field field = CATALOGUE.getPiece("LocationGeoPoint");
    return new Expr.WithinDistance(field, circle.center(), circle.radius());
  }
}
