package org.studyatlas.http.search;

import java.util.List;
import org.studyatlas.geo.Polygon;

/** Reads an area on the map. */
final class AreaParameter {

  private AreaParameter() {}

  static List<Polygon> read(String name, String text) {
    throw NativeParameters.refused("invalid-area", name, text, "no areas yet");
  }
}
