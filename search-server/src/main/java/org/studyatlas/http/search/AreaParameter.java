package org.studyatlas.http.search;

import java.util.List;
import org.studyatlas.area.AreaReader;
import org.studyatlas.area.InvalidAreaException;
import org.studyatlas.geo.Polygon;

/** Reads an area on the map. */
final class AreaParameter {

  private AreaParameter() {}

  static List<Polygon> read(String name, String text) {
    try {
      return AreaReader.read(text);
    } catch (InvalidAreaException e) {
      String detail = String.valueOf(e.getMessage());
      throw e.position() < 0
          ? NativeParameters.refused("invalid-area", name, text, detail)
          : NativeParameters.refusedAt(e.position(), "invalid-area", name, text, detail);
    }
  }
}
