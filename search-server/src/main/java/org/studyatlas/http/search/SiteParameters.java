package org.studyatlas.http.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.query.AreaText;
import org.studyatlas.query.SiteConditions;

/** Reads what must hold at one and the same site. */
final class SiteParameters {

  /** The parameters that are conditions on a site. */
  static final List<String> NAMES =
      List.of(
          "near", "within", "area", "bbox", "siteStatus", "country", "state", "city", "facility");

  private final NativeParameters given;

  SiteParameters(NativeParameters given) {
    this.given = given;
  }

  /**
   * The conditions.
   *
   * @param origin what {@code near} means, or null if it is not given
   */
  SiteConditions read(@Nullable GeoPoint origin) {
    List<String> statuses =
        given.constants("siteStatus", FieldCatalogue.standard().getPiece("LocationStatus"));
    if (!statuses.isEmpty()) {
      given.normal("siteStatus", String.join(",", statuses));
    }
    return new SiteConditions(
        statuses,
        names("country"),
        names("state"),
        names("city"),
        names("facility"),
        circle(origin),
        box(),
        area());
  }

  private List<String> names(String parameter) {
    List<String> names = given.names(parameter);
    if (!names.isEmpty()) {
      given.normal(parameter, String.join("|", names));
    }
    return names;
  }

  private @Nullable Circle circle(@Nullable GeoPoint origin) {
    Optional<Distance> within = PointParameter.distance(given, "within");
    if (within.isEmpty()) {
      return null;
    }
    if (origin == null) {
      throw NativeParameters.refused(
          "missing-parameter",
          "near",
          null,
          "'within' needs a centre: add near=latitude,longitude");
    }
    given.normal("within", within.get().toString());
    return new Circle(origin, within.get());
  }

  private @Nullable Box box() {
    Optional<String> text = given.find("bbox");
    if (text.isEmpty()) {
      return null;
    }
    Box box = PointParameter.box("bbox", text.get());
    given.normal("bbox", box.toString());
    return box;
  }

  private List<Polygon> area() {
    Optional<String> text = given.find("area");
    if (text.isEmpty()) {
      return List.of();
    }
    List<Polygon> area = AreaParameter.read("area", text.get());
    given.normal("area", AreaText.write(area));
    return area;
  }
}
