package org.studyatlas.http.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.api.Parameter;
import org.studyatlas.api.SiteDefinitions;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.query.AreaText;
import org.studyatlas.query.SiteConditions;

/** Reads what must hold at one and the same site. */
final class SiteParameters {

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
    List<String> statuses = given.constants(SiteDefinitions.STATUS);
    if (!statuses.isEmpty()) {
      given.normal(SiteDefinitions.STATUS, String.join(",", statuses));
    }
    return new SiteConditions(
        statuses,
        names(SiteDefinitions.COUNTRY),
        names(SiteDefinitions.STATE),
        names(SiteDefinitions.CITY),
        names(SiteDefinitions.FACILITY),
        circle(origin),
        box(),
        area());
  }

  private List<String> names(Parameter.Names parameter) {
    List<String> names = given.names(parameter);
    if (!names.isEmpty()) {
      given.normal(parameter, String.join("|", names));
    }
    return names;
  }

  private @Nullable Circle circle(@Nullable GeoPoint origin) {
    Optional<Distance> within = PointParameter.distance(given, SiteDefinitions.WITHIN);
    if (within.isEmpty()) {
      return null;
    }
    if (origin == null) {
      throw NativeParameters.refused(
          "missing-parameter",
          SiteDefinitions.NEAR.name(),
          null,
          "'within' needs a centre: add near=latitude,longitude");
    }
    given.normal(SiteDefinitions.WITHIN, within.get().toString());
    return new Circle(origin, within.get());
  }

  private @Nullable Box box() {
    Optional<String> text = given.find(SiteDefinitions.BOX);
    if (text.isEmpty()) {
      return null;
    }
    Box box = PointParameter.box(SiteDefinitions.BOX.name(), text.get());
    given.normal(SiteDefinitions.BOX, box.toString());
    return box;
  }

  private List<Polygon> area() {
    Optional<String> text = given.find(SiteDefinitions.AREA);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Polygon> area = AreaParameter.read(SiteDefinitions.AREA.name(), text.get());
    given.normal(SiteDefinitions.AREA, AreaText.write(area));
    return area;
  }
}
